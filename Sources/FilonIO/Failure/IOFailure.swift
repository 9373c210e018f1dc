/// Why bytes could not be read or written.
public struct IOFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure. New kinds may come.
  public enum Code: String, Hashable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The file is there but cannot be opened or read.
    case unreadable
    /// The bytes are not what the format promises.
    case corrupt
    /// The format is known but not read here (bzip2, xz).
    case unsupported
    /// The reader of our output has gone away (EPIPE).
    case brokenPipe = "broken-pipe"
    /// The output file cannot be made, renamed or resumed.
    case cannotCreate = "cannot-create"
    /// Any other failure of the system: disk full, I/O error.
    case io
  }

  /// What kind of failure.
  public var code: Code
  /// The file as it was named; `nil` for standard input and output.
  public var path: String?
  /// Where in the file, in bytes as stored (before decompression), if known.
  public var offset: Int?
  /// What happened, for people.
  public var message: String

  /// Makes a failure.
  public init(code: Code, path: String? = nil, offset: Int? = nil, message: String) {
    self.code = code
    self.path = path
    self.offset = offset
    self.message = message
  }

  /// `path: message (at byte N)`.
  public var description: String {
    let place = path.map { "\($0): " } ?? ""
    let position = offset.map { " (at byte \($0))" } ?? ""
    return place + message + position
  }
}

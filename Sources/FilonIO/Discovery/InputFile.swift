/// An input that was named by the user, or found in a folder that the user named.
public struct InputFile: Hashable, Sendable {
  /// The path as named; `nil` for standard input.
  public var path: String?
  /// The format that the name tells, if it does.
  public var format: InputFormat?
  /// Length in bytes as stored; `nil` for what is no regular file.
  public var length: Int?

  /// Makes an input.
  public init(path: String?, format: InputFormat? = nil, length: Int? = nil) {
    self.path = path
    self.format = format
    self.length = length
  }

  /// The format: by magic bytes and content, and by the name where the content leaves it open.
  ///
  /// Reads the start of the file. Throws ``IOFailure``.
  public func detectedFormat() throws(IOFailure) -> InputFormat {
    let input = try ByteInput(path: path)
    var bytes: [UInt8] = []
    while bytes.count < InputFormat.sniffBytes, try input.read(into: &bytes, upTo: 1 << 16) > 0 {}
    return InputFormat(content: bytes, named: path)
  }
}

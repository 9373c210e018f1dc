/// The stored bytes of a file or of standard input, nothing decompressed.
public struct FileSource: ByteSource {
  private let file: FileDescriptor
  /// The file as it was named; `nil` for standard input.
  public var path: String? { file.path }

  /// Opens the file at `path`; `nil` and `-` mean standard input.
  public init(path: String?) throws(IOFailure) {
    if let path, path != "-" {
      file = try FileDescriptor.reading(path)
    } else {
      file = .standardInput
    }
  }

  /// Length of the file in bytes; `nil` for a pipe.
  public var length: Int? {
    let status = file.status
    return status.isRegular ? status.length : nil
  }

  /// Goes on reading at byte `offset`; throws where the input has no positions.
  public func seek(to offset: Int) throws(IOFailure) {
    guard file.seek(to: offset) else {
      throw IOFailure(code: .io, path: path, offset: offset, message: "cannot seek in this input")
    }
  }

  /// Appends the next bytes to `buffer`.
  public mutating func read(
    into buffer: inout [UInt8], upTo count: Int
  ) throws(IOFailure) -> Int {
    try file.read(into: &buffer, upTo: count)
  }
}

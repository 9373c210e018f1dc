import FilonCore
public import FilonIO

extension Manifest.Input {
  private static let wholeLimit = 64 << 20
  private static let endBytes = 1 << 20

  /// Describes and hashes an input file.
  public init(_ file: InputFile) throws(IOFailure) {
    let path = file.path ?? "-"
    var source = try FileSource(path: path)
    let length = source.length ?? 0
    var hash = FilonCore.SHA256()
    var buffer: [UInt8] = []
    if length > Self.wholeLimit {
      Array("\(length)".utf8).withUnsafeBytes { hash.update($0) }
      for offset in [0, length - Self.endBytes] {
        try source.seek(to: offset)
        buffer.removeAll(keepingCapacity: true)
        while buffer.count < Self.endBytes,
          try source.read(into: &buffer, upTo: Self.endBytes - buffer.count) > 0
        {}
        buffer.withUnsafeBytes { hash.update($0) }
      }
    } else {
      while true {
        buffer.removeAll(keepingCapacity: true)
        guard try source.read(into: &buffer, upTo: 1 << 18) > 0 else { break }
        buffer.withUnsafeBytes { hash.update($0) }
      }
    }
    self.init(path: path, bytes: length, sha256: hash.finishHex())
  }
}

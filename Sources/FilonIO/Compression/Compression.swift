/// How the bytes of a file are stored.
public enum Compression: String, Hashable, Sendable {
  case none, gzip, zstandard
  /// Recognised so that the error can name it; not read.
  case bzip2, xz

  /// Tells the compression by the magic bytes at the start of a file.
  public init(magic bytes: [UInt8]) {
    self = Self.of(bytes[...])
  }

  /// Tells the compression by the extension of a file name: `.gz`, `.zst`, else none.
  public init(path: String) {
    let name = path.utf8
    func ends(_ suffix: String) -> Bool { name.count > suffix.utf8.count && path.hasSuffix(suffix) }
    if ends(".gz") {
      self = .gzip
    } else if ends(".zst") {
      self = .zstandard
    } else {
      self = .none
    }
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> Compression {
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if isZstandardMagic(bytes) { return .zstandard }
    if bytes.starts(with: [0x42, 0x5A, 0x68]), let level = bytes.dropFirst(3).first,
      level >= 0x31, level <= 0x39
    {
      return .bzip2
    }
    if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .xz }
    return .none
  }

  /// A zstd frame (28 B5 2F FD) or a skippable frame (50…5F 2A 4D 18).
  static func isZstandardMagic(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return true }
    guard let first = bytes.first, first & 0xF0 == 0x50 else { return false }
    return bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }
}

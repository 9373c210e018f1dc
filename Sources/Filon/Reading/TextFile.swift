import FilonIO

/// A small text file that a configuration names.
enum TextFile {
  /// The file's text, decompressed; bytes that are not UTF-8 are replaced.
  static func read(_ path: String) throws(IOFailure) -> String {
    var input = try ByteInput(path: path)
    return String(decoding: try input.readAll(limit: 256 << 20), as: UTF8.self)
  }
}

import Glibc

/// A folder that goes when the test ends.
public final class TemporaryFolder: Sendable {
  /// Its path.
  public let root: String

  /// Makes the folder.
  public init() {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let name = strdup("\(base)/filon-test-XXXXXX") else {
      root = base
      return
    }
    defer { free(name) }
    root = mkdtemp(name).map { String(cString: $0) } ?? base
  }

  deinit { system("rm -rf '\(root)'") }

  /// The path of a file in it.
  public func path(_ name: String) -> String { root + "/" + name }

  /// Writes a file.
  public func write(_ bytes: [UInt8], to name: String) {
    guard let file = fopen(path(name), "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The bytes of a file; empty when there is none.
  public func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen(path(name), "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The lines of a file that are not empty.
  public func lines(_ name: String) -> [String] {
    String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

import Glibc

/// Writes to standard error, without the buffers of the C library.
public enum StandardError {
  /// Writes bytes; what cannot be written is lost.
  public static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(
          STDERR_FILENO, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        guard count > 0 else { return }
        written += count
      }
    }
  }

  /// Writes text.
  public static func write(_ text: String) { write(Array(text.utf8)) }
}

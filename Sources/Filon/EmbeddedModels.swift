import FilonCore
import FilonIO

/// The models and word lists that are part of the program.
public enum EmbeddedModels {
  /// Name and digest, for manifests: the models and word lists are bytes of the program, so its own
  /// identity stands for all of them: its build ID, or else the SHA-256 of its file. Empty where the
  /// system shows neither.
  public static let digests: [(name: String, digest: String)] = {
    if let identifier = BuildID.ofProgram { return [("program", identifier)] }
    guard var source = try? FileSource(path: "/proc/self/exe") else { return [] }
    var hash = SHA256()
    var buffer: [UInt8] = []
    while true {
      buffer.removeAll(keepingCapacity: true)
      guard let count = try? source.read(into: &buffer, upTo: 1 << 20) else { return [] }
      if count == 0 { return [("program", hash.finishHex())] }
      buffer.withUnsafeBytes { hash.update($0) }
    }
  }()
}

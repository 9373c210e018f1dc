import FilonCore
import FilonIO

/// The models and word lists that are part of the program.
public enum EmbeddedModels {
  /// Name and digest, for manifests: the models and word lists are bytes of the program, so its own
  /// digest stands for all of them. Empty where the system does not show the program's file.
  public static let digests: [(name: String, digest: String)] = {
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

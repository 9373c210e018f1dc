/// Why kept fingerprints cannot be used.
public enum FingerprintStoreError: Error, Equatable, CustomStringConvertible {
  /// The file holds something else.
  case notFingerprints
  /// The file was cut or changed.
  case damaged
  /// The file was written by another version.
  case version(found: UInt32, known: UInt32)

  /// Whether the fingerprints are whole, but of another version.
  public var isOfAnotherVersion: Bool {
    if case .version = self { true } else { false }
  }

  public var description: String {
    switch self {
    case .notFingerprints: "not a file of fingerprints"
    case .damaged: "the fingerprints are damaged: the file was cut or changed"
    case .version(let found, let known):
      "fingerprints of version \(found); this program knows version \(known): make them anew"
    }
  }
}

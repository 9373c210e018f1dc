/// The models and word lists that are part of the program.
public enum EmbeddedModels {
  /// Name and digest of each, for manifests.
  public static let digests: [(name: String, digest: String)] = []
}

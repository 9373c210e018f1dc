/// Why bytes are no language model.
public enum LanguageModelError: Error, Hashable, Sendable {
  /// The bytes do not start with the mark of a language model.
  case notAModel
  /// The model was made for another version of the format.
  case unsupportedVersion(UInt32)
  /// The bytes end before what the header announces, or the header contradicts itself.
  case truncated
  /// The checksum does not fit the contents.
  case damaged
}

/// The universal part-of-speech tags of Universal Dependencies, version 2.
public enum UniversalPOS: UInt8, Sendable, CaseIterable, CustomStringConvertible {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb,
    x

  /// The tag in capitals, as CoNLL-U spells it.
  public var description: String { Self.spellings[Int(rawValue)] }

  /// The tag with this spelling.
  public init?(_ spelling: some StringProtocol) {
    guard let index = Self.spellings.firstIndex(where: { $0 == spelling }),
      let tag = Self(rawValue: UInt8(index))
    else { return nil }
    self = tag
  }

  private static let spellings = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]
}

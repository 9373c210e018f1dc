import FilonCore

/// The fifteen classes that the tagger tells apart.
///
/// A weight row has room for fifteen, UPOS has seventeen tags: two pairs share a class and are told
/// apart by whether the word has a letter or a digit (PUNCT or SCONJ, SYM or INTJ).
enum TagClass {
  private static let ofTag: [UInt8] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 6, 13, 14,
  ]
  private static let wordTags: [UniversalPOS] = [
    .adj, .adp, .adv, .aux, .cconj, .det, .intj, .noun, .num, .part, .pron, .propn, .sconj, .verb,
    .x,
  ]

  /// The class of a tag.
  @inline(__always)
  static func of(_ tag: UniversalPOS) -> UInt8 { ofTag[Int(tag.rawValue)] }

  /// The tag of a class.
  @inline(__always)
  static func tag(_ tagClass: UInt8, hasLetters: Bool) -> UniversalPOS {
    if !hasLetters {
      if tagClass == 12 { return .punct }
      if tagClass == 6 { return .sym }
    }
    return wordTags[Int(tagClass)]
  }
}

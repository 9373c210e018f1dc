/// How rules and tagger are weighed against each other in a language; set on the development sets.
struct MergePolicy: Sendable {
  /// Added to the scores of "no role" in a cue's window: below 0 for longer contents.
  var roleBias: Float
  /// The least trust in a rule whose content no attribution of the tagger touches.
  var free: Float
  /// The least trust in a rule whose content overlaps with an attribution of the tagger.
  var covered: Float
  /// The reliability from which a rule's content is taken where tagger and rule share the cue.
  var preferred: Float

  /// Rules lead in French, where little text is annotated; the tagger leads in English.
  static func of(_ language: ClaimLanguage) -> MergePolicy {
    switch language {
    case .french: MergePolicy(roleBias: 0, free: 0.3, covered: 0.7, preferred: 0.7)
    case .english: MergePolicy(roleBias: -0.3, free: 0.4, covered: 0.5, preferred: 2)
    }
  }
}

import CFilonClaimsData
import FilonCore

/// What saying does, by the concept or the class of the cue.
struct SpeechActs: Sendable {
  /// The embedded table.
  static let standard = SpeechActs(
    EmbeddedBytes(filon_claims_speech_acts_bytes(), count: filon_claims_speech_acts_size()).text)

  private let acts: [String: Claim.Modality]

  /// Reads the table.
  init(_ text: String) {
    acts = Dictionary(
      TabSeparatedTable(text).rows.compactMap { row in
        guard row.count >= 2, let modality = Claim.Modality(rawValue: row[1]) else { return nil }
        return (row[0], modality)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The act of a cue, or nil when the table does not know it.
  func modality(concept: String?, category: String?) -> Claim.Modality? {
    concept.flatMap { acts[$0] } ?? category.flatMap { acts[$0] }
  }
}

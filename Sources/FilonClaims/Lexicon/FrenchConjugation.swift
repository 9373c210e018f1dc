import CFilonClaimsData
import FilonCore

/// Makes the inflected forms of French verbs from their infinitives, by a table of paradigms.
struct FrenchConjugation: Sendable {
  private struct Paradigm: Sendable {
    var suffix: String
    var present: [[String]]
    var imperfect: [String]
    var future: [String]
    var past: [String]
    var pastParticiple: String
    var presentParticiple: String
  }

  /// The embedded table.
  static let standard = FrenchConjugation(
    EmbeddedBytes(
      filon_claims_french_conjugation_bytes(), count: filon_claims_french_conjugation_size()
    ).text)

  private let paradigms: [Paradigm]

  /// Reads a table of paradigms.
  init(_ text: String) {
    paradigms = TabSeparatedTable(text).rows.compactMap { row in
      guard row.count >= 7 else { return nil }
      func cells(_ column: Int) -> [String] {
        row[column].split(separator: ",").map(String.init)
      }
      func stems(_ column: Int) -> [String] {
        row[column].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      }
      return Paradigm(
        suffix: row[0], present: cells(1).map { $0.split(separator: "/").map(String.init) },
        imperfect: stems(2), future: stems(3), past: cells(4), pastParticiple: row[5],
        presentParticiple: row[6])
    }.sorted { $0.suffix.unicodeScalars.count > $1.suffix.unicodeScalars.count }
  }

  /// The forms of a verb; empty when the word is no infinitive.
  func forms(of infinitive: String) -> [(String, VerbForm)] {
    guard let paradigm = paradigms.first(where: { infinitive.hasSuffix($0.suffix) }) else {
      return []
    }
    let stem = String(infinitive.dropLast(paradigm.suffix.count))
    var forms: [(String, VerbForm)] = [(infinitive, .infinitive)]
    func add(_ ending: String, _ form: VerbForm) { forms.append((stem + ending, form)) }
    for (person, endings) in paradigm.present.enumerated() {
      for ending in endings { add(ending, Self.third(person, .present)) }
    }
    for (person, ending) in ["ais", "ais", "ait", "ions", "iez", "aient"].enumerated() {
      for imperfect in paradigm.imperfect {
        add(imperfect + ending, Self.third(person, .imperfect))
      }
      for future in paradigm.future { add(future + ending, Self.third(person, .conditional)) }
    }
    for (person, ending) in ["ai", "as", "a", "ons", "ez", "ont"].enumerated() {
      for future in paradigm.future { add(future + ending, Self.third(person, .future)) }
    }
    for (person, ending) in paradigm.past.enumerated() { add(ending, Self.third(person, .past)) }
    for agreement in ["", "e", "s", "es"] {
      if agreement == "s", paradigm.pastParticiple.hasSuffix("s") { continue }
      add(paradigm.pastParticiple + agreement, .pastParticiple)
    }
    add(paradigm.presentParticiple, .presentParticiple)
    return forms
  }

  private static func third(_ person: Int, _ form: VerbForm) -> VerbForm {
    person % 3 == 2 ? form.union(.thirdPerson) : form
  }
}

import CFilonClaimsData
import FilonCore

/// Makes the inflected forms of English verbs from their base forms.
struct EnglishInflection: Sendable {
  /// The embedded table of irregular verbs.
  static let standard = EnglishInflection(
    EmbeddedBytes(
      filon_claims_english_irregular_bytes(), count: filon_claims_english_irregular_size()
    ).text)

  private let irregular: [String: [String]]

  /// Reads a table of irregular verbs.
  init(_ text: String) {
    irregular = Dictionary(
      TabSeparatedTable(text).rows.filter { $0.count >= 5 }.map { ($0[0], $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The forms of a verb, the base form first.
  func forms(of base: String) -> [(String, VerbForm)] {
    if let row = irregular[base] {
      return [
        (base, [.infinitive, .present]), (row[1], [.past, .thirdPerson]),
        (row[2], .pastParticiple), (row[3], [.present, .thirdPerson]),
        (row[4], .presentParticiple),
      ]
    }
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    let last = base.last ?? "e"
    let beforeLast = base.dropLast().last ?? "a"
    let (past, third, participle): (String, String, String)
    if last == "e" {
      (past, third) = (base + "d", base + "s")
      participle = (base.hasSuffix("ee") ? base : String(base.dropLast())) + "ing"
    } else if last == "y", !vowels.contains(beforeLast) {
      let stem = String(base.dropLast())
      (past, third, participle) = (stem + "ied", stem + "ies", base + "ing")
    } else {
      let sibilant = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
      (past, third, participle) = (base + "ed", base + (sibilant ? "es" : "s"), base + "ing")
    }
    return [
      (base, [.infinitive, .present]), (past, [.past, .pastParticiple, .thirdPerson]),
      (third, [.present, .thirdPerson]), (participle, .presentParticiple),
    ]
  }
}

import CFilonClaimsData
import FilonCore

/// The reporting verbs of both languages, found by any of their inflected forms.
struct ReportingLexicon: Sendable {
  /// One reading of a form.
  struct Entry: Sendable {
    /// Index into ``ReportingLexicon/concepts``.
    var concept: Int
    /// The dictionary form.
    var lemma: String
    /// What the form is.
    var form: VerbForm
    /// The words that must follow, "savoir" of "faire savoir".
    var rest: [FormHash]
    /// Needs a form of "be" before it, "is convinced".
    var needsBe: Bool
    /// Needs a reflexive pronoun before it, « se demande ».
    var isReflexive: Bool
  }

  /// The lexicon in the embedded files.
  static let standard = ReportingLexicon(
    EmbeddedBytes(
      filon_claims_reporting_verbs_bytes(), count: filon_claims_reporting_verbs_size()
    ).text)

  /// The concepts, in the order of the file.
  let concepts: [ReportingConcept]
  private let tables: [FormTable]
  private let readings: [[Entry]]
  /// The class of the concept of each list's first reading, plus one.
  private let categories: [UInt8]

  /// Reads the table of concepts and inflects its verbs.
  init(_ text: String) {
    var concepts: [ReportingConcept] = []
    var categories: [String] = []
    var table = ReadingTable()
    var byLanguage: [[(FormHash, UInt32)]] = []
    let rows = TabSeparatedTable(text).rows.filter { $0.count >= 7 }
    for row in rows {
      let category = categories.firstIndex(of: row[1]) ?? categories.count
      if category == categories.count { categories.append(row[1]) }
      concepts.append(
        ReportingConcept(
          id: row[0], category: row[1], categoryIndex: UInt8(min(category, 255)), mode: row[2],
          stance: row[3], frames: .init(letters: row[4])))
    }
    for language in ClaimLanguage.allCases {
      table.startLanguage()
      for (concept, row) in rows.enumerated() {
        let lemmas = row[language == .french ? 5 : 6].split(separator: ",").map(String.init)
        for lemma in lemmas { table.add(lemma, concept: concept, language: language) }
      }
      byLanguage.append(table.forms)
    }
    self.concepts = concepts
    readings = table.readings
    self.categories = table.readings.map { entries in
      entries.first.map { concepts[$0.concept].categoryIndex &+ 1 } ?? 0
    }
    tables = byLanguage.map(FormTable.init)
  }

  /// The class of a form's first reading, plus one; 0 for a word that is no reporting verb.
  @inline(__always)
  func category(_ form: FormHash, _ language: ClaimLanguage) -> UInt8 {
    guard let index = tables[Int(language.rawValue)][form] else { return 0 }
    return categories[Int(index)]
  }

  /// The readings of a form, in the order of the file; empty for a word that is no reporting verb.
  @inline(__always)
  func readings(_ form: FormHash, _ language: ClaimLanguage) -> [Entry] {
    guard let index = tables[Int(language.rawValue)][form] else { return [] }
    return readings[Int(index)]
  }
}

/// Collects the readings of each form while the lexicon is built.
private struct ReadingTable {
  var readings: [[ReportingLexicon.Entry]] = []
  var forms: [(FormHash, UInt32)] = []
  private var slots: [FormHash: Int] = [:]

  mutating func startLanguage() {
    forms = []
    slots = [:]
  }

  mutating func add(_ lemma: String, concept: Int, language: ClaimLanguage) {
    var words = lemma.split(separator: " ").map(String.init)
    var reflexive = false
    var needsBe = false
    if language == .french {
      if let first = words.first, first == "se" {
        reflexive = true
        words.removeFirst()
      } else if let first = words.first, first.hasPrefix("s'") {
        reflexive = true
        words[0] = String(first.dropFirst(2))
      }
    }
    if words.count > 1, words[0] == (language == .french ? "être" : "be") {
      needsBe = true
      words.removeFirst()
    }
    guard let head = words.first else { return }
    let rest = words.dropFirst().map { FormHash($0) }
    for (form, features) in inflect(head, needsBe: needsBe, language) {
      let entry = ReportingLexicon.Entry(
        concept: concept, lemma: lemma, form: features, rest: rest, needsBe: needsBe,
        isReflexive: reflexive)
      let hash = FormHash(form)
      if let slot = slots[hash] {
        merge(entry, into: slot)
      } else {
        slots[hash] = readings.count
        forms.append((hash, UInt32(readings.count)))
        readings.append([entry])
      }
    }
  }

  /// One reading per lemma: the forms of a paradigm that coincide are united.
  private mutating func merge(_ entry: ReportingLexicon.Entry, into slot: Int) {
    let known = readings[slot].firstIndex {
      $0.lemma == entry.lemma && $0.concept == entry.concept
    }
    if let known {
      readings[slot][known].form.formUnion(entry.form)
    } else {
      readings[slot].append(entry)
    }
  }

  private func inflect(
    _ head: String, needsBe: Bool, _ language: ClaimLanguage
  ) -> [(String, VerbForm)] {
    guard !needsBe else {
      let endings = language == .french ? ["", "e", "s", "es"] : [""]
      return endings.map { (head + $0, VerbForm.pastParticiple) }
    }
    let inflected =
      language == .french
      ? FrenchConjugation.standard.forms(of: head) : EnglishInflection.standard.forms(of: head)
    guard inflected.isEmpty else { return inflected }
    let unknown: VerbForm = [.present, .thirdPerson]
    return [(head, unknown)]
  }
}

internal import CFilonTermsData
internal import FilonCore

/// One of the data files behind ``NumericLexicon``: a code, a second key, and the forms of both
/// languages.
struct NumericTable {
  /// Which forms to take.
  enum Columns { case french, english, shared }

  /// One line: its meaning and its forms.
  struct Entry {
    var category: NumericCategory
    var value = 0.0
    var code = ""
    var dimension = ""
    var forms: [String] = []
  }

  /// How the first two columns are to be read.
  enum Layout {
    /// Category, then a number or an operator.
    case general
    /// ISO 4217 code, then the factor to the main unit.
    case currency
    /// Symbol, then the dimension.
    case unit
    /// Rule, then nothing.
    case holiday
  }

  var rows: [[String]]
  var layout: Layout

  /// All tables.
  static let all: [NumericTable] = [
    NumericTable(
      filon_terms_number_words_bytes(), filon_terms_number_words_size(), .general),
    NumericTable(
      filon_terms_quantity_modifiers_bytes(), filon_terms_quantity_modifiers_size(), .general),
    NumericTable(filon_terms_calendar_bytes(), filon_terms_calendar_size(), .general),
    NumericTable(filon_terms_currencies_bytes(), filon_terms_currencies_size(), .currency),
    NumericTable(filon_terms_units_bytes(), filon_terms_units_size(), .unit),
    NumericTable(filon_terms_holidays_bytes(), filon_terms_holidays_size(), .holiday),
  ]

  private init(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ layout: Layout) {
    rows = TabSeparatedTable(EmbeddedBytes(bytes, count: count).text).rows
    self.layout = layout
  }

  /// The lines with the forms of a language.
  func entries(_ columns: Columns) -> [Entry] {
    rows.compactMap { row in
      guard row.count >= 3, var entry = meaning(row) else { return nil }
      let french = row[2].split(separator: "|").map(String.init)
      let english = row.count > 3 ? row[3].split(separator: "|").map(String.init) : []
      entry.forms =
        switch columns {
        case .french: french
        case .english: english
        case .shared: french.filter { english.contains($0) }
        }
      return entry
    }
  }

  private func meaning(_ row: [String]) -> Entry? {
    switch layout {
    case .general:
      guard let category = NumericCategory.byName[row[0]] else { return nil }
      return Entry(category: category, value: Double(row[1]) ?? 0, code: row[1])
    case .currency:
      return Entry(
        category: .currency, value: Double(row[1]) ?? 1, code: row[0], dimension: "money")
    case .unit:
      return Entry(category: .unit, code: row[0], dimension: row[1])
    case .holiday:
      return Entry(category: .holiday, code: row[0], dimension: row[1])
    }
  }
}

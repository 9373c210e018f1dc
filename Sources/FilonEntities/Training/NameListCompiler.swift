import FilonCore

/// Compiles lists of names into the table that the recogniser's features look up.
public struct NameListCompiler: Sendable {
  /// What the names of a list are.
  public enum Category: String, CaseIterable, Sendable {
    case city, region, country, forename, surname, company, fullName, commonWord

    var bit: UInt16 {
      switch self {
      case .city: GazetteerCategory.city.bit
      case .region: GazetteerCategory.region.bit
      case .country: GazetteerCategory.country.bit
      case .forename: GazetteerCategory.forename.bit
      case .surname: GazetteerCategory.surname.bit
      case .company: GazetteerCategory.company.bit
      case .fullName: GazetteerCategory.fullName.bit
      case .commonWord: GazetteerCategory.commonWord.bit
      }
    }
  }

  private var names: [(hash: UInt64, categories: UInt16)] = []

  /// A compiler that knows the persons of the built-in table only.
  public init() {
    // The persons of the built-in table lend their first and last names.
    for (row, name) in EntityTable.standard.spellings
    where EntityTable.standard.kind(row) == .person {
      let words = name.split(separator: " ")
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      add(String(first), .forename)
      add(String(last), .surname)
    }
  }

  /// Adds a name; names of one letter are left out.
  public mutating func add(_ name: String, _ category: Category) {
    guard name.utf8.count > 1 else { return }
    names.append((PhraseHash.of(name), category.bit))
  }

  mutating func add(_ hash: UInt64, _ category: Category) { names.append((hash, category.bit)) }

  /// The table's bytes, the same for any order of ``add(_:_:)``.
  public func compile() -> [UInt8] { NameGazetteer.compile(names) }
}

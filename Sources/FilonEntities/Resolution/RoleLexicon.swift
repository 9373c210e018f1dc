import CFilonEntitiesData
import FilonCore

/// Small words of roles and descriptions: articles, modifiers, links; rows of `roles.tsv`.
struct RoleLexicon: Sendable {
  static let standard = RoleLexicon(
    EmbeddedBytes(filon_entities_roles_bytes(), count: filon_entities_roles_size()).text)

  private let articles: FrozenTable
  private let modifiers: FrozenTable
  private let links: FrozenTable
  private let companies: FrozenTable

  /// Compiles the table `class TAB language TAB words separated by spaces`.
  init(_ text: String) {
    func table(_ name: String) -> FrozenTable {
      FrozenTable(
        TabSeparatedTable(text).rows.filter { $0.count >= 3 && $0[0] == name }
          .flatMap { $0[2].split(separator: " ") }
          .map { (Hashing.hash(NameFolding.fold($0)), 1) })
    }
    articles = table("article")
    modifiers = table("modifier")
    links = table("link")
    companies = table("company")
  }

  /// Whether the folded word is a definite article or a like word.
  func isArticle(_ hash: UInt64) -> Bool { articles[hash] != nil }
  /// Whether the folded word may stand before a role: « ancien », "former".
  func isModifier(_ hash: UInt64) -> Bool { modifiers[hash] != nil }
  /// Whether the folded word links a role to its organisation: « de », "at".
  func isLink(_ hash: UInt64) -> Bool { links[hash] != nil }
  /// Whether the folded word names any company: « entreprise », "firm".
  func isCompany(_ hash: UInt64) -> Bool { companies[hash] != nil }
}

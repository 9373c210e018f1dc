/// An entity of the document, with all its mentions.
public struct Entity: Annotation, Hashable {
  public static let layer: LayerName = "entities"

  /// The kinds of entity.
  public enum Kind: String, Sendable, CaseIterable {
    case person = "PER", organization = "ORG", location = "LOC", product = "PRODUCT"
    case event = "EVENT", miscellaneous = "MISC"
  }

  /// One mention of an entity.
  public struct Mention: Hashable, Sendable {
    /// How the mention names the entity.
    public enum Kind: String, Sendable, CaseIterable { case name, alias, nominal, pronoun }
    /// The mention's text.
    public var range: TextRange
    /// How it names the entity.
    public var kind: Kind

    /// Makes a mention.
    public init(range: TextRange, kind: Kind) {
      self.range = range
      self.kind = kind
    }
  }

  /// The identifier inside the document, `e1`.
  public var id: String
  /// The canonical name.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// The key that is the same across documents and in both languages, or nil.
  public var key: String?
  /// The Wikidata identifier, only ever from the user's data.
  public var wikidata: String?
  /// The role that the text gives, « PDG », "former CEO".
  public var role: String?
  /// The organisation that the text gives the person.
  public var affiliation: String?
  /// The mentions, in the order of the text; never empty.
  public var mentions: [Mention]

  /// The range of the first mention.
  public var range: TextRange { mentions.first?.range ?? TextRange(start: 0, end: 0) }

  /// Makes an entity.
  public init(
    id: String = "", name: String, kind: Kind, key: String? = nil, wikidata: String? = nil,
    role: String? = nil, affiliation: String? = nil, mentions: [Mention]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.key = key
    self.wikidata = wikidata
    self.role = role
    self.affiliation = affiliation
    self.mentions = mentions
  }
}

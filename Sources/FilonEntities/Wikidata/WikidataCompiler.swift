public import FilonCore

/// Makes a table of entities from the lines of a Wikidata JSON dump, for ``UserGazetteer``.
///
/// The dump is read twice: first for its classes (``learn(_:)``), then for its entities
/// (``add(_:)``). Keys are those of the built-in table for what is in it, else the normal form of
/// the name; of homonyms of one kind the one with most pages has the plain key, the others carry
/// their identifier too. The same dump gives the same bytes.
public struct WikidataCompiler {
  /// What to keep.
  public struct Settings: Sendable {
    /// Fewest wiki pages about an entity.
    public var minimumLinks = 3
    /// The kinds to keep.
    public var kinds: Set<Entity.Kind> = Set(Entity.Kind.allCases)
    /// Most aliases of an entity.
    public var aliases = 12

    /// The defaults.
    public init() {}
  }

  private struct Row {
    var number: UInt32
    var links: Int32
    var kind: Entity.Kind
    var names: Range<Int>
  }

  private let settings: Settings
  private var classes = WikidataClasses()
  private var rows: [Row] = []
  /// The French name, the English name and the aliases of each row, separated by tabs.
  private var names: [UInt8] = []

  /// A compiler.
  public init(settings: Settings = Settings()) { self.settings = settings }

  /// Number of entities kept so far.
  public var count: Int { rows.count }

  /// Learns the classes of a line of the dump, in the first pass.
  public mutating func learn(_ line: [UInt8]) throws(JSONError) {
    if let item = try WikidataItem(line: line) { classes.add(item) }
  }

  /// Adds the entity of a line of the dump, in the second pass; returns whether it is kept.
  @discardableResult
  public mutating func add(_ line: [UInt8]) throws(JSONError) -> Bool {
    guard let item = try WikidataItem(line: line), item.links >= settings.minimumLinks,
      item.subclassOf.isEmpty, let kind = classes.kind(of: item.instanceOf),
      settings.kinds.contains(kind)
    else { return false }
    let french = Self.cell(item.french)
    let english = Self.cell(item.english)
    guard !french.isEmpty || !english.isEmpty else { return false }
    let aliases = item.aliases.map(Self.cell)
      .filter { $0.utf8.count > 1 && $0 != french && $0 != english }
      .prefix(settings.aliases)
    let start = names.count
    names += (french.isEmpty ? english : french).utf8
    names.append(0x09)
    names += (english.isEmpty ? french : english).utf8
    names.append(0x09)
    names += aliases.joined(separator: "|").utf8
    rows.append(
      Row(
        number: item.number, links: Int32(clamping: item.links), kind: kind,
        names: start..<names.count))
    return true
  }

  /// The name without the characters that divide a table.
  private static func cell(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.value < 0x20 || $0 == "|" ? " " : $0 }))
  }

  /// The table: the header, then the entities, those with most pages first.
  public func table() -> [UInt8] {
    var output = Array("key\tkind\tname_fr\tname_en\taliases\twikidata\n".utf8)
    var taken: Set<UInt64> = []
    let order = rows.sorted { ($1.links, $0.number) < ($0.links, $1.number) }
    for row in order {
      let cells = names[row.names].split(separator: 0x09, omittingEmptySubsequences: false)
      var key = Self.key(
        french: String(decoding: cells[0], as: UTF8.self),
        english: String(decoding: cells[1], as: UTF8.self), row.kind)
      if !taken.insert(Hashing.hash(key.utf8)).inserted { key += "-q\(row.number)" }
      output += "\(key)\t\(row.kind.rawValue)\t".utf8
      output += names[row.names]
      output += "\tQ\(row.number)\n".utf8
    }
    return output
  }

  private static func key(french: String, english: String, _ kind: Entity.Kind) -> String {
    let table = EntityTable.standard
    for name in [english, french] {
      for row in table.rows(named: PhraseHash.of(name)) where table.kind(row) == kind {
        return table[row].key
      }
    }
    return EntityKey.standard.key(NameForm(english), kind: kind)
  }
}

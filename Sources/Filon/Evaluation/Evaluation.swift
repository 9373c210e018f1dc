public import FilonCore

/// Scores documents against gold documents of the same record format.
///
/// Documents are matched by identifier, else by address. Where the texts differ, as an extracted
/// text does from its gold, spans are carried over by aligning the words.
public struct Evaluation: Sendable {
  /// The measures, in order.
  public private(set) var tallies: [(name: String, tally: Tally)] = []
  /// Gold documents without a prediction, by identifier.
  public private(set) var missing: [String] = []

  /// Scores predictions.
  public init(gold: [Document], predictions: [Document]) {
    let byID = Dictionary(predictions.map { ($0.id, $0) }) { first, _ in first }
    let byURL = Dictionary(
      predictions.compactMap { document in document.address.map { ($0, document) } }
    ) { first, _ in first }
    var pairs: [(gold: Document, predicted: Document)] = []
    for document in gold {
      if let match = byID[document.id] ?? document.address.flatMap({ byURL[$0] }) {
        pairs.append((document, match))
      } else {
        missing.append(document.id)
        pairs.append((document, Document(id: document.id)))
      }
    }
    for (gold, predicted) in pairs { score(gold, predicted) }
    scoreDuplicates(pairs)
  }

  /// The tally of a measure.
  public subscript(name: String) -> Tally {
    get { tallies.first { $0.name == name }?.tally ?? Tally() }
    set {
      if let index = tallies.firstIndex(where: { $0.name == name }) {
        tallies[index].tally = newValue
      } else {
        tallies.append((name, newValue))
      }
    }
  }

  private mutating func score(_ gold: Document, _ predicted: Document) {
    self["text"] += ShingleOverlap.tally(gold: gold.text, predicted: predicted.text)
    scoreMetadata(gold.metadata, predicted.metadata)
    if let language = gold.language {
      self["language"] += Tally(
        right: language.code == predicted.language?.code ? 1 : 0, predicted: 1, gold: 1)
    }
    let projection = SpanProjection(from: predicted.text, to: gold.text)
    scoreEntities(gold, predicted, projection)
    scoreQuantities(gold, predicted, projection)
    scoreDates(gold, predicted, projection)
    let claims = ClaimScorer(gold: gold, predicted: predicted, projection: projection)
    for (name, tally) in claims.tallies { self[name] += tally }
  }

  /// Title, names of authors and day of publication, where the gold has them.
  private mutating func scoreMetadata(_ gold: Metadata, _ predicted: Metadata) {
    func compare(_ name: String, _ gold: [String], _ predicted: [String]) {
      guard !gold.isEmpty else { return }
      self[name] += Tally(
        right: Set(gold).intersection(predicted).count, predicted: predicted.count,
        gold: gold.count)
    }
    func day(_ moment: String?) -> [String] { moment.map { [String($0.prefix(10))] } ?? [] }
    compare("title", gold.title.map { [$0] } ?? [], predicted.title.map { [$0] } ?? [])
    compare("authors", gold.authors, predicted.authors)
    compare("published", day(gold.published), day(predicted.published))
  }

  private mutating func scoreEntities(
    _ gold: Document, _ predicted: Document, _ projection: SpanProjection
  ) {
    func names(_ document: Document, _ carry: (TextRange) -> TextRange?) -> Set<String> {
      var names: Set<String> = []
      for entity in document[Entity.self].elements {
        for mention in entity.mentions where mention.kind == .name || mention.kind == .alias {
          guard let range = carry(mention.range) else { continue }
          names.insert("\(range.start)-\(range.end)-\(entity.kind.rawValue)")
        }
      }
      return names
    }
    let expected = names(gold) { $0 }
    let found = names(predicted, projection.project)
    self["entities"] += Tally(
      right: expected.intersection(found).count, predicted: found.count, gold: expected.count)
  }

  private mutating func scoreQuantities(
    _ gold: Document, _ predicted: Document, _ projection: SpanProjection
  ) {
    let expected = gold[Quantity.self].elements
    var used: Set<Int> = []
    var right = 0
    let found = predicted[Quantity.self].elements.filter { $0.kind != .ordinal }
    for quantity in found {
      guard let range = projection.project(quantity.range) else { continue }
      let match = expected.indices.first { index in
        !used.contains(index) && expected[index].range.overlaps(range)
          && Self.isSame(
            expected[index].value ?? expected[index].low, quantity.value ?? quantity.low)
      }
      guard let match else { continue }
      used.insert(match)
      right += 1
    }
    self["quantities"] += Tally(right: right, predicted: found.count, gold: expected.count)
  }

  private static func isSame(_ first: Double?, _ second: Double?) -> Bool {
    guard let first, let second else { return false }
    return abs(first - second) <= 1e-6 * max(1, abs(first))
  }

  private mutating func scoreDates(
    _ gold: Document, _ predicted: Document, _ projection: SpanProjection
  ) {
    let expected = gold[TemporalExpression.self].elements
    var used: Set<Int> = []
    var right = 0
    let found = predicted[TemporalExpression.self].elements
    for date in found {
      guard let range = projection.project(date.range) else { continue }
      let match = expected.indices.first { index in
        !used.contains(index) && expected[index].range.overlaps(range)
          && expected[index].timex == date.timex
      }
      guard let match else { continue }
      used.insert(match)
      right += 1
    }
    self["dates"] += Tally(right: right, predicted: found.count, gold: expected.count)
  }

  /// Pairs of documents in one cluster: the same pairs in gold and prediction.
  private mutating func scoreDuplicates(_ pairs: [(gold: Document, predicted: Document)]) {
    func clusters(_ documents: [Document]) -> Set<String> {
      var members: [String: [Int]] = [:]
      for (index, document) in documents.enumerated() {
        guard let cluster = document.duplication?.cluster, !cluster.isEmpty else { continue }
        members[cluster, default: []].append(index)
      }
      var linked: Set<String> = []
      for cluster in members.values {
        for (position, first) in cluster.enumerated() {
          for second in cluster[(position + 1)...]
          where documents[first].language?.code == documents[second].language?.code {
            linked.insert("\(first)-\(second)")
          }
        }
      }
      return linked
    }
    let expected = clusters(pairs.map(\.gold))
    let found = clusters(pairs.map(\.predicted))
    guard !expected.isEmpty || !found.isEmpty else { return }
    self["duplicates"] += Tally(
      right: expected.intersection(found).count, predicted: found.count, gold: expected.count)
  }
}

import FilonCore

/// A graph-based dependency parser: the best tree over the scores of a network.
struct DependencyParser {
  /// A longer sentence is parsed in pieces: the matrix of heads is quadratic.
  static let longest = 160

  let model: ParserModel
  private let values: ParserNetwork.Activations
  private var rows: [Int32] = []
  private var tags: [UInt8] = []

  init(model: ParserModel) {
    self.model = model
    values = ParserNetwork.Activations(model.network.layout)
  }

  /// Heads (the word itself for the root) and relations of a sentence.
  mutating func parse(_ sentence: [ParserWord]) -> (heads: [Int], relations: [DependencyRelation]) {
    var heads: [Int] = []
    var relations: [DependencyRelation] = []
    heads.reserveCapacity(sentence.count)
    relations.reserveCapacity(sentence.count)
    var root = 0
    while heads.count < sentence.count {
      let start = heads.count
      let left = sentence.count - start
      let end = left <= Self.longest ? sentence.count : start + Self.longest
      let piece = parsePiece(sentence[start..<end])
      for index in piece.heads.indices {
        let isRoot = piece.heads[index] == piece.heads.count
        if isRoot, start == 0 { root = index }
        heads.append(isRoot ? root : start + piece.heads[index])
        relations.append(isRoot && start > 0 ? .parataxis : piece.relations[index])
      }
    }
    return (heads, relations)
  }

  private mutating func parsePiece(
    _ words: ArraySlice<ParserWord>
  ) -> (heads: [Int], relations: [DependencyRelation]) {
    let network = model.network
    let width = network.layout.embedding
    values.reset(rows: words.count + 1)
    let inputs = values.inputs[0]
    inputs.clear(values.rows * width)
    rows.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    for word in words {
      model.index.append(word, to: &rows)
      tags.append(word.tag)
    }
    model.index.append(.root, to: &rows)
    tags.append(ParserWord.root.tag)
    for row in 0..<values.rows {
      let first = row * WordVectorIndex.count
      model.addVectors(
        rows[first..<first + WordVectorIndex.count], to: inputs.base + row * width)
    }
    for layer in 0..<network.layout.layers { network.runLayer(layer, values) }
    network.project(values)
    network.scoreArcs(values, tags: tags)
    let heads = SpanningTree.heads(values.scores.base, pitch: values.pitch, count: words.count)
    network.scoreRelations(values, heads: heads)
    return (heads, heads.indices.map { relation($0, isRoot: heads[$0] == words.count) })
  }

  private func relation(_ word: Int, isRoot: Bool) -> DependencyRelation {
    if isRoot { return .root }
    let scores = values.relations.base + word * ParserLayout.relations
    var best = DependencyRelation.dep
    for relation in DependencyRelation.allCases
    where relation != .root && scores[Int(relation.rawValue)] > scores[Int(best.rawValue)] {
      best = relation
    }
    return best
  }
}

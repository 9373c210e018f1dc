import FilonCore

/// The sizes of the parser's network, and where each of its dense parameters lies.
struct ParserLayout: Sendable {
  /// Width of word vectors, of the states of one direction, of the vectors that heads and relations
  /// are told by.
  let embedding: Int
  let hidden: Int
  let layers: Int
  let arc: Int
  let label: Int
  /// Relations, rounded up for the kernels.
  static let relations = 48
  /// Tags with the root, and distances, of the table of arc biases.
  static let tags = 20
  static let distances = 17

  /// A matrix of parameters; a vector is a matrix of one row.
  struct Block: Sendable {
    let offset: Int
    let rows: Int
    let columns: Int
    var count: Int { rows * columns }
  }

  /// Per layer: linear parts of both directions (the first layer also makes the highway), then the
  /// vectors of the recurrence, four times `hidden` a direction.
  private(set) var linear: [Block] = []
  private(set) var recurrence: [Block] = []
  /// Vectors of dependents and heads, for arcs and for relations, and their biases.
  let projection: Block
  let projectionBias: Block
  /// The bilinear form of arcs, the weight of a head by itself, the biases of tags at a distance.
  let bilinear: Block
  let headWeight: Block
  let arcBias: Block
  /// The relations of an arc.
  let relation: Block
  let relationBias: Block
  /// Number of parameters.
  let count: Int

  init(embedding: Int, hidden: Int, layers: Int, arc: Int, label: Int) {
    (self.embedding, self.hidden, self.layers) = (embedding, hidden, layers)
    (self.arc, self.label) = (arc, label)
    var offset = 0
    func take(_ rows: Int, _ columns: Int) -> Block {
      let block = Block(offset: offset, rows: rows, columns: columns)
      offset += (rows * columns + 15) / 16 * 16
      return block
    }
    for layer in 0..<layers {
      linear.append(
        take(layer == 0 ? embedding : 2 * hidden, layer == 0 ? 8 * hidden : 6 * hidden))
      recurrence.append(take(2, 4 * hidden))
    }
    projection = take(2 * hidden, 2 * arc + 2 * label)
    projectionBias = take(1, 2 * arc + 2 * label)
    bilinear = take(arc, arc)
    headWeight = take(1, arc)
    arcBias = take(Self.distances, Self.tags * Self.tags)
    relation = take(label, Self.relations)
    relationBias = take(1, Self.relations)
    count = offset
  }

  /// Width of the input of a layer.
  func inputWidth(_ layer: Int) -> Int { layer == 0 ? embedding : 2 * hidden }

  /// The matrices, in the order of the file.
  var matrices: [Block] { linear + [projection, bilinear, relation] }

  /// The vectors and tables, in the order of the file.
  var vectors: [Block] {
    recurrence + [projectionBias, headWeight, arcBias, relationBias]
  }

  /// The class of the distance from a word to its head; the root has its own.
  @inline(__always)
  static func distance(_ dependent: Int, _ head: Int, root: Int) -> Int {
    if head == root { return 16 }
    let gap = head > dependent ? head - dependent : dependent - head
    let steps = gap <= 4 ? gap - 1 : gap <= 6 ? 4 : gap <= 9 ? 5 : gap <= 15 ? 6 : 7
    return head > dependent ? steps : steps + 8
  }
}

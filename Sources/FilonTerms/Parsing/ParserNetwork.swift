import CFilonKernels
import FilonCore

/// The network of the parser: simple recurrent units in both directions over word vectors (Lei et
/// al. 2018), then a bilinear score for each pair of dependent and head and a relation for each arc
/// (Dozat and Manning 2017).
///
/// A sentence has a row a word and a last row for the root.
struct ParserNetwork: Sendable {
  let layout: ParserLayout
  let weights: FloatStorage

  /// What the network computes for one sentence, and, in another value, the gradients of that.
  final class Activations {
    let layout: ParserLayout
    private(set) var capacity = 0
    /// Number of rows in use, the root's included, and the distance of rows of square matrices.
    private(set) var rows = 0
    private(set) var pitch = 0
    /// Inputs of the layers, and the output of the last.
    private(set) var inputs: [FloatStorage] = []
    private(set) var linear: [FloatStorage] = []
    private(set) var memory: [FloatStorage] = []
    private(set) var vectors = FloatStorage(0)
    private(set) var forms = FloatStorage(0)
    private(set) var headColumns = FloatStorage(0)
    private(set) var scores = FloatStorage(0)
    private(set) var arcs = FloatStorage(0)
    private(set) var relations = FloatStorage(0)

    init(_ layout: ParserLayout) { self.layout = layout }

    /// Makes room for a sentence; the contents are not defined.
    func reset(rows: Int) {
      self.rows = rows
      pitch = (rows + 15) / 16 * 16
      guard rows > capacity else { return }
      capacity = max(pitch, min(capacity * 2, 512))
      let hidden = layout.hidden
      inputs = (0...layout.layers).map { FloatStorage(capacity * layout.inputWidth($0)) }
      linear = layout.linear.map { FloatStorage(capacity * $0.columns) }
      memory = (0..<layout.layers * 2).map { _ in FloatStorage(capacity * 3 * hidden) }
      vectors = FloatStorage(capacity * layout.projection.columns)
      forms = FloatStorage(capacity * layout.arc)
      headColumns = FloatStorage(capacity * layout.arc)
      scores = FloatStorage(capacity * capacity)
      arcs = FloatStorage(capacity * layout.label)
      relations = FloatStorage(capacity * ParserLayout.relations)
    }
  }

  @inline(__always)
  func parameters(_ block: ParserLayout.Block) -> UnsafeMutablePointer<Float> {
    weights.base + block.offset
  }

  /// Runs one layer, from `inputs[layer]` to `inputs[layer + 1]`.
  func runLayer(_ layer: Int, _ values: Activations) {
    let rows = values.rows
    let hidden = layout.hidden
    let width = layout.inputWidth(layer)
    let block = layout.linear[layer]
    let linear = values.linear[layer]
    linear.clear(rows * block.columns)
    filon_matrix_multiply_add(
      values.inputs[layer].base, width, 1, parameters(block), block.columns, linear.base,
      block.columns, rows, width, block.columns)
    for direction in 0..<2 {
      let skip =
        layer == 0
        ? linear.base + 6 * hidden + direction * hidden
        : values.inputs[layer].base + direction * hidden
      filon_recurrence_forward(
        linear.base + direction * 3 * hidden, block.columns, skip,
        layer == 0 ? block.columns : width,
        parameters(layout.recurrence[layer]) + direction * 4 * hidden,
        values.memory[layer * 2 + direction].base,
        values.inputs[layer + 1].base + direction * hidden, 2 * hidden, rows, hidden,
        direction == 0 ? 1 : -1)
    }
  }

  /// The slope of the activation function for negative numbers.
  static let leak: Float = 0.1

  /// Computes the vectors of dependents and heads.
  func project(_ values: Activations) {
    let block = layout.projection
    let bias = parameters(layout.projectionBias)
    for row in 0..<values.rows {
      (values.vectors.base + row * block.columns).update(from: bias, count: block.columns)
    }
    filon_matrix_multiply_add(
      values.inputs[layout.layers].base, block.rows, 1, parameters(block), block.columns,
      values.vectors.base, block.columns, values.rows, block.rows, block.columns)
    let vectors = values.vectors.base
    for index in 0..<values.rows * block.columns {
      let value = vectors[index]
      vectors[index] = value < 0 ? value * Self.leak : value
    }
  }

  /// Scores each head (column) of each word (row); a row is `pitch` long.
  func scoreArcs(_ values: Activations, tags: [UInt8]) {
    let (rows, pitch, arc) = (values.rows, values.pitch, layout.arc)
    let width = layout.projection.columns
    let heads = values.vectors.base + arc
    let columns = values.headColumns.base
    for index in 0..<arc {
      for row in 0..<rows { columns[index * pitch + row] = heads[row * width + index] }
      for row in rows..<pitch { columns[index * pitch + row] = 0 }
    }
    values.forms.clear((rows - 1) * arc)
    filon_matrix_multiply_add(
      values.vectors.base, width, 1, parameters(layout.bilinear), arc, values.forms.base, arc,
      rows - 1, arc, arc)
    let weight = parameters(layout.headWeight)
    let scores = values.scores.base
    let biases = parameters(layout.arcBias)
    scores.update(repeating: 0, count: pitch)
    filon_matrix_multiply_add(weight, arc, 1, columns, pitch, scores, pitch, 1, arc, pitch)
    for row in stride(from: rows - 2, through: 0, by: -1) {
      let tag = Int(tags[row]) * ParserLayout.tags
      for head in 0..<rows {
        let distance = ParserLayout.distance(row, head, root: rows - 1)
        scores[row * pitch + head] =
          scores[head]
          + biases[distance * ParserLayout.tags * ParserLayout.tags + tag + Int(tags[head])]
      }
    }
    filon_matrix_multiply_add(
      values.forms.base, arc, 1, columns, pitch, scores, pitch, rows - 1, arc, pitch)
  }

  /// Scores the relations of each word to its head.
  func scoreRelations(_ values: Activations, heads: [Int]) {
    let width = layout.projection.columns
    let label = layout.label
    for word in 0..<heads.count {
      let dependent = values.vectors.base + word * width + 2 * layout.arc
      let head = values.vectors.base + heads[word] * width + 2 * layout.arc + label
      let arc = values.arcs.base + word * label
      for index in 0..<label {
        let sum = dependent[index] + head[index]
        arc[index] = sum < 0 ? sum * Self.leak : sum
      }
      (values.relations.base + word * ParserLayout.relations).update(
        from: parameters(layout.relationBias), count: ParserLayout.relations)
    }
    filon_matrix_multiply_add(
      values.arcs.base, label, 1, parameters(layout.relation), ParserLayout.relations,
      values.relations.base, ParserLayout.relations, heads.count, label, ParserLayout.relations)
  }
}

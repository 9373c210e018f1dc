import CFilonKernels
import FilonCore

/// Back-propagation through the parser's network.
struct ParserGradient {
  let layout: ParserLayout
  /// The parameters, and the same matrices transposed.
  let network: ParserNetwork
  private let transposed: FloatStorage
  /// Gradients of the parameters.
  let gradient: FloatStorage
  let values: ParserNetwork.Activations
  /// Gradients of ``values``.
  let deltas: ParserNetwork.Activations
  private let carry: FloatStorage

  init(_ network: ParserNetwork) {
    self.network = network
    layout = network.layout
    transposed = FloatStorage(layout.count)
    gradient = FloatStorage(layout.count)
    values = ParserNetwork.Activations(layout)
    deltas = ParserNetwork.Activations(layout)
    carry = FloatStorage(layout.hidden)
  }

  /// Takes over changed parameters.
  func transpose() {
    for block in layout.matrices {
      let source = network.parameters(block)
      let target = transposed.base + block.offset
      for row in 0..<block.rows {
        for column in 0..<block.columns {
          target[column * block.rows + row] = source[row * block.columns + column]
        }
      }
    }
  }

  /// Adds the gradient of `target = source * block`: to the parameters and, through `source`, to
  /// `sourceDelta`.
  private func add(
    _ block: ParserLayout.Block, source: UnsafePointer<Float>, sourceRow: Int,
    delta: UnsafePointer<Float>, deltaRow: Int, rows: Int,
    sourceDelta: UnsafeMutablePointer<Float>
  ) {
    filon_matrix_multiply_add(
      source, 1, sourceRow, delta, deltaRow, gradient.base + block.offset, block.columns,
      block.rows, rows, block.columns)
    filon_matrix_multiply_add(
      delta, deltaRow, 1, transposed.base + block.offset, block.rows, sourceDelta, sourceRow, rows,
      block.columns, block.rows)
  }

  /// Prepares for the gradients of a sentence.
  func clearDeltas() {
    deltas.reset(rows: values.rows)
    deltas.vectors.clear(values.rows * layout.projection.columns)
    deltas.arcs.clear(values.rows * layout.label)
    deltas.forms.clear(values.rows * layout.arc)
    for layer in 0...layout.layers {
      deltas.inputs[layer].clear(values.rows * layout.inputWidth(layer))
    }
  }

  /// Takes the gradients in `deltas.relations` back to the vectors.
  func relations(heads: [Int]) {
    let label = layout.label
    let width = layout.projection.columns
    let bias = gradient.base + layout.relationBias.offset
    for word in heads.indices {
      let row = deltas.relations.base + word * ParserLayout.relations
      for relation in 0..<ParserLayout.relations { bias[relation] += row[relation] }
    }
    add(
      layout.relation, source: values.arcs.base, sourceRow: label, delta: deltas.relations.base,
      deltaRow: ParserLayout.relations, rows: heads.count, sourceDelta: deltas.arcs.base)
    for word in heads.indices {
      let dependent = deltas.vectors.base + word * width + 2 * layout.arc
      let head = deltas.vectors.base + heads[word] * width + 2 * layout.arc + label
      for index in 0..<label {
        let slope = values.arcs.base[word * label + index] < 0 ? ParserNetwork.leak : 1
        let delta = deltas.arcs.base[word * label + index] * slope
        dependent[index] += delta
        head[index] += delta
      }
    }
  }

  /// Takes the gradients in `deltas.scores` back to the vectors.
  func arcs(tags: [UInt8]) {
    let (rows, pitch, arc) = (values.rows, values.pitch, layout.arc)
    let width = layout.projection.columns
    let scores = deltas.scores.base
    let biases = gradient.base + layout.arcBias.offset
    let heads = values.vectors.base + arc
    let headDeltas = deltas.vectors.base + arc
    let headWeight = network.parameters(layout.headWeight)
    let headWeightGradient = gradient.base + layout.headWeight.offset
    for head in 0..<rows {
      var sum: Float = 0
      for row in 0..<rows - 1 {
        let delta = scores[row * pitch + head]
        sum += delta
        let distance = ParserLayout.distance(row, head, root: rows - 1)
        biases[
          (distance * ParserLayout.tags + Int(tags[row])) * ParserLayout.tags + Int(tags[head])] +=
          delta
      }
      for index in 0..<arc {
        headDeltas[head * width + index] += sum * headWeight[index]
        headWeightGradient[index] += sum * heads[head * width + index]
      }
    }
    filon_matrix_multiply_add(
      scores, pitch, 1, heads, width, deltas.forms.base, arc, rows - 1, rows, arc)
    filon_matrix_multiply_add(
      scores, 1, pitch, values.forms.base, arc, headDeltas, width, rows, rows - 1, arc)
    filon_matrix_multiply_add(
      values.vectors.base, 1, width, deltas.forms.base, arc,
      gradient.base + layout.bilinear.offset, arc, arc, rows - 1, arc)
    filon_matrix_multiply_add(
      deltas.forms.base, arc, 1, transposed.base + layout.bilinear.offset, arc,
      deltas.vectors.base, width, rows - 1, arc, arc)
  }

  /// Takes the gradients of the vectors back to the output of the last layer. `mask` is what the
  /// vectors were multiplied by after activation.
  func project(mask: UnsafePointer<Float>) {
    let block = layout.projection
    let bias = gradient.base + layout.projectionBias.offset
    let delta = deltas.vectors.base
    for row in 0..<values.rows {
      for column in 0..<block.columns {
        let index = row * block.columns + column
        let slope = values.vectors.base[index] < 0 ? ParserNetwork.leak : 1
        delta[index] *= slope * mask[index]
        bias[column] += delta[index]
      }
    }
    add(
      block, source: values.inputs[layout.layers].base, sourceRow: block.rows, delta: delta,
      deltaRow: block.columns, rows: values.rows,
      sourceDelta: deltas.inputs[layout.layers].base)
  }

  /// Takes the gradients of the output of a layer back to its input.
  func layer(_ layer: Int) {
    let rows = values.rows
    let hidden = layout.hidden
    let width = layout.inputWidth(layer)
    let block = layout.linear[layer]
    let linear = values.linear[layer].base
    let delta = deltas.linear[layer].base
    deltas.linear[layer].clear(rows * block.columns)
    for direction in 0..<2 {
      let isFirst = layer == 0
      let offset = isFirst ? (6 + direction) * hidden : direction * hidden
      filon_recurrence_backward(
        linear + direction * 3 * hidden, block.columns,
        (isFirst ? linear : values.inputs[layer].base) + offset, isFirst ? block.columns : width,
        network.parameters(layout.recurrence[layer]) + direction * 4 * hidden,
        values.memory[layer * 2 + direction].base,
        deltas.inputs[layer + 1].base + direction * hidden, 2 * hidden,
        delta + direction * 3 * hidden,
        (isFirst ? delta : deltas.inputs[layer].base) + offset,
        gradient.base + layout.recurrence[layer].offset + direction * 4 * hidden, carry.base, rows,
        hidden, direction == 0 ? 1 : -1)
    }
    add(
      block, source: values.inputs[layer].base, sourceRow: width, delta: delta,
      deltaRow: block.columns, rows: rows, sourceDelta: deltas.inputs[layer].base)
  }
}

import CFilonKernels
import FilonCore

/// A run of stochastic gradient descent over the trees of a treebank: cross-entropy of the head of
/// each word, and of the relation to its right head.
struct ParserTraining {
  private typealias Example = ParserTrainer.Example
  /// The share of the features of a word that are dropped, of 256.
  private static let droppedFeatures: UInt8 = 20

  private let batch: Int
  /// The share of numbers that are dropped, of 256.
  private let dropped: UInt8
  private let examples: [ParserTrainer.Example]
  private let layout: ParserLayout
  private let index: WordVectorIndex
  private let indexBytes: [UInt8]
  private let counts: [UInt32]
  private let company: WordCompany.Rows
  private let companyWeights: FloatStorage
  private let companyGradient: FloatStorage
  private let companyInput = FloatStorage(DependencyParser.longest * WordClusters.dimensions)
  private var companyOptimizer: AdamOptimizer
  private let network: ParserNetwork
  private let gradients: ParserGradient
  private let wordVectors: FloatStorage
  private let wordGradient: FloatStorage
  private var denseOptimizer: AdamOptimizer
  private var wordOptimizer: AdamOptimizer
  private var touched: [Int32] = []
  private var isTouched: [Bool]
  private var generator = SplitMix64(seed: 5)
  private var masks: [FloatStorage] = []
  private var rows: [Int32] = []
  private var tags: [UInt8] = []
  private var loss = 0.0

  init(
    batch: Int, dropout: Float, _ layout: ParserLayout, _ examples: [ParserTrainer.Example],
    _ company: WordCompany
  ) {
    self.batch = batch
    dropped = UInt8(max(0, min(200, dropout * 256)))
    self.examples = examples
    self.layout = layout
    let forms: [UInt32]
    (forms, counts) = Self.forms(examples, company)
    indexBytes = WordVectorIndex.build(forms)
    self.company = company.rows(forms)
    companyWeights = FloatStorage(WordClusters.dimensions * layout.embedding)
    companyGradient = FloatStorage(WordClusters.dimensions * layout.embedding)
    companyOptimizer = AdamOptimizer(companyWeights.count)
    index = WordVectorIndex(ModelSection(EmbeddedBytes(copying: indexBytes)))
    network = ParserNetwork(layout: layout, weights: FloatStorage(layout.count))
    gradients = ParserGradient(network)
    wordVectors = FloatStorage(index.rows * layout.embedding)
    wordGradient = FloatStorage(index.rows * layout.embedding)
    denseOptimizer = AdamOptimizer(layout.count)
    wordOptimizer = AdamOptimizer(index.rows * layout.embedding)
    isTouched = Array(repeating: false, count: index.rows)
    for number in 0..<wordVectors.count { wordVectors.base[number] = uniform(0.4) }
    for number in 0..<companyWeights.count { companyWeights.base[number] = uniform(0.05) }
    for block in layout.matrices {
      let bound = (3 / Float(block.rows)).squareRoot()
      for number in 0..<block.count { network.parameters(block)[number] = uniform(bound) }
    }
    for block in layout.recurrence {
      for direction in 0..<2 {
        let weights = network.parameters(block) + direction * block.columns
        for number in 0..<2 * layout.hidden { weights[number] = uniform(0.3) }
      }
    }
  }

  /// The forms that occur twice or in running text, most frequent first, and how often they occur;
  /// the first count is of row 0.
  private static func forms(
    _ examples: [Example], _ company: WordCompany
  ) -> (forms: [UInt32], counts: [UInt32]) {
    var counts: [UInt32: UInt32] = [:]
    for example in examples {
      for word in example.words { counts[UInt32(truncatingIfNeeded: word.form), default: 0] += 1 }
    }
    let known = Set(company.forms)
    for form in company.forms { counts[form, default: 0] += 0 }
    let kept = counts.filter { $0.value > 1 || known.contains($0.key) }.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    return (kept.map(\.key), [0] + kept.map(\.value))
  }

  private mutating func uniform(_ bound: Float) -> Float {
    (Float(generator.next() >> 40) / Float(1 << 23) - 1) * bound
  }

  /// One round over the data; returns the loss a word.
  mutating func run(epoch: Int, of epochs: Int, rate: Float) -> Double {
    var order = Array(examples.indices)
    order.shuffle(using: &generator)
    loss = 0
    var words = 0
    var pending = 0
    gradients.transpose()
    for (position, number) in order.enumerated() {
      learn(examples[number])
      pending += examples[number].heads.count
      words += examples[number].heads.count
      guard pending >= batch || position == order.count - 1 else { continue }
      let done = (Float(epoch) + Float(position) / Float(order.count)) / Float(epochs)
      let warm = min(1, done * Float(epochs) * 4)
      apply(rate: rate * warm * (1 - done))
      pending = 0
    }
    return loss / Double(max(words, 1))
  }

  private mutating func apply(rate: Float) {
    let width = layout.embedding
    denseOptimizer.step(rate: rate)
    denseOptimizer.update(
      network.weights.base, gradients.gradient.base, offset: 0, count: layout.count)
    companyOptimizer.step(rate: rate)
    companyOptimizer.update(
      companyWeights.base, companyGradient.base, offset: 0, count: companyWeights.count)
    wordOptimizer.step(rate: rate)
    for row in touched {
      let offset = Int(row) * width
      wordOptimizer.update(
        wordVectors.base + offset, wordGradient.base + offset, offset: offset, count: width)
      isTouched[Int(row)] = false
    }
    touched.removeAll(keepingCapacity: true)
    gradients.transpose()
  }

  private mutating func learn(_ example: Example) {
    let values = gradients.values
    values.reset(rows: example.words.count + 1)
    embed(example)
    for layer in 0..<layout.layers {
      drop(values.inputs[layer], layer, values.rows * layout.inputWidth(layer))
      network.runLayer(layer, values)
    }
    drop(
      values.inputs[layout.layers], layout.layers,
      values.rows * layout.inputWidth(layout.layers))
    network.project(values)
    drop(values.vectors, layout.layers + 1, values.rows * layout.projection.columns)
    gradients.clearDeltas()
    network.scoreArcs(values, tags: tags)
    loss += headLoss(example)
    gradients.arcs(tags: tags)
    network.scoreRelations(values, heads: example.heads)
    loss += relationLoss(example)
    gradients.relations(heads: example.heads)
    gradients.project(mask: masks[layout.layers + 1].base)
    for layer in stride(from: layout.layers, through: 0, by: -1) {
      let delta = gradients.deltas.inputs[layer].base
      let mask = masks[layer].base
      for number in 0..<values.rows * layout.inputWidth(layer) { delta[number] *= mask[number] }
      if layer > 0 { gradients.layer(layer - 1) }
    }
    spread()
  }

  private mutating func embed(_ example: Example) {
    let width = layout.embedding
    rows.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    for word in example.words + [.root] {
      let first = rows.count
      index.append(word, to: &rows)
      let formRow = Int(rows[first])
      let count = Float(counts[formRow])
      let draw = generator.next()
      if Float(draw >> 40) / Float(1 << 24) < 0.25 / (0.25 + count) { rows[first] = 0 }
      for feature in 1..<WordVectorIndex.count
      where UInt8(truncatingIfNeeded: draw >> (UInt64(feature - 1) * 5)) < Self.droppedFeatures {
        rows[first + feature] = -1
      }
      company.copy(row: formRow, to: companyInput, row: tags.count)
      tags.append(word.tag)
    }
    let input = gradients.values.inputs[0]
    input.clear(tags.count * width)
    for (number, row) in rows.enumerated() where row >= 0 {
      let target = input.base + number / WordVectorIndex.count * width
      let source = wordVectors.base + Int(row) * width
      for column in 0..<width { target[column] += source[column] }
    }
    let dimensions = WordClusters.dimensions
    filon_matrix_multiply_add(
      companyInput.base, dimensions, 1, companyWeights.base, width, input.base, width, tags.count,
      dimensions, width)
  }

  /// Adds the gradients of the inputs to those of the word vectors.
  private mutating func spread() {
    let width = layout.embedding
    let dimensions = WordClusters.dimensions
    filon_matrix_multiply_add(
      companyInput.base, 1, dimensions, gradients.deltas.inputs[0].base, width,
      companyGradient.base, width, dimensions, tags.count, width)
    for (number, row) in rows.enumerated() where row >= 0 {
      let source = gradients.deltas.inputs[0].base + number / WordVectorIndex.count * width
      let target = wordGradient.base + Int(row) * width
      for column in 0..<width { target[column] += source[column] }
      if !isTouched[Int(row)] {
        isTouched[Int(row)] = true
        touched.append(row)
      }
    }
  }

  /// Drops numbers at random and scales the others up; the mask is kept.
  private mutating func drop(_ values: FloatStorage, _ place: Int, _ count: Int) {
    while masks.count <= place { masks.append(FloatStorage(0)) }
    if masks[place].count < count { masks[place] = FloatStorage(count * 2) }
    let mask = masks[place].base
    let kept = 256 / Float(256 - Int(dropped))
    var number = 0
    while number < count {
      var draw = generator.next()
      for index in number..<min(number + 8, count) {
        let factor = UInt8(truncatingIfNeeded: draw) < dropped ? 0 : kept
        mask[index] = factor
        values.base[index] *= factor
        draw >>= 8
      }
      number += 8
    }
  }

  private func headLoss(_ example: Example) -> Double {
    let values = gradients.values
    let (rows, pitch) = (values.rows, values.pitch)
    var sum = 0.0
    for word in example.heads.indices {
      values.scores.base[word * pitch + word] = -60
      sum += Self.crossEntropy(
        values.scores.base + word * pitch, rows, gold: example.heads[word],
        gradients.deltas.scores.base + word * pitch)
      gradients.deltas.scores.base[word * pitch + word] = 0
    }
    return sum
  }

  private func relationLoss(_ example: Example) -> Double {
    let width = ParserLayout.relations
    var sum = 0.0
    for word in example.heads.indices {
      sum += Self.crossEntropy(
        gradients.values.relations.base + word * width, width,
        gold: Int(example.relations[word]), gradients.deltas.relations.base + word * width)
    }
    return sum
  }

  /// Writes the gradient of the cross-entropy of a choice and returns an upper bound of the latter.
  private static func crossEntropy(
    _ scores: UnsafePointer<Float>, _ count: Int, gold: Int, _ delta: UnsafeMutablePointer<Float>
  ) -> Double {
    var largest = scores[0]
    for index in 1..<count { largest = max(largest, scores[index]) }
    var sum: Float = 0
    for index in 0..<count {
      delta[index] = filon_exponential(scores[index] - largest)
      sum += delta[index]
    }
    let factor = 1 / sum
    for index in 0..<count { delta[index] *= factor }
    let missing = 1 - delta[gold]
    delta[gold] -= 1
    return Double(missing)
  }

  /// A row of the word vectors as the model needs it: with what the company of a form says, and
  /// without a vector of its own when no tree has the form.
  private func appendVector(_ row: Int, to bytes: inout [UInt8]) {
    let width = layout.embedding
    let isNew = row > 0 && row < counts.count && counts[row] == 0
    let sum = FloatStorage(width)
    sum.base.update(from: wordVectors.base + (isNew ? 0 : row) * width, count: width)
    if row < counts.count {
      company.copy(row: row, to: companyInput, row: 0)
      filon_matrix_multiply_add(
        companyInput.base, WordClusters.dimensions, 1, companyWeights.base, width, sum.base, width,
        1, WordClusters.dimensions, width)
    }
    QuantizedRows.append(sum.base, width: width, stride: 1, to: &bytes)
  }

  /// The model with all numbers in eight bits, but for biases.
  func modelBytes() -> [UInt8] {
    var sizes: [UInt8] = []
    for size in [layout.embedding, layout.hidden, layout.layers, layout.arc, layout.label] {
      sizes.append(littleEndian: UInt16(size))
    }
    var vectors: [UInt8] = []
    for row in 0..<index.rows { appendVector(row, to: &vectors) }
    var matrices: [UInt8] = []
    for block in layout.matrices {
      for column in 0..<block.columns {
        QuantizedRows.append(
          network.parameters(block) + column, width: block.rows, stride: block.columns,
          to: &matrices)
      }
    }
    var biases: [UInt8] = []
    for block in layout.vectors {
      for number in 0..<block.count {
        biases.append(littleEndian: network.parameters(block)[number].bitPattern)
      }
    }
    return ModelFile.build([
      (ParserModel.Section.layout, sizes), (ParserModel.Section.forms, indexBytes),
      (ParserModel.Section.wordVectors, vectors), (ParserModel.Section.matrices, matrices),
      (ParserModel.Section.vectors, biases),
    ])
  }
}

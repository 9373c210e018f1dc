import FilonCore

/// Trains the check-worthiness weights: logistic regression with weight decay.
///
/// Newton steps along one weight after the other (coordinate descent), in a fixed order: the same
/// examples give the same text.
public struct CheckworthinessTrainer: Sendable {
  /// Words that occur in fewer sentences are left out.
  public var minimumCount = 8
  /// Weight decay of words, in sentences.
  public var wordDecay: Float = 16
  /// Weight decay of named features, which hold in both languages.
  public var decay: Float = 0.3
  /// Rounds over all weights.
  public var rounds = 40

  /// Parts of the cross-validation.
  public var folds = 6

  /// The longest step of a weight.
  private static let longestStep: Float = 0.5

  /// A feature with the sentences it occurs in.
  private struct Column {
    var name: String
    var decay: Float = 0
    var rows: [Int32] = []
    var values: [Float] = []
    var weight: Float = 0
  }

  private var named: [Column]
  private var words: [Column] = []
  private var vocabulary: [FormHash: Int] = [:]
  private var labels: [Float] = []
  /// The number of the document of each sentence.
  private var documents: [Int] = []
  private var numbers: [String: Int] = [:]

  /// A trainer without examples.
  public init() {
    named = CheckworthinessFeature.allCases.map { Column(name: $0.name) }
  }

  /// Adds a sentence and whether it was worth checking.
  ///
  /// - Parameters:
  ///   - input: The sentence as a text with its layers.
  ///   - document: What the sentence is from, a debate or an article, for the cross-validation.
  ///   - isWorthChecking: Whether fact-checkers picked it.
  public mutating func add(_ input: ClaimInput, of document: String = "", isWorthChecking: Bool) {
    let text = ClaimText(input)
    let all = text.count > 0 ? [0..<text.count] : []
    let row = Int32(labels.count)
    for (index, value) in CheckworthinessFeature.values(text, input, words: all).enumerated()
    where value != 0 {
      named[index].rows.append(row)
      named[index].values.append(value)
    }
    let spelled = Self.spelling(input)
    for key in WordFeatures.keys(text, words: all) {
      guard let name = spelled[key] else { continue }
      let index = vocabulary[key] ?? words.count
      if index == words.count {
        vocabulary[key] = index
        words.append(Column(name: "word:" + name))
      }
      words[index].rows.append(row)
      words[index].values.append(1)
    }
    labels.append(isWorthChecking ? 1 : 0)
    let number = numbers[document] ?? numbers.count
    numbers[document] = number
    documents.append(number)
  }

  /// The lemmas of a text by their keys.
  private static func spelling(_ input: ClaimInput) -> [FormHash: String] {
    var names = [FormHash(WordFeatures.number): WordFeatures.number]
    for token in input.tokens {
      let form = String(input.text.slice(token.range))
      let lemma = (token.lemma.isEmpty ? form : token.lemma).lowercased()
      if lemma.utf8.allSatisfy({ $0 > 0x20 }) { names[FormHash(lemma)] = lemma }
    }
    return names
  }

  /// The weights as the text of a data file, headed by how well they do on documents they were
  /// not learnt from.
  public func train() -> String {
    guard !labels.isEmpty else { return "" }
    var lines: [String] = []
    if let precision = crossValidation() {
      lines.append(
        "# mean average precision \((precision * 1000).rounded() / 1000) by cross-validation over "
          + "\(numbers.count) documents in \(folds) folds")
    }
    lines.append("# feature\tweight")
    for column in fit(labels.map { _ in true }).columns {
      let weight = (column.weight * 1000).rounded() / 1000
      if weight != 0 { lines.append("\(column.name)\t\(weight)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The mean, over documents, of the average precision of their ranked sentences; each document
  /// is ranked by weights that were learnt without it. Nil for fewer documents than folds.
  func crossValidation() -> Double? {
    guard numbers.count >= folds else { return nil }
    var total = 0.0
    var count = 0
    for fold in 0..<folds {
      let sums = fit(documents.map { $0 % folds != fold }).sums
      for document in stride(from: fold, to: numbers.count, by: folds) {
        let rows = documents.indices.filter { documents[$0] == document }
          .sorted { (sums[$1], $0) < (sums[$0], $1) }
        guard let precision = averagePrecision(rows) else { continue }
        total += precision
        count += 1
      }
    }
    return count > 0 ? total / Double(count) : nil
  }

  /// The mean precision at the sentences worth checking; nil when there are none.
  private func averagePrecision(_ ranked: [Int]) -> Double? {
    var (hits, sum) = (0.0, 0.0)
    for (rank, row) in ranked.enumerated() where labels[row] == 1 {
      hits += 1
      sum += hits / Double(rank + 1)
    }
    return hits > 0 ? sum / hits : nil
  }

  /// The weights learnt from some sentences, and with them the scores of all.
  private func fit(_ isUsed: [Bool]) -> (columns: [Column], sums: [Float]) {
    var columns = named
    columns += words.filter { $0.rows.count >= minimumCount }.sorted { $0.name < $1.name }
    for index in columns.indices { columns[index].decay = index < named.count ? decay : wordDecay }
    var sums = [Float](repeating: 0, count: labels.count)
    for _ in 0..<rounds {
      for index in columns.indices { step(&columns[index], &sums, isUsed) }
    }
    return (columns, sums)
  }

  /// One Newton step of one weight; `sums` are the scores of the sentences.
  private func step(_ column: inout Column, _ sums: inout [Float], _ isUsed: [Bool]) {
    var gradient = -column.decay * column.weight
    var curvature = column.decay + 1e-3
    for (row, value) in zip(column.rows, column.values) where isUsed[Int(row)] {
      let probability = 1 / (1 + ChainLattice.exp(-sums[Int(row)]))
      gradient += value * (labels[Int(row)] - probability)
      curvature += value * value * probability * (1 - probability)
    }
    let change = max(-Self.longestStep, min(Self.longestStep, gradient / curvature))
    column.weight += change
    for (row, value) in zip(column.rows, column.values) { sums[Int(row)] += change * value }
  }
}

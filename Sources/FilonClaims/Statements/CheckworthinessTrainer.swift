import FilonCore

/// Trains the check-worthiness weights by logistic regression with weight decay.
///
/// Full-batch gradient steps in a fixed order: the same examples give the same text.
public struct CheckworthinessTrainer: Sendable {
  /// Words that occur in fewer sentences are left out.
  public var minimumCount = 8
  /// Weight decay of words; named features, which hold in both languages, decay less.
  public var wordDecay: Float = 0.0008
  /// Weight decay of named features.
  public var decay: Float = 0.00002
  /// Gradient steps.
  public var rounds = 250

  private var rows: [(values: [Float], words: [Int])] = []
  private var labels: [Float] = []
  private var vocabulary: [FormHash: Int] = [:]
  private var names: [String] = []
  private var counts: [Int] = []

  /// A trainer without examples.
  public init() {}

  /// Adds a sentence and whether it was worth checking.
  public mutating func add(_ input: ClaimInput, isWorthChecking: Bool) {
    let text = ClaimText(input)
    let all = text.count > 0 ? [0..<text.count] : []
    let spelled = Self.spelling(input)
    let words = WordFeatures.keys(text, words: all).compactMap { key -> Int? in
      if let known = vocabulary[key] {
        counts[known] += 1
        return known
      }
      guard let name = spelled[key] else { return nil }
      vocabulary[key] = names.count
      names.append(name)
      counts.append(1)
      return names.count - 1
    }
    rows.append((CheckworthinessFeature.values(text, input, words: all), words))
    labels.append(isWorthChecking ? 1 : 0)
  }

  /// The lemmas and pairs of lemmas of a text by their keys.
  private static func spelling(_ input: ClaimInput) -> [FormHash: String] {
    var names: [FormHash: String] = [:]
    var last: String?
    for token in input.tokens where !token.flags.contains(.sharesRange) {
      let form = String(input.text.slice(token.range))
      let lemma = (token.lemma.isEmpty ? form : token.lemma).lowercased()
      guard lemma.utf8.allSatisfy({ $0 > 0x20 }) else {
        last = nil
        continue
      }
      names[FormHash(lemma)] = lemma
      if let last {
        names[WordFeatures.key([FormHash(last), FormHash(lemma)])] = last + " " + lemma
      }
      last = lemma
    }
    return names
  }

  /// The weights as the text of a data file.
  public func train() -> String {
    guard !rows.isEmpty else { return "" }
    let count = CheckworthinessFeature.allCases.count
    let kept = counts.map { $0 >= minimumCount }
    let used = rows.map { $0.words.filter { kept[$0] } }
    var weights = [Float](repeating: 0, count: count + names.count)
    var squares = [Float](repeating: 1e-6, count: weights.count)
    var gradient = [Float](repeating: 0, count: weights.count)
    for _ in 0..<rounds {
      for index in gradient.indices { gradient[index] = 0 }
      for (row, label) in zip(rows.indices, labels) {
        let values = rows[row].values
        var sum: Float = 0
        for index in 0..<count { sum += weights[index] * values[index] }
        for word in used[row] { sum += weights[count + word] }
        let error = label - 1 / (1 + ChainLattice.exp(-sum))
        for index in 0..<count { gradient[index] += error * values[index] }
        for word in used[row] { gradient[count + word] += error }
      }
      for index in weights.indices {
        let decay = index < count ? decay : wordDecay
        let step = gradient[index] / Float(rows.count) - decay * weights[index]
        guard step != 0 else { continue }
        squares[index] += step * step
        weights[index] += 0.1 * step / squares[index].squareRoot()
      }
    }
    var lines: [String] = zip(CheckworthinessFeature.allCases, weights).map {
      "\($0.name)\t\(($1 * 1_000).rounded() / 1_000)"
    }
    for index in names.indices.sorted(by: { names[$0] < names[$1] }) where kept[index] {
      let weight = (weights[count + index] * 100).rounded() / 100
      if abs(weight) >= 0.05 { lines.append("word:\(names[index])\t\(weight)") }
    }
    return "# feature\tweight\n" + lines.joined(separator: "\n") + "\n"
  }
}

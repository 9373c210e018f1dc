/// Log-likelihoods of the languages of a model for one text, up to a constant, calibrated.
struct LanguageDistribution {
  /// One for each language of the model; far below zero for a language not written in the script.
  private(set) var logLikelihoods: [Float]
  /// Letters the distribution rests on.
  let weight: Int
  /// Whether the text holds nothing that could be in a language the model knows.
  private(set) var isUndetermined = false

  /// The value of a language that the script rules out.
  static let impossible: Float = -60
  /// The least a language of the right script may get: no evidence is certain.
  private static let floor: Float = -12

  /// The distribution that `evidence` gives under `model`; `expected` are the places of the languages
  /// that are expected.
  init(_ evidence: borrowing LanguageEvidence, _ model: LanguageModel, expected: [Int]) {
    weight = evidence.weight
    logLikelihoods = [Float](repeating: Self.impossible, count: model.languages.count)
    guard let script = evidence.script else {
      setUndetermined(model)
      return
    }
    let bit = UInt16(1) << script.rawValue
    switch model.languageCounts[Int(script.rawValue)] {
    case 0: setUndetermined(model)
    case 1:
      for index in model.languages.indices
      where model.scripts[index] & bit != 0 && model.languages[index] != LanguageModel.undetermined
      {
        logLikelihoods[index] = 0
      }
    default:
      guard let (mean, hits) = evidence.mean(script) else {
        setUndetermined(model)
        return
      }
      classify(mean, hits, bit, model)
      if evidence.isMostlyNames(script) { weighNames(evidence, expected, bit, model) }
    }
  }

  private mutating func setUndetermined(_ model: LanguageModel) {
    isUndetermined = true
    if let index = model.languages.firstIndex(of: LanguageModel.undetermined) {
      logLikelihoods[index] = 0
    }
  }

  private mutating func classify(
    _ mean: SIMD16<Float>, _ hits: UInt64, _ bit: UInt16, _ model: LanguageModel
  ) {
    let scale = 1 / model.temperature(hits: hits)
    var best = -Float.infinity
    for index in model.head.indices where model.scripts[index] & bit != 0 {
      let value = (model.head[index] * mean).total * scale
      logLikelihoods[index] = value
      best = max(best, value)
    }
    for index in model.head.indices where model.scripts[index] & bit != 0 {
      logLikelihoods[index] = max(Self.floor, logLikelihoods[index] - best)
    }
  }

  /// The least log-likelihood a name may give to a language: the name may be foreign to the text.
  private static let nameBound: Float = -2.5
  /// What the log-likelihood of a name counts for: names beside one another come from one language
  /// more often than their texts do.
  private static let nameWeight: Float = 0.5

  /// Shares what the expected languages have together among them anew, when one of them leads: by the
  /// other words, and by each name within bounds.
  private mutating func weighNames(
    _ evidence: borrowing LanguageEvidence, _ expected: [Int], _ bit: UInt16, _ model: LanguageModel
  ) {
    let expected = expected.filter { model.scripts[$0] & bit != 0 }
    guard expected.count > 1, expected.contains(where: { logLikelihoods[$0] == 0 }) else { return }
    var part = self
    var scores = [Float](repeating: 0, count: expected.count)
    if let (mean, hits) = evidence.meanBesideNames {
      part.classify(mean, hits, bit, model)
      for (place, index) in expected.enumerated() { scores[place] = part.logLikelihoods[index] }
    }
    evidence.names.forEach { mean, hits in
      part.classify(mean, hits, bit, model)
      for (place, index) in expected.enumerated() {
        scores[place] += max(part.logLikelihoods[index], Self.nameBound) * Self.nameWeight
      }
    }
    let best = scores.max() ?? 0
    let mass = expected.reduce(0) { $0 + Exponential.exp(logLikelihoods[$1]) }
    let total = scores.reduce(0) { $0 + Exponential.exp($1 - best) }
    for (place, index) in expected.enumerated() {
      let value = scores[place] - best + Exponential.log(mass / total)
      logLikelihoods[index] = max(Self.floor, value)
    }
  }

  /// The probabilities after `logPrior` is taken into account.
  func posterior(_ logPrior: [Float]) -> [Float] {
    var values = logLikelihoods
    var best = -Float.infinity
    for index in values.indices {
      values[index] += logPrior[index]
      best = max(best, values[index])
    }
    var total: Float = 0
    for index in values.indices {
      values[index] = Exponential.exp(values[index] - best)
      total += values[index]
    }
    for index in values.indices { values[index] /= total }
    return values
  }
}

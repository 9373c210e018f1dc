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

  /// The distribution that `evidence` gives under `model`.
  init(_ evidence: LanguageEvidence, _ model: LanguageModel) {
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

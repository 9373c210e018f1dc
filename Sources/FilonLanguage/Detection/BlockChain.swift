/// A chain over the blocks of a document: a block is likely in the language of its neighbours.
///
/// A hidden Markov model whose states are the languages; the probabilities of each block given all
/// blocks come from the forward-backward algorithm (Rabiner 1989). Blocks without letters take no
/// part.
struct BlockChain {
  /// Probability that a block is in the language of the block before for that reason alone.
  static let persistence: Float = 0.5

  private let prior: [Float]

  /// Makes a chain for states with the given log-probabilities.
  init(logPrior: [Float]) { prior = logPrior.map(Exponential.exp) }

  /// The probabilities of the states of each block.
  func posteriors(_ blocks: [LanguageDistribution]) -> [[Float]] {
    let members = blocks.indices.filter { !blocks[$0].isUndetermined }
    var result = blocks.map { $0.logLikelihoods.map(Exponential.exp) }
    for (index, posterior) in zip(members, smoothed(members.map { result[$0] })) {
      result[index] = posterior
    }
    return result
  }

  private func smoothed(_ likelihoods: [[Float]]) -> [[Float]] {
    var forward: [[Float]] = []
    forward.reserveCapacity(likelihoods.count)
    for (index, likelihood) in likelihoods.enumerated() {
      let before = index == 0 ? prior : moved(forward[index - 1])
      forward.append(normalized(zip(before, likelihood).map { $0 * $1 }))
    }
    var posteriors = forward
    var backward = [Float](repeating: 1, count: prior.count)
    for index in likelihoods.indices.reversed() {
      posteriors[index] = normalized(zip(forward[index], backward).map { $0 * $1 })
      let weighted = zip(likelihoods[index], backward).map { $0 * $1 }
      let restart = (1 - Self.persistence) * zip(prior, weighted).map { $0 * $1 }.reduce(0, +)
      backward = normalized(weighted.map { Self.persistence * $0 + restart })
    }
    return posteriors
  }

  private func moved(_ state: [Float]) -> [Float] {
    zip(state, prior).map { Self.persistence * $0 + (1 - Self.persistence) * $1 }
  }

  private func normalized(_ values: [Float]) -> [Float] {
    let total = values.reduce(0, +)
    guard total > 0 else { return prior }
    return values.map { $0 / total }
  }
}

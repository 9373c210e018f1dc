import CFilonKernels
import FilonCore

extension TaggerTrainer {
  /// Adds hierarchical clusters of words as they are written (Brown et al. 1992), the path from the
  /// root in the low bits; running text then makes none. Call it after the dictionaries, of which a
  /// form is kept only if the data have it.
  public mutating func add(clusters: [(form: String, path: UInt16)]) {
    for (form, path) in clusters where path > 0 { lexicon.add(form, cluster: path) }
    hasClusters = true
  }

  /// Adds the natural logarithms of the probabilities of words as they are written, which tell how
  /// each is capitalised; running text is then not asked. Call it after all forms were added.
  public mutating func add(logarithms: [(form: String, value: Float)]) {
    var cases: [String: (plain: Float, capitalized: Float)] = [:]
    for (form, value) in logarithms {
      let probability = filon_exponential(value)
      let lower = form.lowercased()
      if lower == form {
        cases[lower, default: (0, 0)].plain += probability
      } else {
        cases[lower, default: (0, 0)].capitalized += probability
      }
    }
    for (form, share) in cases {
      let ratio = share.capitalized / max(share.plain, 1e-12)
      let habit = 1 + Self.habitBounds.count { ratio >= $0 }
      lexicon.add(form, caseHabit: UInt8(habit))
    }
    hasCaseHabits = true
  }

  /// Capitalised occurrences for one plain occurrence, between one habit and the next; unlike in
  /// ``RunningText``, those at the start of a sentence count.
  private static let habitBounds: [Float] = [0.02, 0.1, 0.4, 1.5, 8, 60]
}

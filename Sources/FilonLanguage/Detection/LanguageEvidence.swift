/// What was counted in a text: letters of each script, and the sums of the vectors of its words.
struct LanguageEvidence: WordSink {
  private let features: FeatureTable
  private let languageCounts: [Int]
  private var sums = InlineArray<9, TextSum>(repeating: TextSum())
  private var capitalizedSums = InlineArray<9, TextSum>(repeating: TextSum())
  private var letters = InlineArray<9, Int32>(repeating: 0)
  private var nonLetters: Int32 = 0
  /// The words of the Latin script that are written as names.
  private(set) var names = NameEvidence()
  private var rows = InlineArray<200, Int>(repeating: 0)

  /// No evidence yet.
  init(_ model: LanguageModel) {
    features = model.features
    languageCounts = model.languageCounts
  }

  mutating func add(_ word: borrowing Word, at start: Int) {
    let script = Int(word.script.rawValue)
    letters[script] &+= Int32(truncatingIfNeeded: word.count)
    guard languageCounts[script] > 1 else { return }
    let sum = features.sum(word, &rows)
    if word.isWrittenAsName, word.script == .latin { names.add(sum) }
    if word.isCapitalized { capitalizedSums[script].add(sum) } else { sums[script].add(sum) }
  }

  mutating func addNonLetter() { nonLetters &+= 1 }

  /// Letters, weighted by script.
  var weight: Int {
    var total = 0
    for script in Script.allCases {
      total += Int(letters[Int(script.rawValue)] * script.letterWeight)
    }
    return total
  }

  /// The script with the most letters, or nil when there is too little to go by: no letters, or so
  /// few that digits and symbols outnumber them (a reference, a unit, a quotation of shares).
  var script: Script? {
    var best: Script?
    var bestCount: Int32 = 0
    for script in Script.allCases {
      let count = letters[Int(script.rawValue)] &* script.letterWeight
      if count > bestCount { (best, bestCount) = (script, count) }
    }
    return bestCount <= 4 && nonLetters >= bestCount ? nil : best
  }

  /// The least a capitalised word counts for beside words in lower case: it is often a name, and
  /// names cross languages.
  private static let leastWeight: Float = 0.2
  /// Features of words in lower case that halve the weight of the capitalised ones.
  private static let halvingHits: Float = 30

  /// The mean of the vectors of the words in `script`, and how many features it rests on; nil when
  /// no feature is known.
  func mean(_ script: Script) -> (vector: SIMD16<Float>, hits: UInt64)? {
    let lower = sums[Int(script.rawValue)]
    let capitalized = capitalizedSums[Int(script.rawValue)]
    let hits = lower.hits + capitalized.hits
    guard hits > 0 else { return nil }
    let weight = max(
      Self.leastWeight, Self.halvingHits / (Self.halvingHits + Float(lower.hits)))
    let total = Float(lower.hits) + weight * Float(capitalized.hits)
    return ((lower.vector + weight * capitalized.vector) / total, hits)
  }

  /// Share of the features from which on words written as names make a text a list of names.
  private static let nameShare: Float = 0.6

  /// Whether a text in `script` is little more than names.
  func isMostlyNames(_ script: Script) -> Bool {
    guard script == .latin, names.isComplete, names.count > 2 else { return false }
    let hits = sums[0].hits + capitalizedSums[0].hits
    return Float(names.total.hits) > Self.nameShare * Float(hits)
  }

  /// The mean of the vectors of the Latin words that are not written as names, and how many features
  /// it rests on; nil when there are none.
  var meanBesideNames: (vector: SIMD16<Float>, hits: UInt64)? {
    let (lower, capitalized) = (sums[0], capitalizedSums[0])
    let hits = lower.hits + capitalized.hits - names.total.hits
    guard hits > 0 else { return nil }
    return ((lower.vector + capitalized.vector - names.total.vector) / Float(hits), hits)
  }
}

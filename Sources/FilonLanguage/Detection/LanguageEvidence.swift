/// What was counted in a text: letters of each script, and the sums of the vectors of its words.
struct LanguageEvidence: WordSink {
  private let features: FeatureTable
  private let languageCounts: [Int]
  private var sums = InlineArray<9, TextSum>(repeating: TextSum())
  private var letters = InlineArray<9, Int32>(repeating: 0)
  private var nonLetters: Int32 = 0

  /// No evidence yet.
  init(_ model: LanguageModel) {
    features = model.features
    languageCounts = model.languageCounts
  }

  mutating func add(_ word: borrowing Word, at start: Int) {
    let script = Int(word.script.rawValue)
    letters[script] &+= Int32(truncatingIfNeeded: word.count)
    if languageCounts[script] > 1 { sums[script].add(features.sum(word)) }
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

  /// The sum of the vectors of the words in `script`.
  func sum(_ script: Script) -> TextSum { sums[Int(script.rawValue)] }
}

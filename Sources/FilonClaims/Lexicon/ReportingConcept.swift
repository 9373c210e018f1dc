/// A language-free concept of saying, thinking or showing: one row of `reporting-verbs.tsv`.
struct ReportingConcept: Sendable {
  /// The constructions that a verb of the concept takes.
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt8
    static let direct = Frames(rawValue: 1)
    static let inverted = Frames(rawValue: 2)
    static let clause = Frames(rawValue: 4)
    static let infinitive = Frames(rawValue: 8)
    static let noun = Frames(rawValue: 16)
    static let question = Frames(rawValue: 32)

    /// Reads the letters of the data file.
    init(letters: String) {
      let values: [Character: UInt8] = ["D": 1, "I": 2, "Q": 4, "F": 8, "N": 16, "W": 32]
      rawValue = letters.reduce(0) { $0 | (values[$1] ?? 0) }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// The identifier, `say.declare`.
  var id: String
  /// The class, `assert`.
  var category: String
  /// The number of the class, in the order of the file.
  var categoryIndex: UInt8
  /// Speech, writing, thought, perception or evidence.
  var mode: String
  /// What choosing the word tells of the writer's view: `0`, `+`, `-` or `!`.
  var stance: String
  /// The constructions.
  var frames: Frames
}

/// Closed classes of words that attribution looks at; a word may belong to several.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  static let determiner = WordClass(rawValue: 1 << 0)
  static let possessive = WordClass(rawValue: 1 << 1)
  static let subject = WordClass(rawValue: 1 << 2)
  static let thirdPerson = WordClass(rawValue: 1 << 3)
  static let firstPerson = WordClass(rawValue: 1 << 4)
  static let strongPronoun = WordClass(rawValue: 1 << 5)
  static let relative = WordClass(rawValue: 1 << 6)
  static let complementizer = WordClass(rawValue: 1 << 7)
  static let interrogative = WordClass(rawValue: 1 << 8)
  static let preposition = WordClass(rawValue: 1 << 9)
  static let coordinator = WordClass(rawValue: 1 << 10)
  static let subordinator = WordClass(rawValue: 1 << 11)
  static let negation = WordClass(rawValue: 1 << 12)
  static let have = WordClass(rawValue: 1 << 13)
  static let be = WordClass(rawValue: 1 << 14)
  static let modal = WordClass(rawValue: 1 << 15)
  static let hearsayAuxiliary = WordClass(rawValue: 1 << 16)
  static let reflexive = WordClass(rawValue: 1 << 17)
  static let clitic = WordClass(rawValue: 1 << 18)
  static let infinitiveMark = WordClass(rawValue: 1 << 19)
  static let timeWord = WordClass(rawValue: 1 << 20)
  static let addressee = WordClass(rawValue: 1 << 21)
  static let accordingTo = WordClass(rawValue: 1 << 22)
  static let conditionMark = WordClass(rawValue: 1 << 23)
  static let particle = WordClass(rawValue: 1 << 24)
  /// Words that "que" and "that" go with in other than content clauses: « plus que », « ainsi que ».
  static let comparative = WordClass(rawValue: 1 << 25)
  static let secondPerson = WordClass(rawValue: 1 << 26)

  /// The names that the data file uses.
  static let named: [String: WordClass] = [
    "determiner": .determiner, "possessive": .possessive, "subject": .subject,
    "thirdPerson": .thirdPerson, "firstPerson": .firstPerson, "strongPronoun": .strongPronoun,
    "relative": .relative, "complementizer": .complementizer, "interrogative": .interrogative,
    "preposition": .preposition, "coordinator": .coordinator, "subordinator": .subordinator,
    "negation": .negation, "have": .have, "be": .be, "modal": .modal,
    "hearsayAuxiliary": .hearsayAuxiliary, "reflexive": .reflexive, "clitic": .clitic,
    "infinitiveMark": .infinitiveMark, "timeWord": .timeWord, "addressee": .addressee,
    "accordingTo": .accordingTo, "conditionMark": .conditionMark, "particle": .particle,
    "comparative": .comparative, "secondPerson": .secondPerson,
  ]
}

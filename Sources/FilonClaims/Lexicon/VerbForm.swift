/// What a verb form can be; a form may be several things at once ("dit").
struct VerbForm: OptionSet, Sendable {
  let rawValue: UInt16

  static let present = VerbForm(rawValue: 1)
  static let imperfect = VerbForm(rawValue: 2)
  static let past = VerbForm(rawValue: 4)
  static let future = VerbForm(rawValue: 8)
  static let conditional = VerbForm(rawValue: 16)
  static let pastParticiple = VerbForm(rawValue: 32)
  static let presentParticiple = VerbForm(rawValue: 64)
  static let infinitive = VerbForm(rawValue: 128)
  /// Third person, singular or plural.
  static let thirdPerson = VerbForm(rawValue: 256)

  /// The forms that can head a clause.
  static let finite: VerbForm = [.present, .imperfect, .past, .future, .conditional]
}

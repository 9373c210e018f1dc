import FilonCore

/// The features of check-worthiness: few, named, readable.
enum CheckworthinessFeature: Int, CaseIterable, Sendable {
  case bias, length, short, long, number, numbers, percent, money, date, change, person
  case organization, location, comparison, negation, past, future, obligation, hedge, evaluation
  case firstPerson, secondPerson, firstPlural, thirdPerson, question, evidence, properNoun, every
  case quotedWord, condition

  /// The name in the data file: that of the case.
  var name: String { "\(self)" }
}

extension CheckworthinessFeature {
  /// The features of some words of a text: a value for each case, in their order.
  static func values(_ text: ClaimText, _ input: ClaimInput, words: [Range<Int>]) -> [Float] {
    var values = [Float](repeating: 0, count: allCases.count)
    func set(_ feature: CheckworthinessFeature, _ value: Float = 1) {
      values[feature.rawValue] = max(values[feature.rawValue], value)
    }
    set(.bias)
    let count = words.reduce(0) { $0 + $1.count }
    set(.length, min(Float(count) / 40, 1))
    if count < 8 { set(.short) }
    if count > 20 { set(.long) }
    let table = MarkerTable.standard[Int(text.language.rawValue)]
    let listed = WorthWords.standard[Int(text.language.rawValue)]
    var digits = 0
    for range in words {
      for word in range {
        let classes = text.classes[word]
        if text.pos[word] == .num || text.flags[word].contains(.hasDigit) { digits += 1 }
        if classes.contains(.firstPerson) { set(.firstPerson) }
        if let feature = listed[text.form[word]] { set(feature) }
        if classes.contains(.thirdPerson) { set(.thirdPerson) }
        if text.pos[word] == .propn { set(.properNoun) }
        if text.quotation[word] >= 0 { set(.quotedWord) }
        if isPast(text, word) { set(.past) }
        if HumanNouns.standard.kind(text.form[word], text.language) == .document { set(.evidence) }
        if text.range[word].count == 1, text.bytes[Int(text.range[word].start)] == 0x3F {
          set(.question)
        }
        if text.entity[word] > 0 {
          switch input.entities[Int(text.entity[word]) - 1].kind {
          case .person: set(.person)
          case .organization: set(.organization)
          case .location: set(.location)
          default: break
          }
        }
        guard let phrase = table.phrase(at: word, in: text.form, before: range.upperBound) else {
          continue
        }
        for kind in phrase.kinds { if let feature = features[kind] { set(feature) } }
      }
      let bytes = text.bytes(of: range)
      for quantity in ClaimBuilder.inside([bytes], input.quantities) {
        switch quantity.kind {
        case .percent, .points: set(.percent)
        case .money: set(.money)
        default: break
        }
        if quantity.change != nil { set(.change) }
      }
      if !ClaimBuilder.inside([bytes], input.dates).isEmpty { set(.date) }
    }
    if digits > 0 { set(.number) }
    if digits > 1 { set(.numbers) }
    return values
  }

  private static let features: [MarkerTable.Kind: CheckworthinessFeature] = [
    .comparison: .comparison, .negation: .negation, .prediction: .future,
    .obligation: .obligation, .possible: .hedge, .probable: .hedge, .evaluation: .evaluation,
    .condition: .condition,
  ]
  private static func isPast(_ text: ClaimText, _ word: Int) -> Bool {
    guard text.pos[word] == .verb || text.pos[word] == .aux else { return false }
    let bytes = text.bytes[text.range[word].bytes]
    if text.language == .english {
      return text.lemma[word] != text.form[word]
        && !bytes.suffix(3).elementsEqual("ing".utf8) && bytes.last != 0x73
    }
    return bytes.suffix(2).elementsEqual("é".utf8) || bytes.suffix(3).elementsEqual("ait".utf8)
  }
}

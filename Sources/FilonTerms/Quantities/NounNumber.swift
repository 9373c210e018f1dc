/// The number of nouns, by their endings.
enum NounNumber {
  /// Whether the folded word ends like a plural of French or English.
  static func isPlural(_ bytes: UnsafeBufferPointer<UInt8>, _ word: NumericLexeme) -> Bool {
    guard word.count > 2 else { return false }
    let last = bytes[Int(word.end) - 1] | 0x20
    return last == 0x73 || last == 0x78 || last == 0x7A
  }

  /// The singular of a noun by its ending; names of peoples keep their capital.
  static func singular(_ noun: String, _ style: NumericReader.DigitStyle) -> String {
    let word = noun
    switch style {
    case .french:
      if word.hasSuffix("eaux") || word.hasSuffix("eux") { return String(word.dropLast()) }
      if word.hasSuffix("aux") { return word.dropLast(3) + "al" }
      if word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
    case .english:
      if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
      if word.hasSuffix("sses") || word.hasSuffix("xes") || word.hasSuffix("ches")
        || word.hasSuffix("shes")
      {
        return String(word.dropLast(2))
      }
      if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") {
        return String(word.dropLast())
      }
    case .neutral: break
    }
    return word
  }
}

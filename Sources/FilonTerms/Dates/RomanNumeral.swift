/// Roman numerals of centuries, with or without the ending of a French ordinal.
enum RomanNumeral {
  private static let digits: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10]

  /// The value of "XXI", "XXIe", "Ier", "XIXème"; nil for any other word.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ word: NumericLexeme) -> Int? {
    var total = 0
    var last = 0
    var index = Int(word.start)
    while index < Int(word.end), let digit = digits[bytes[index]] {
      total += digit > last && last > 0 ? digit - 2 * last : digit
      last = digit
      index += 1
    }
    guard total > 0 else { return nil }
    let ending = String(decoding: bytes[index..<Int(word.end)], as: UTF8.self)
    return ["", "e", "er", "ème", "eme", "ième"].contains(ending) ? total : nil
  }
}

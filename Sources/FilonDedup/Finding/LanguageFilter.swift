/// Tells which keys documents of several languages have, with a few others that share their places.
struct LanguageFilter {
  /// For each place 0 for free, the number of the one language seen, or ``several``.
  private var places: [UInt8]
  private let shift: UInt32
  private var languages: [UInt32] = []

  private static let several: UInt8 = 255
  /// Places per document, which has some 50 keys.
  private static let share = 96

  /// A filter for the keys of so many documents.
  init(documents: Int) {
    let bits = min(max(UInt64.bitWidth - (documents * Self.share).leadingZeroBitCount, 10), 27)
    places = [UInt8](repeating: 0, count: 1 << bits)
    shift = UInt32(32 - bits)
  }

  var hasSeveralLanguages: Bool { languages.count > 1 }

  mutating func insert(_ keys: ArraySlice<UInt32>, of language: UInt32) {
    if !languages.contains(language) { languages.append(language) }
    // Languages beyond the 254th share a number: their keys stay unless no other has them.
    let number = UInt8(clamping: min(languages.firstIndex(of: language) ?? 0, 253) + 1)
    for key in keys {
      let place = Int(key >> shift)
      let known = places[place]
      places[place] = known == 0 || known == number ? number : Self.several
    }
  }

  /// Whether documents of several languages have the key.
  func contains(_ key: UInt32) -> Bool { places[Int(key >> shift)] == Self.several }
}

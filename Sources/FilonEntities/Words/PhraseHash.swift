/// A running hash of a name's normal form: folded letters and digits, one space between words.
///
/// A plus sign counts as a letter ("Canal+"). Hyphens, apostrophes, dots and every other sign only separate words, so that « Saint-Denis »,
/// "Saint Denis" and a text cut into other tokens give the same hash. Dots inside an acronym
/// ("U.S.") do not even separate.
struct PhraseHash {
  private var state = Hashing.seed
  private var separated = false
  private(set) var isEmpty = true

  /// Adds folded bytes.
  @inline(__always) mutating func add(_ byte: UInt8) {
    if byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2B {
      if separated, !isEmpty { state = Hashing.step(state, 0x20) }
      separated = false
      isEmpty = false
      state = Hashing.step(state, byte)
    } else if byte != 0x2E {
      separated = true
    }
  }

  /// Marks the end of a word.
  @inline(__always) mutating func separate() { separated = true }

  /// The hash of what was added so far.
  var value: UInt64 { Hashing.mix(state) }

  /// The hash of a whole name, unfolded.
  static func of(_ name: some StringProtocol) -> UInt64 {
    var hash = PhraseHash()
    for byte in NameFolding.fold(name) { hash.add(byte) }
    return hash.value
  }
}

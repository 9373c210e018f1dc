/// One word as the model sees it: folded letter codes of one script.
struct Word {
  /// Longest word, in codes; a longer run of Latin letters is no word.
  static let capacity = 40

  /// The codes; only the first ``count`` are meant.
  var codes = InlineArray<40, UInt8>(repeating: 0)
  /// Number of codes.
  var count = 0
  /// The writing system.
  var script = Script.latin

  /// Whether the first letter is a capital.
  var isCapitalized = false
  /// Number of capitals.
  var capitals = 0

  /// Whether the word is written as names are: with a capital first, and not in capitals alone.
  var isWrittenAsName: Bool { isCapitalized && (capitals < count || count == 1) }

  /// Adds a code, or nothing when the word is full.
  @inline(__always) mutating func append(_ code: UInt8) {
    if count < Self.capacity { codes[count] = code }
    count &+= 1
  }
}

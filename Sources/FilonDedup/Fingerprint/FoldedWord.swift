/// A word as the scanner gathers it: folded letters in machine words, a hash, no text.
struct FoldedWord {
  /// The hash of all letters but those in `chunk`.
  private var hash = StableHash.seed
  /// The folded letters since the last multiple of eight, the latest lowest.
  private var chunk: UInt64 = 0
  /// The first and the second eight letters, once complete.
  private var head: UInt64 = 0
  private var next: UInt64 = 0
  /// All letters, one over the other: letters have a bit that digits have not.
  private var union: UInt8 = 0
  /// Number of folded letters and digits.
  private(set) var length = 0
  /// Where the word begins in the text.
  private(set) var start = 0
  /// Whether the first character is an upper-case letter.
  private(set) var isCapitalised = false
  /// Whether a character is beyond the Latin alphabet.
  private(set) var isForeign = false

  private static let letterBit: UInt8 = 0x40
  private static let skeletonLimit = 4

  @inline(__always) var isEmpty: Bool { length == 0 }
  @inline(__always) var isNumber: Bool { union & Self.letterBit == 0 && !isForeign }

  @inline(__always)
  mutating func begin(isUpper: Bool, at index: Int) {
    isCapitalised = isUpper
    start = index
  }

  /// Empties the word.
  ///
  /// The scanner keeps one word and works in its place: to copy what was just written, field by
  /// field, costs more than to hash it.
  @inline(__always)
  mutating func clear() {
    hash = StableHash.seed
    chunk = 0
    union = 0
    length = 0
    isForeign = false
  }

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    chunk = chunk << 8 | UInt64(letter)
    union |= letter
    length += 1
    if length & 7 == 0 { spill() }
  }

  /// Appends up to eight letters and digits, the last one lowest; at least one.
  @inline(__always)
  mutating func append(_ letters: UInt64, count: Int, hasLetter: Bool) {
    if hasLetter { union |= Self.letterBit }
    let free = 8 - length & 7
    length += count
    guard count >= free else {
      chunk = chunk << UInt64(count * 8) | letters
      return
    }
    let rest = count - free
    // A shift by 64 gives 0.
    chunk = chunk << UInt64(free * 8) | letters >> UInt64(rest * 8)
    if length - rest == 8 { head = chunk }
    if length - rest == 16 { next = chunk }
    hash = StableHash.join(hash, chunk)
    chunk = letters & ~(.max << UInt64(rest * 8))
  }

  @inline(__always)
  private mutating func spill() {
    if length == 8 { head = chunk }
    if length == 16 { next = chunk }
    hash = StableHash.join(hash, chunk)
    chunk = 0
  }

  /// Appends a character that has no folded letter.
  mutating func append(_ scalar: UInt32) {
    hash = StableHash.join(hash, UInt64(scalar) << 32 | 1)
    length += 1
    isForeign = true
    if length & 7 == 0 { spill() }
  }

  /// The hash of the folded letters.
  @inline(__always)
  var value: UInt64 { StableHash.join(hash, chunk | UInt64(truncatingIfNeeded: length) << 56) }

  /// Hash of the first consonants, alike for French and English forms of one word.
  func skeleton(_ classes: Span<UInt8>) -> UInt32 {
    guard !isForeign else { return UInt32(truncatingIfNeeded: StableHash.mix(value)) }
    var skeleton: UInt64 = 0
    var shorter: UInt64 = 0
    var count = 0
    var last: UInt8 = 0
    // The letters from the highest byte down.
    var letters = length < 8 ? chunk << UInt64((8 - length) * 8) : head
    for position in 0..<min(length, 16) {
      if position == 8 { letters = length < 16 ? chunk << UInt64((16 - length) * 8) : next }
      let letter = UInt8(truncatingIfNeeded: letters >> 56)
      letters <<= 8
      let kind = position == 0 ? letter : classes[Int(letter & 0x7F)]
      guard kind != 0, kind != last else { continue }
      last = kind
      shorter = skeleton
      skeleton = skeleton << 8 | UInt64(kind)
      count += 1
      if count == Self.skeletonLimit { break }
    }
    // A final s is the plural's in both languages.
    let final: UInt8 =
      length & 7 != 0
      ? UInt8(truncatingIfNeeded: chunk)
      : length == 8 ? UInt8(truncatingIfNeeded: head) : UInt8(truncatingIfNeeded: next)
    let isPlural = final == 0x73 && last == 0x73 && count > 2 && count < Self.skeletonLimit
    return UInt32(truncatingIfNeeded: StableHash.mix((isPlural ? shorter : skeleton) &+ 1))
  }
}

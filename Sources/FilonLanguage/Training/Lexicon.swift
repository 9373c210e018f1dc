/// The distinct words of all training text, each with a number.
struct Lexicon {
  private var slots = [UInt32](repeating: 0, count: 1 << 16)
  private var hashes: [UInt64] = []
  private var starts: [Int] = [0]
  private var codes: [UInt8] = []
  private var scripts: [Script] = []

  /// Number of words.
  var count: Int { hashes.count }

  /// The number of `word`, which is added when it is new.
  mutating func number(_ word: borrowing Word) -> Int {
    var hash: UInt64 = UInt64(word.script.rawValue) &+ 0x9E37
    for index in 0..<word.count {
      hash = (hash ^ UInt64(word.codes[index])) &* 0x0000_0100_0000_01B3
    }
    hash = WordFeatures.hash(hash)
    if hashes.count * 2 > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if hashes[Int(slots[slot]) - 1] == hash { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    for index in 0..<word.count { codes.append(word.codes[index]) }
    starts.append(codes.count)
    scripts.append(word.script)
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// The word with a number.
  func word(_ number: Int) -> Word {
    var word = Word()
    word.script = scripts[number]
    for code in codes[starts[number]..<starts[number + 1]] { word.append(code) }
    return word
  }

  /// The script of a word.
  func script(_ number: Int) -> Script { scripts[number] }

  /// A hash of a word that depends on the word alone.
  func hash(_ number: Int) -> UInt64 { hashes[number] }

  /// The number of a word without its accents, which is added when it is new.
  mutating func withoutAccents(_ number: Int) -> Int {
    guard scripts[number] == .latin else { return number }
    let range = starts[number]..<starts[number + 1]
    guard codes[range].contains(where: { !LatinAlphabet.withoutAccent[Int($0)].isEmpty })
    else { return number }
    var plain = Word()
    for code in codes[range] {
      let replacement = LatinAlphabet.withoutAccent[Int(code)]
      if replacement.isEmpty { plain.append(code) }
      for code in replacement { plain.append(code) }
    }
    return plain.count <= Word.capacity ? self.number(plain) : number
  }
}

import FilonCore

/// Cuts text into folded words: lower case, without accents; the base of language-free keys.
enum WordKeys {
  /// The number of letters of a word key.
  static let length = 6

  /// The keys of a text's words in order.
  static func keys(_ text: String) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    read(Array(text.utf8)) { keys.append(Array($0.prefix(length))) }
    return keys
  }

  /// Reads a text's folded words, numbers included, one after the other from one buffer.
  static func read(_ bytes: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var word: [UInt8] = []
    word.reserveCapacity(32)
    var index = 0
    let count = bytes.count
    func flush() {
      if !word.isEmpty { body(word[...]) }
      word.removeAll(keepingCapacity: true)
    }
    while index < count {
      let byte = bytes[index]
      let next = index + 1 < count ? bytes[index + 1] : 0
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        word.append(byte)
        index += 1
      case 0x41...0x5A:
        word.append(byte | 0x20)
        index += 1
      case 0xC3 where next >= 0x80:
        let letter = baseLetters[Int(next & 0x1F)]
        if letter != 0x2A { word.append(letter) }
        index += 2
      case 0xC5 where next == 0x93 || next == 0x92:
        word.append(0x6F)
        word.append(0x65)
        index += 2
      case 0x2E, 0x2C:
        // A mark between digits is part of the number.
        if let last = word.last, (0x30...0x39).contains(last), (0x30...0x39).contains(next) {
          word.append(0x2E)
        } else {
          flush()
        }
        index += 1
      default:
        flush()
        index += 1
      }
    }
    flush()
  }

  /// The base letters of U+00C0–00FF by their second byte.
  private static let baseLetters = Array("aaaaaaaceeeeiiiidnooooo*ouuuuyts".utf8)
}

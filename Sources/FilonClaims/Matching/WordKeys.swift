import FilonCore

/// Cuts text into folded words: lower case, without accents; the base of language-free keys.
enum WordKeys {
  /// The number of letters of a word key.
  static let length = 6

  /// The folded words of a text's bytes, numbers included.
  static func words(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var index = bytes.startIndex
    func isDigit(_ position: Int) -> Bool {
      position < bytes.endIndex && (0x30...0x39).contains(bytes[position])
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        word.append(byte)
        index += 1
      case 0x41...0x5A:
        word.append(byte | 0x20)
        index += 1
      case 0xC3 where next >= 0x80:
        if let letter = folded(next) { word.append(contentsOf: letter) }
        index += 2
      case 0xC5 where next == 0x93 || next == 0x92:
        word.append(contentsOf: [0x6F, 0x65])
        index += 2
      case 0x2E, 0x2C:
        // A mark between digits is part of the number.
        if let last = word.last, (0x30...0x39).contains(last), isDigit(index + 1) {
          word.append(0x2E)
        } else {
          flush(&word, &words)
        }
        index += 1
      default:
        flush(&word, &words)
        index += 1
      }
    }
    flush(&word, &words)
    return words
  }

  private static func flush(_ word: inout [UInt8], _ words: inout [[UInt8]]) {
    if !word.isEmpty { words.append(word) }
    word.removeAll(keepingCapacity: true)
  }

  /// The base letters of U+00C0–00FF by their second byte.
  private static func folded(_ byte: UInt8) -> [UInt8]? {
    let letter = baseLetters[Int(byte & 0x1F)]
    return letter == 0x2A ? nil : [letter]
  }

  private static let baseLetters = Array("aaaaaaaceeeeiiiidnooooo*ouuuuyts".utf8)

  /// The key of a folded word.
  static func key(_ word: [UInt8]) -> [UInt8] { Array(word.prefix(length)) }
}

/// The words of a text as a reader sees them, with what decides whether two are the same.
///
/// Made for explanations of single documents, where clarity counts more than speed.
struct TextWords {
  /// A word or number and where it stands.
  struct Word {
    /// Without case and accents.
    var folded: String
    var range: Range<String.Index>
    /// Number of its line, blank lines not counted.
    var line: Int
    /// Whether it is a number of two digits or more, or has a capital letter inside a sentence.
    var isNameOrNumber: Bool
  }

  let text: String
  private(set) var words: [Word] = []

  init(_ text: String) {
    self.text = text
    let scalars = text.unicodeScalars
    var (line, lineHasWords, startsSentence) = (0, false, true)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard Self.isPart(scalars[index]) else {
        if scalars[index] == "\n", lineHasWords { (line, lineHasWords) = (line + 1, false) }
        if "\n.!?:«“\"".unicodeScalars.contains(scalars[index]) { startsSentence = true }
        index = scalars.index(after: index)
        continue
      }
      let start = index
      while index < scalars.endIndex, Self.isPart(scalars[index]) {
        index = scalars.index(after: index)
      }
      let first = scalars[start].properties
      let folded = Self.folded(scalars[start..<index])
      let isNumber = first.numericType != nil && folded.utf8.count > 1
      let isName = first.isUppercase && !startsSentence && folded.utf8.count > 2
      words.append(
        Word(folded: folded, range: start..<index, line: line, isNameOrNumber: isNumber || isName))
      (startsSentence, lineHasWords) = (false, true)
    }
  }

  /// The phrases of `size` words, without repetition.
  func phrases(_ size: Int) -> Set<String> {
    guard words.count >= size else { return [] }
    return Set(
      (0...words.count - size).map { start in
        words[start..<start + size].map(\.folded).joined(separator: " ")
      })
  }

  /// The words of each line.
  var lines: [String] {
    var lines: [String] = []
    for word in words {
      if word.line < lines.count {
        lines[word.line] += " " + word.folded
      } else {
        lines.append(word.folded)
      }
    }
    return lines
  }

  /// The names and numbers as they are written, in order, without repetition, by their folded form.
  var namesAndNumbers: [(folded: String, written: String)] {
    var seen: Set<String> = []
    return words.filter { $0.isNameOrNumber && seen.insert($0.folded).inserted }
      .map { ($0.folded, String(text[$0.range])) }
  }

  /// The text from one word to another, on one line.
  func passage(_ range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    return text[first.range.lowerBound..<last.range.upperBound].split { $0.isWhitespace }
      .joined(separator: " ")
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func folded(_ scalars: Substring.UnicodeScalarView) -> String {
    var folded = ""
    for scalar in scalars {
      let value = Int(scalar.value)
      let isLatin = value >= 0x80 && value < Int(LetterFolding.latinEnd)
      let letters =
        isLatin ? LetterFolding.standard.latin[value - 0x80] : LetterFolding.Special.asIs
      if letters == LetterFolding.Special.asIs {
        if scalar.properties.generalCategory != .nonspacingMark {
          folded += scalar.properties.lowercaseMapping
        }
        continue
      }
      for letter in [UInt8(letters & 0xFF), UInt8(letters >> 8)] where letter > 0 {
        folded.unicodeScalars.append(Unicode.Scalar(letter))
      }
    }
    return folded
  }
}

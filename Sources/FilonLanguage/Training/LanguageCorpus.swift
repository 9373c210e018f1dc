/// Training text of one language.
public struct LanguageCorpus: Sendable {
  /// ISO 639-1 code, or 639-3 where that has none.
  public var code: String
  /// Text in UTF-8, one sentence or paragraph a line.
  public var text: [UInt8]
  /// Frequent words with their counts.
  public var words: [(word: String, count: Int)]

  /// Makes a corpus from sentences and a word list.
  public init(code: String, sentences: [String] = [], words: [(word: String, count: Int)] = []) {
    self.code = code
    text = Array(sentences.joined(separator: "\n").utf8)
    self.words = words
  }

  /// Makes a corpus from the bytes of files.
  ///
  /// - Parameters:
  ///   - code: The language.
  ///   - text: One sentence or paragraph a line.
  ///   - wordList: Lines `word count`; other lines are passed over.
  public init(code: String, text: [UInt8], wordList: [UInt8] = []) {
    self.code = code
    self.text = text
    words = wordList.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x20)
      guard fields.count == 2, let count = Int(String(decoding: fields[1], as: UTF8.self))
      else { return nil }
      return (String(decoding: fields[0], as: UTF8.self), count)
    }
  }

  /// Adds text, one sentence or paragraph a line.
  public mutating func add(_ more: some Sequence<UInt8>) {
    if let last = text.last, last != 0x0A { text.append(0x0A) }
    text.append(contentsOf: more)
  }
}

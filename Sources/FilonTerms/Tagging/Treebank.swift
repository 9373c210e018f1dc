/// A treebank in the CoNLL-U format of Universal Dependencies, as training data.
public struct Treebank: Sendable {
  /// A syntactic word.
  public struct Word: Sendable {
    /// The form.
    public var form: String
    /// The lemma; `_` when the treebank gives none.
    public var lemma: String
    /// The universal part of speech, as the file spells it.
    public var pos: String
    /// The relation to the head, as the file spells it.
    public var relation: String
    /// Index of the head in the sentence, -1 for a root.
    public var head: Int
    /// Whether white space follows; false inside a multiword token.
    public var spaceAfter: Bool
    /// The multiword token that the word belongs to, by number, or -1.
    public var multiword: Int
  }

  /// A sentence: its words, and the surfaces of its multiword tokens.
  public struct Sentence: Sendable {
    /// The words.
    public var words: [Word] = []
    /// The surfaces of its multiword tokens.
    public var multiwords: [String] = []
    /// Whether a document or a paragraph starts here.
    public var startsParagraph = false
  }

  /// The sentences, in the order of the file.
  public private(set) var sentences: [Sentence] = []

  /// Reads CoNLL-U; lines that are not well formed are skipped.
  public init(conllu bytes: [UInt8]) {
    var sentence = Sentence()
    var pending: (last: Int, spaceAfter: Bool)?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty {
        if !sentence.words.isEmpty { sentences.append(sentence) }
        sentence = Sentence()
        pending = nil
        continue
      }
      if line.first == 0x23 {
        let comment = String(decoding: line, as: UTF8.self)
        if comment.hasPrefix("# newdoc") || comment.hasPrefix("# newpar") {
          sentence.startsParagraph = true
        }
        continue
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count >= 10 else { continue }
      func field(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
      let spaceAfter = !field(9).contains("SpaceAfter=No")
      if fields[0].contains(0x2D) {
        let last = field(0).split(separator: "-").last.flatMap { Int($0) } ?? 0
        sentence.multiwords.append(field(1))
        pending = (last, spaceAfter)
        continue
      }
      guard let number = Int(field(0)) else { continue }
      var word = Word(
        form: field(1), lemma: field(2), pos: field(3), relation: field(7),
        head: (Int(field(6)) ?? 0) - 1, spaceAfter: spaceAfter, multiword: -1)
      if let span = pending, number <= span.last {
        word.multiword = sentence.multiwords.count - 1
        word.spaceAfter = number == span.last && span.spaceAfter
        if number == span.last { pending = nil }
      }
      sentence.words.append(word)
    }
    if !sentence.words.isEmpty { sentences.append(sentence) }
  }
}

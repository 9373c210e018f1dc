import FilonCore

/// Why two documents are duplicates, or are not, in words that a reader can check on the texts.
public struct DuplicateExplanation: Sendable {
  /// One document of the two.
  public struct Side: Sendable {
    /// The name that the explanation gives it.
    public var name: String
    /// Its text.
    public var text: String
    /// Its fingerprint.
    public var fingerprint: DocumentFingerprint

    /// Describes a document.
    public init(name: String, text: String, fingerprint: DocumentFingerprint) {
      self.name = name
      self.text = text
      self.fingerprint = fingerprint
    }
  }

  /// The explanation as lines of text.
  public private(set) var lines: [String] = []

  private let options: DuplicateOptions
  private static let phraseWords = ShingleCollector.size
  private static let shownNames = 12
  private static let shownPassages = 3
  private static let shownWords = 30

  /// Explains what is between two documents, looked at alone.
  public init(_ one: Side, _ other: Side, options: DuplicateOptions) {
    self.options = options
    let (first, second) = (TextWords(one.text), TextWords(other.text))
    let verdicts = DuplicateFinder(options: options)
      .verdicts([one.fingerprint, other.fingerprint])
    describe(one, other, verdicts)
    describePhrases(first, second)
    describePassages(first, second)
    describeNames(first, second, one.fingerprint, other.fingerprint)
  }

  private mutating func describe(_ one: Side, _ other: Side, _ verdicts: [DuplicateVerdict?]) {
    for (letter, side) in [("A", one), ("B", other)] {
      lines.append("\(letter) = \(side.name): \(side.fingerprint.words) words")
    }
    guard let copy = verdicts.firstIndex(where: { $0?.of != nil }), let verdict = verdicts[copy]
    else {
      lines.append("verdict: no duplicates of each other")
      return
    }
    let (letter, of) = copy == 0 ? ("A", "B") : ("B", "A")
    let kind = verdict.kind?.rawValue ?? ""
    lines.append(
      "verdict: \(letter) is a copy of \(of), \(kind), similarity \(Self.percent(verdict.similarity))"
    )
    let (a, b) = (one.fingerprint, other.fingerprint)
    let reason =
      a.published != b.published
      ? "was published first"
      : a.words != b.words ? "is the fuller" : "comes first by its identifier"
    lines.append("\(of) represents both: it \(reason)")
  }

  private mutating func describePhrases(_ first: TextWords, _ second: TextWords) {
    let (a, b) = (first.phrases(Self.phraseWords), second.phrases(Self.phraseWords))
    let common = a.intersection(b).count
    let union = max(a.count + b.count - common, 1)
    let similarity = Double(common) / Double(union)
    lines.append(
      "phrases of \(Self.phraseWords) words: A has \(a.count), B has \(b.count), \(common) are in both: "
        + "\(Self.percent(similarity)) of all; "
        + Self.compare(similarity, options.threshold, "near duplicates"))
    let share = Double(common) / Double(max(min(a.count, b.count), 1))
    let shorter = a.count <= b.count ? "A" : "B"
    lines.append(
      "of the phrases of the shorter one, \(shorter), \(Self.percent(share)) are in the other; "
        + Self.compare(share, ShingleMatcher.containment, "contained texts"))
    let (linesOfFirst, linesOfSecond) = (first.lines, Set(second.lines))
    let same = linesOfFirst.count { linesOfSecond.contains($0) }
    lines.append("lines of A that B has word for word: \(same) of \(linesOfFirst.count)")
  }

  private mutating func describePassages(_ first: TextWords, _ second: TextWords) {
    let passages = SharedPassages(first, second).ranges
      .filter { $0.count >= Self.phraseWords }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound }
    for range in passages.prefix(Self.shownPassages) {
      let shown = first.passage(range.prefix(Self.shownWords))
      lines.append(
        "passage of \(range.count) words in both: « \(shown)\(range.count > Self.shownWords ? " …" : "") »"
      )
    }
  }

  private mutating func describeNames(
    _ first: TextWords, _ second: TextWords, _ one: DocumentFingerprint,
    _ other: DocumentFingerprint
  ) {
    let (a, b) = (first.namesAndNumbers, second.namesAndNumbers)
    let (inFirst, inSecond) = (Set(a.map(\.folded)), Set(b.map(\.folded)))
    append("names and numbers in both", a.filter { inSecond.contains($0.folded) })
    append("only in A", a.filter { !inSecond.contains($0.folded) })
    append("only in B", b.filter { !inFirst.contains($0.folded) })
    guard options.findsTranslations, one.language != other.language, one.language != 0,
      other.language != 0
    else { return }
    var weights = AnchorWeights()
    for fingerprint in [one, other] { weights.count(fingerprint.anchors) }
    let alignment = AnchorAlignment(one.anchors, other.anchors, weights)
    lines.append(
      "names, numbers and words alike in both languages: \(alignment.common) in both, "
        + "\(alignment.chained) in one order; likeness \(Self.percent(alignment.alignedCosine)); "
        + Self.compare(
          alignment.alignedCosine, TranslationMatcher.translation, "translations"))
    for pair in SentencePairs(first, second).best {
      lines.append(
        "« \(pair.first) » ~ « \(pair.second) » by \(pair.shared.joined(separator: ", "))")
    }
  }

  private mutating func append(_ title: String, _ names: [(folded: String, written: String)]) {
    guard !names.isEmpty else { return }
    let more = names.count > Self.shownNames ? ", …" : ""
    lines.append(
      "\(title) (\(names.count)): "
        + names.prefix(Self.shownNames).map(\.written).joined(separator: ", ") + more)
  }

  private static func compare(_ value: Double, _ bar: Double, _ what: String) -> String {
    value >= bar
      ? "enough for \(what) (from \(percent(bar)))"
      : "too little for \(what) (from \(percent(bar)))"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

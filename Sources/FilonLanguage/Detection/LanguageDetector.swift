public import FilonCore

/// Tells the language of texts and of the blocks of documents.
public struct LanguageDetector: Sendable {
  /// The model that decides.
  public let model: LanguageModel
  /// The languages expected.
  public let prior: LanguagePrior
  private let logPrior: [Float]
  private let expected: [Int]

  /// Makes a detector.
  public init(model: LanguageModel = .standard, prior: LanguagePrior = .frenchAndEnglish) {
    self.model = model
    self.prior = prior
    logPrior = prior.logarithms(of: model.languages)
    expected = model.languages.indices.filter { prior.odds[model.languages[$0], default: 1] > 1 }
  }

  /// A detector for a text whose page declares a language, as `lang` or `og:locale` do ("fr-CA",
  /// "fr_CA"). The declaration counts a little; the text decides.
  public func declaring(_ language: String) -> LanguageDetector {
    LanguageDetector(model: model, prior: prior.declaring(Self.code(language)))
  }

  /// The language of a tag of BCP 47 ("fr-CA"), in the model's codes.
  public static func code(_ tag: String) -> String {
    let code = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return ["no": "nb", "nn": "nb", "iw": "he", "in": "id"][code] ?? code
  }

  /// The language of a text, taken as a whole.
  ///
  /// Of a text longer than 192 bytes only as much is read as it takes to be sure.
  public func detect(_ text: String) -> LanguageGuess {
    let sampler = TextSampler(model: model, logPrior: logPrior, expected: expected)
    let bytes = text.utf8Span.span
    let distribution = sampler.distribution(bytes, 0..<bytes.count)
    return guess(distribution.posterior(logPrior))
  }

  /// The language of a document and of its blocks.
  ///
  /// - Parameters:
  ///   - text: The text of the document.
  ///   - blocks: The paragraphs, headings and so on, as byte ranges of `text`. When there are none,
  ///     the text counts as one block.
  /// - Returns: The language in which most of the text is, and one span for each run of blocks in
  ///   the same language. A block without letters, such as a table of numbers, is `und` of its own.
  public func detect(_ text: String, blocks: [TextRange]) -> DocumentLanguage {
    let sampler = TextSampler(model: model, logPrior: logPrior, expected: expected)
    let bytes = text.utf8Span.span
    var ranges = blocks.filter { !$0.isEmpty }.map { $0.bytes.clamped(to: 0..<bytes.count) }
    ranges.removeAll(where: \.isEmpty)
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    if ranges.isEmpty { ranges = [0..<bytes.count] }
    let distributions = ranges.map { sampler.distribution(bytes, $0) }
    let posteriors = BlockChain(logPrior: logPrior).posteriors(distributions)
    let guesses = posteriors.map(guess)
    return summary(ranges, guesses)
  }

  private func guess(_ posterior: [Float]) -> LanguageGuess {
    var best = 0
    for index in posterior.indices where posterior[index] > posterior[best] { best = index }
    guard best < model.languages.count else {
      return LanguageGuess(code: LanguageModel.undetermined, confidence: 0)
    }
    return LanguageGuess(code: model.languages[best], confidence: Double(posterior[best]))
  }

  /// Merges neighbouring blocks in one language, and finds the language of most bytes.
  private func summary(_ ranges: [Range<Int>], _ guesses: [LanguageGuess]) -> DocumentLanguage {
    var spans: [DocumentLanguage.Span] = []
    var totals: [(code: String, bytes: Int, confidence: Double)] = []
    var spanBytes = 0
    for (range, guess) in zip(ranges, guesses) {
      let weighted = guess.confidence * Double(range.count)
      if let place = totals.firstIndex(where: { $0.code == guess.code }) {
        totals[place].bytes += range.count
        totals[place].confidence += weighted
      } else {
        totals.append((guess.code, range.count, weighted))
      }
      if let last = spans.last, last.code == guess.code {
        let end = max(Int(last.range.end), range.upperBound)
        spans[spans.count - 1].range = TextRange(Int(last.range.start), end)
        spans[spans.count - 1].confidence =
          (last.confidence * Double(spanBytes) + weighted)
          / Double(max(1, spanBytes + range.count))
        spanBytes += range.count
      } else {
        spans.append(
          .init(
            range: TextRange(range.lowerBound, range.upperBound), code: guess.code,
            confidence: guess.confidence))
        spanBytes = range.count
      }
    }
    let named = totals.filter { $0.code != LanguageModel.undetermined }
    guard let first = named.first ?? totals.first else {
      return DocumentLanguage(code: LanguageModel.undetermined, confidence: 0)
    }
    let main = named.dropFirst().reduce(first) { $1.bytes > $0.bytes ? $1 : $0 }
    return DocumentLanguage(
      code: main.code, confidence: main.confidence / Double(max(1, main.bytes)), spans: spans)
  }
}

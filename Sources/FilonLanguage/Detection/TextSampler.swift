/// Reads as much of a text as it takes to be sure of its language.
///
/// Short text is read whole. Of long text, windows spread over it are read, in an order that halves
/// the gaps, until one language is beyond doubt or the budget is spent; so the time is bounded
/// whatever the length, and the answer depends on the text alone.
struct TextSampler {
  /// Bytes in a window.
  private static let window = 96
  /// Longest text that is read whole, in bytes.
  private static let shortText = 192
  /// Bytes from which on a text is long, and least windows read of a long text.
  private static let longText = 1024
  private static let leastOfLongText = 4
  /// Most windows read.
  private static let limit = 24
  /// Probability that ends the reading.
  private static let decisive: Float = 0.9995

  let model: LanguageModel
  let logPrior: [Float]
  /// Places of the languages that are expected.
  let expected: [Int]

  /// The distribution of `bytes[range]`.
  func distribution(_ bytes: Span<UInt8>, _ range: Range<Int>) -> LanguageDistribution {
    var evidence = LanguageEvidence(model)
    var scanner = WordScanner()
    if range.count <= Self.shortText {
      scanner.scan(bytes, range, into: &evidence)
      return LanguageDistribution(evidence, model, expected: expected)
    }
    let windows = min(Self.limit, range.count / Self.window)
    let least = range.count > Self.longText ? Self.leastOfLongText : 1
    var distribution: LanguageDistribution?
    for index in 0..<windows {
      // Multiplying by a number coprime with the count visits every window once, far apart.
      let place = index * Self.step(windows) % windows
      let start = Self.snapped(bytes, range.lowerBound + range.count / windows * place, range)
      let end = Self.snapped(bytes, start + Self.window, range)
      scanner.scan(bytes, start..<end, into: &evidence)
      guard index + 1 >= least else { continue }
      let current = LanguageDistribution(evidence, model, expected: expected)
      distribution = current
      if let best = current.posterior(logPrior).max(), best > Self.decisive { break }
    }
    return distribution ?? LanguageDistribution(evidence, model, expected: expected)
  }

  /// A step near the golden section of `count` that has no common divisor with it.
  private static func step(_ count: Int) -> Int {
    var step = max(1, count * 618 / 1000)
    while greatestCommonDivisor(step, count) != 1 { step += 1 }
    return step
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The first gap between words from `offset` on, or a scalar boundary when none is near.
  private static func snapped(_ bytes: Span<UInt8>, _ offset: Int, _ range: Range<Int>) -> Int {
    guard offset < range.upperBound else { return range.upperBound }
    guard offset > range.lowerBound else { return range.lowerBound }
    let limit = min(range.upperBound, offset + 48)
    var index = offset
    while index < limit, bytes[index] > 0x20 { index += 1 }
    if index < limit { return index }
    index = offset
    while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }
}

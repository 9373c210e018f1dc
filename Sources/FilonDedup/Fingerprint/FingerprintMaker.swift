public import FilonCore

/// Makes the fingerprints of documents; one value may serve many tasks at once.
///
/// A text is cut into folded words, three of them in a row make a shingle, and a share of the
/// shingles is kept by hash (Broder 1997; the share is fixed by a bar on the hash, so that two
/// documents keep the same ones of what they have in common).
public struct FingerprintMaker: Sendable {
  static let wholeSamples = 68
  static let sampleLimit = 4096
  static let anchorLimit = 52
  /// How many samples, lines and anchors together an article has.
  static let usualValues = 150

  /// Makes a fingerprint maker.
  public init() {}

  /// The fingerprint of one document.
  ///
  /// - Parameters:
  ///   - id: The document's identifier; names its cluster when it represents one.
  ///   - text: The document's text. Lines are the unit of boilerplate.
  ///   - blocks: Blocks of the text: each starts a line of its own.
  ///   - host: The site, so that what it repeats on its pages can be told from the text.
  ///   - language: A language code; empty, `und` and `mul` mean that it is not known.
  ///   - published: An ISO 8601 date or time.
  ///   - anchors: Keys of what a translation would keep: entities, quantities, dates, concepts.
  public func fingerprint(
    id: String, text: String, blocks: [FilonCore.Block], host: String?, language: String,
    published: String?, anchors: [String]
  ) -> DocumentFingerprint {
    let bytes = text.utf8Span.span
    var collector = ShingleCollector(bytes: bytes.count)
    for anchor in anchors { collector.anchors.insert(key: anchor) }
    var scanner = WordScanner()
    var start = 0
    for end in Self.boundaries(blocks, bytes.count) where end > start {
      scanner.scan(bytes, start..<end, into: &collector)
      start = end
    }
    collector.anchors.finish()
    let sample = ShingleSample(collector)
    return DocumentFingerprint(
      identifier: StableHash.of(id), exact: StableHash.mix(collector.exact),
      published: PublicationTime.minutes(published), words: collector.words, bar: sample.bar,
      host: host.map { UInt32(truncatingIfNeeded: StableHash.of($0)) | 1 } ?? 0,
      language: Self.languageKey(language), samples: sample.hashes, lines: sample.lines,
      anchors: collector.anchors.sample(Self.anchorLimit))
  }

  /// Where lines end for the sake of blocks: their starts in order, and the end of the text.
  private static func boundaries(_ blocks: [FilonCore.Block], _ end: Int) -> [Int] {
    var starts = blocks.map { min(Int($0.range.start), end) }
    starts.sort()
    starts.append(end)
    return starts
  }

  private static func languageKey(_ language: String) -> UInt32 {
    let code = language.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
    let name = String(Substring(code)).lowercased()
    guard !name.isEmpty, name != "und", name != "mul" else { return 0 }
    return UInt32(truncatingIfNeeded: StableHash.of(name)) | 1
  }
}

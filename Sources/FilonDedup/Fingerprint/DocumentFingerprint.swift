/// What must be kept of a document to find its duplicates: no text, some hundreds of bytes.
public struct DocumentFingerprint: Sendable {
  /// Hash of the document's identifier.
  var identifier: UInt64
  /// Hash of the sequence of folded words.
  var exact: UInt64
  /// Minutes since 1 January of year 0, or `Int64.max` when the date is not known.
  var published: Int64
  /// Number of words.
  var words: UInt32
  /// Shingles whose hash is at most this were kept.
  var bar: UInt32
  /// Hash of the host, 0 when there is none.
  var host: UInt32
  /// Hash of the language, 0 when it is not known.
  var language: UInt32
  private var sampleCount: UInt32
  private var lineCount: UInt32
  /// Sampled shingles line by line; then for each line 24 bits of its hash and 8 of its number of
  /// samples; then anchors.
  private var storage: [UInt32]

  init(
    identifier: UInt64, exact: UInt64, published: Int64, words: Int, bar: UInt32, host: UInt32,
    language: UInt32, samples: [UInt32], lines: [UInt32],
    anchors: [UInt32]
  ) {
    self.identifier = identifier
    self.exact = exact
    self.published = published
    self.words = UInt32(clamping: words)
    self.bar = bar
    self.host = host
    self.language = language
    sampleCount = UInt32(samples.count)
    lineCount = UInt32(lines.count)
    var storage: [UInt32] = []
    storage.reserveCapacity(samples.count + lines.count + anchors.count)
    storage += samples
    storage += lines
    storage += anchors
    self.storage = storage
  }

  /// Takes the values of samples, lines and anchors in one array.
  init(
    identifier: UInt64, exact: UInt64, published: Int64, words: UInt32, bar: UInt32, host: UInt32,
    language: UInt32, values: [UInt32], samples: Int, lines: Int
  ) {
    self.identifier = identifier
    self.exact = exact
    self.published = published
    self.words = words
    self.bar = bar
    self.host = host
    self.language = language
    sampleCount = UInt32(samples)
    lineCount = UInt32(lines)
    storage = values
  }

  /// Bytes that the fingerprint occupies, its heap block included.
  public var memoryBytes: Int {
    let arrayHeader = 32
    return MemoryLayout<Self>.stride + arrayHeader + storage.capacity * 4
  }

  var samples: ArraySlice<UInt32> { storage[0..<Int(sampleCount)] }
  var lines: Int { Int(lineCount) }
  var lineRecords: ArraySlice<UInt32> {
    storage[Int(sampleCount)..<Int(sampleCount) + lines]
  }
  var anchors: ArraySlice<UInt32> { storage[(Int(sampleCount) + lines)...] }

  /// The hash of a line (0: not to be compared) and the number of its samples.
  func line(_ index: Int) -> (hash: UInt32, samples: Int) {
    let record = storage[Int(sampleCount) + index]
    return (record >> 8, Int(record & 0xFF))
  }
}

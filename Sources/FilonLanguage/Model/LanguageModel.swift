internal import CFilonLanguageData
public import FilonCore

/// A model that tells languages apart: vectors of hashed n-grams and words, and a linear classifier
/// over their mean (Joulin et al., "Bag of Tricks for Efficient Text Classification", 2017), with the
/// weights in bytes.
///
/// The bytes are used in place.
public struct LanguageModel: Sendable {
  /// The codes the model can answer: ISO 639-1, or 639-3 where that has none, sorted; and `und`.
  public let languages: [String]
  /// The checksum of the model, which tells two models apart.
  public let hash: UInt64

  /// Scripts of each language, one bit each.
  let scripts: [UInt16]
  /// Weights of each language.
  let head: [SIMD16<Float>]
  /// Temperatures by number of features found.
  let temperatures: [Float]
  let features: FeatureTable
  /// Number of languages written in each script, without `und`.
  let languageCounts: [Int]

  /// The model that comes with the library.
  public static let standard: LanguageModel = {
    let bytes = EmbeddedBytes(filon_language_model_bytes(), count: filon_language_model_size())
    return (try? LanguageModel(bytes)) ?? LanguageModel()
  }()

  /// The code of text in no language.
  public static let undetermined = "und"

  /// A model that knows no language.
  private init() {
    languages = []
    hash = 0
    scripts = []
    head = []
    temperatures = [Float](repeating: 1, count: ModelLayout.temperatureCount)
    features = FeatureTable(EmbeddedBytes(copying: []), offset: 0, bucketCount: 0)
    languageCounts = [Int](repeating: 0, count: Script.count)
  }

  /// Reads a model. Sizes and the checksum are verified, so that hostile bytes do no harm.
  public init(_ bytes: EmbeddedBytes) throws(LanguageModelError) {
    guard bytes.count >= ModelLayout.headerSize, bytes.load(UInt64.self, at: 0) == ModelLayout.mark
    else { throw .notAModel }
    let version = bytes.load(UInt32.self, at: 8)
    guard version == ModelLayout.version else { throw .unsupportedVersion(version) }
    let fields = (0..<7).map { Int(bytes.load(UInt32.self, at: 12 + 4 * $0)) }
    let (size, count, buckets) = (fields[0], fields[1], fields[2])
    let (table, headStart, calibration, bucketStart) = (fields[3], fields[4], fields[5], fields[6])
    guard size == bytes.count, count <= 4096, buckets <= 1 << 24,
      table + count * ModelLayout.languageSize <= size,
      headStart + count * ModelLayout.headRowSize <= size,
      calibration + ModelLayout.temperatureCount * 4 <= size,
      bucketStart + buckets * FeatureTable.bucketSize + ModelLayout.padding <= size
    else { throw .truncated }
    hash = bytes.load(UInt64.self, at: ModelLayout.checksumOffset)
    let checksum = ModelLayout.checksum(count: size) { bytes.load(UInt64.self, at: $0) }
    guard checksum == hash else { throw .damaged }

    var languages: [String] = []
    var scripts: [UInt16] = []
    var head: [SIMD16<Float>] = []
    var counts = [Int](repeating: 0, count: Script.count)
    for index in 0..<count {
      let entry = table + index * ModelLayout.languageSize
      let code = (0..<6).map { bytes[entry + $0] }.filter { $0 != 0 }
      languages.append(String(decoding: code, as: UTF8.self))
      scripts.append(bytes.load(UInt16.self, at: entry + 6))
      var row = SIMD16<Float>(repeating: 0)
      for lane in 0..<16 {
        let at = headStart + index * ModelLayout.headRowSize + lane * 4
        row[lane] = Float(bitPattern: bytes.load(UInt32.self, at: at))
      }
      head.append(row)
      guard languages[index] != Self.undetermined else { continue }
      for script in 0..<Script.count where scripts[index] >> script & 1 == 1 { counts[script] += 1 }
    }
    self.languages = languages
    self.scripts = scripts
    self.head = head
    languageCounts = counts
    temperatures = (0..<ModelLayout.temperatureCount).map {
      Float(bitPattern: bytes.load(UInt32.self, at: calibration + 4 * $0))
    }
    features = FeatureTable(bytes, offset: bucketStart, bucketCount: buckets)
  }

  /// The temperature for a text of which `hits` features are known.
  func temperature(hits: UInt64) -> Float {
    let bucket = UInt64.bitWidth - 1 - max(1, hits).leadingZeroBitCount
    return temperatures[min(bucket, ModelLayout.temperatureCount - 1)]
  }
}

/// Turns a trained classifier into the bytes of a model.
struct ModelWriter {
  /// The languages with their scripts, in the order of the labels.
  let languages: [(code: String, scripts: UInt16)]
  /// Where the features are.
  let index: FeatureIndex
  /// The vectors in bytes, bias included, 15 for each slot.
  private let weights: [UInt8]
  /// The head for vectors in bytes.
  let head: [SIMD16<Float>]

  /// Rounds the vectors of `classifier` to bytes. Of the largest values of each dimension one in ten
  /// thousand is clipped.
  init(
    _ classifier: FactorizedClassifier, _ index: FeatureIndex,
    languages: [(code: String, scripts: UInt16)]
  ) {
    self.languages = languages
    self.index = index
    let dimensions = FeatureTable.dimensions
    let used = index.fingerprints.indices.filter { index.fingerprints[$0] != 0 }
    var scales = SIMD16<Float>(repeating: 1)
    for lane in 0..<dimensions {
      let sizes = used.map { abs(classifier.vectors[$0][lane]) }.sorted()
      let limit = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9999 / 10000)]
      scales[lane] = max(limit, 1e-6) / 127
    }
    var weights = [UInt8](
      repeating: UInt8(FeatureTable.bias), count: index.fingerprints.count * dimensions)
    for slot in used {
      for lane in 0..<dimensions {
        let value = (classifier.vectors[slot][lane] / scales[lane]).rounded(.toNearestOrEven)
        let byte = Int(min(127, max(-127, value))) + FeatureTable.bias
        weights[slot * dimensions + lane] = UInt8(byte)
      }
    }
    self.weights = weights
    head = classifier.head.map { $0 * scales }
  }

  /// The mean of the rounded vectors in `rows`.
  func mean(_ rows: [UInt32]) -> SIMD16<Float> {
    var mean = SIMD16<Float>(repeating: 0)
    for row in rows {
      let start = Int(row) * FeatureTable.dimensions
      for lane in 0..<FeatureTable.dimensions { mean[lane] += Float(weights[start + lane]) }
    }
    mean /= Float(max(1, rows.count))
    for lane in 0..<FeatureTable.dimensions { mean[lane] -= Float(FeatureTable.bias) }
    return mean
  }

  /// The model file, laid out as ``ModelLayout`` says.
  func bytes(temperatures: [Float]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: ModelLayout.headerSize)
    let table = out.count
    for language in languages {
      let code = Array(language.code.utf8.prefix(6))
      out += code + [UInt8](repeating: 0, count: 6 - code.count)
      Self.append(language.scripts, &out)
    }
    Self.align(&out)
    let headStart = out.count
    for row in head { for lane in 0..<16 { Self.append(row[lane].bitPattern, &out) } }
    let calibration = out.count
    for temperature in temperatures { Self.append(temperature.bitPattern, &out) }
    Self.align(&out)
    let buckets = out.count
    let slots = FeatureTable.slots
    for bucket in 0..<index.bucketCount {
      out += index.fingerprints[(bucket * slots)..<((bucket + 1) * slots)]
      let width = slots * FeatureTable.dimensions
      out += weights[(bucket * width)..<((bucket + 1) * width)]
    }
    out += [UInt8](repeating: 0, count: ModelLayout.padding)

    var header: [UInt8] = []
    Self.append(ModelLayout.mark, &header)
    let fields = [
      Int(ModelLayout.version), out.count, languages.count, index.bucketCount, table, headStart,
      calibration, buckets,
    ]
    for field in fields { Self.append(UInt32(field), &header) }
    header += [UInt8](repeating: 0, count: ModelLayout.checksumOffset - header.count)
    out.replaceSubrange(0..<header.count, with: header)
    let checksum = ModelLayout.checksum(count: out.count) { offset in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(out[offset + $1]) << UInt64(8 * $1) }
    }
    var tail: [UInt8] = []
    Self.append(checksum, &tail)
    out.replaceSubrange(header.count..<(header.count + tail.count), with: tail)
    return out
  }

  private static func append<I: FixedWidthInteger>(_ value: I, _ out: inout [UInt8]) {
    for shift in stride(from: 0, to: I.bitWidth, by: 8) {
      out.append(UInt8(truncatingIfNeeded: value >> I(shift)))
    }
  }

  private static func align(_ out: inout [UInt8]) {
    out += [UInt8](repeating: 0, count: (64 - out.count % 64) % 64)
  }
}

/// Writes a trained field in the format of ``LinearChainModel``: the features that weigh most, in
/// 8-bit weights.
struct ModelWriter {
  /// Lines of the model.
  let lines: Int
  /// Largest weight that is kept as it is; larger ones are cut.
  private static let ceiling: Float = 4

  init(lines: Int) { self.lines = lines }

  /// The bytes of the model.
  func write(_ field: ConditionalRandomField, hashes: [UInt64]) -> [UInt8] {
    let unit = Self.ceiling / 127
    var chosen: [[(weight: Float, feature: Int)]] = Array(repeating: [], count: lines)
    for feature in hashes.indices {
      let weights = field.weights[feature]
      let size = max(weights.max(), -weights.min())
      guard size > unit / 2 else { continue }
      chosen[LinearChainModel.line(hashes[feature], UInt64(lines))].append((size, feature))
    }
    var output = ByteWriter()
    output.append(LinearChainModel.magic)
    output.append(1 as UInt32)
    output.append(UInt32(lines))
    output.append(unit.bitPattern)
    for row in field.transitions {
      for tag in 0..<EntityTag.lanes {
        let value = tag < EntityTag.count ? (row[tag] / unit).rounded() : 0
        output.append(Int16(max(-3000, min(3000, value))))
      }
    }
    output.align(to: LinearChainModel.lineSize)
    for line in chosen {
      let kept = line.sorted { ($0.weight, hashes[$1.feature]) > ($1.weight, hashes[$0.feature]) }
        .prefix(LinearChainModel.rowsPerLine)
      for (_, feature) in kept {
        for tag in 0..<EntityTag.count {
          let value = (field.weights[feature][tag] / unit).rounded()
          output.append(Int8(max(-127, min(127, value))))
        }
        output.append(0 as UInt8)
        output.append(LinearChainModel.fingerprint(hashes[feature]))
      }
      for _ in kept.count..<LinearChainModel.rowsPerLine {
        output.append(contentsOf: repeatElement(0, count: LinearChainModel.rowSize))
      }
    }
    return output.bytes
  }
}

/// Sorts hashes, which spread evenly, in linear time: one pass by their leading bits, then
/// insertion.
enum UniformSort {
  private static let buckets = 256

  /// Sorts `values`, none of which is above `top`, ascending.
  static func sort(_ values: inout [UInt32], upTo top: UInt32) {
    guard values.count > 8 else {
      values.sort()
      return
    }
    var starts = InlineArray<257, Int32>(repeating: 0)
    let shift = max(24 - top.leadingZeroBitCount, 0)
    for value in values { starts[min(Int(value >> UInt32(shift)), buckets - 1) + 1] += 1 }
    for bucket in 1...buckets { starts[bucket] += starts[bucket - 1] }
    let source = values
    for value in source {
      let bucket = min(Int(value >> UInt32(shift)), buckets - 1)
      values[Int(starts[bucket])] = value
      starts[bucket] += 1
    }
    guard values.count <= buckets * 8 else {
      values.sort()
      return
    }
    for index in 1..<values.count {
      let value = values[index]
      var place = index
      while place > 0, values[place - 1] > value {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
    }
  }
}

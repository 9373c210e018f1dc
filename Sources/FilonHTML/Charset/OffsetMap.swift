/// Maps offsets of a byte sequence that was made from another back to that other.
///
/// Between two entries the two sequences run in step; an entry is made wherever they get out of
/// step. Without entries the map is the identity.
struct OffsetMap: Sendable {
  private var outputs: [UInt32] = []
  private var inputs: [UInt32] = []

  init() {}

  /// Entries as a flat list of output and input offsets, or nil when they do not rise.
  init?(pairs: [UInt32]) {
    guard pairs.count >= 2, pairs.count % 2 == 0 else { return nil }
    for index in stride(from: 0, to: pairs.count, by: 2) {
      if let last = outputs.last, let lastInput = inputs.last,
        pairs[index] <= last || pairs[index + 1] < lastInput
      {
        return nil
      }
      outputs.append(pairs[index])
      inputs.append(pairs[index + 1])
    }
  }

  /// The entries as a flat list of output and input offsets.
  var pairs: [UInt32] { zip(outputs, inputs).flatMap { [$0, $1] } }

  /// States that output offset `output` corresponds to input offset `input` from here on.
  mutating func add(output: Int, input: Int) {
    if let last = outputs.last, Int(last) == output {
      inputs[inputs.count - 1] = UInt32(input)
    } else {
      outputs.append(UInt32(output))
      inputs.append(UInt32(input))
    }
  }

  mutating func removeAll() {
    outputs.removeAll(keepingCapacity: true)
    inputs.removeAll(keepingCapacity: true)
  }

  /// The input offset of an output offset, by binary search.
  func input(of output: Int) -> Int {
    guard let index = entry(at: output) else { return output }
    return Int(inputs[index]) + output - Int(outputs[index])
  }

  /// The index of the last entry at or before `output`.
  private func entry(at output: Int) -> Int? {
    var low = 0
    var high = outputs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(outputs[middle]) <= output { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

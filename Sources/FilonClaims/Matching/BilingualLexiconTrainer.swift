import FilonCore

/// Learns the bilingual lexicon from parallel sentences: IBM model 1 (Brown et al. 1993) on word
/// keys, a few rounds of expectation–maximisation.
public struct BilingualLexiconTrainer: Sendable {
  /// Rounds of expectation–maximisation.
  public var rounds = 5
  /// Keys that occur less often are left out.
  public var minimumCount = 3
  /// Translations with a smaller share are left out.
  public var minimumShare: Float = 0.12

  private var pairs: [(french: [Int32], english: [Int32])] = []
  private var french = KeyIndex()
  private var english = KeyIndex()

  /// A trainer without sentences.
  public init() {}

  /// Adds a sentence and its translation.
  public mutating func add(french: String, english: String) {
    let source = WordKeys.keys(french).map { self.french.index($0) }
    let target = WordKeys.keys(english).map { self.english.index($0) }
    guard source.count <= 60, target.count <= 60, !source.isEmpty, !target.isEmpty else { return }
    pairs.append((source, target))
  }

  /// The lexicon as the text of a data file, sorted.
  public func train() -> String {
    var share: [UInt64: Float] = [:]
    for round in 0..<rounds {
      var counts: [UInt64: Float] = [:]
      var totals = [Float](repeating: 0, count: french.keys.count)
      for pair in pairs {
        for target in pair.english {
          var sum: Float = 0.02
          for source in pair.french {
            sum += round == 0 ? 1 : share[Self.code(source, target)] ?? 0
          }
          for source in pair.french {
            let code = Self.code(source, target)
            let value = (round == 0 ? 1 : share[code] ?? 0) / sum
            guard value > 1e-4 else { continue }
            counts[code, default: 0] += value
            totals[Int(source)] += value
          }
        }
      }
      share = counts.compactMapValues { $0 }
      for code in counts.keys {
        let total = totals[Int(code >> 32)]
        share[code] = total > 0 ? (counts[code] ?? 0) / total : 0
      }
    }
    return text(share)
  }

  private static func code(_ source: Int32, _ target: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target))
  }

  private func text(_ share: [UInt64: Float]) -> String {
    var lines: [(String, Int, String)] = []
    for (code, value) in share where value >= minimumShare {
      let (source, target) = (Int(code >> 32), Int(code & 0xFFFF_FFFF))
      guard french.counts[source] >= minimumCount, english.counts[target] >= minimumCount,
        french.keys[source].count > 1, english.keys[target].count > 1,
        french.keys[source].first.map({ $0 >= 0x61 }) ?? false
      else { continue }
      lines.append(
        (
          String(decoding: french.keys[source], as: UTF8.self), Int((value * 1_000).rounded()),
          String(decoding: english.keys[target], as: UTF8.self)
        ))
    }
    lines.sort { ($0.0, -$0.1, $0.2) < ($1.0, -$1.1, $1.2) }
    var text = "# french key\tenglish key\tshare in thousandths\n"
    for line in lines { text += "\(line.0)\t\(line.2)\t\(line.1)\n" }
    return text
  }
}

/// Numbers for keys, in the order of their first use.
private struct KeyIndex: Sendable {
  private var indices: [[UInt8]: Int32] = [:]
  private(set) var keys: [[UInt8]] = []
  private(set) var counts: [Int] = []

  mutating func index(_ key: [UInt8]) -> Int32 {
    if let known = indices[key] {
      counts[Int(known)] += 1
      return known
    }
    indices[key] = Int32(keys.count)
    keys.append(key)
    counts.append(1)
    return Int32(keys.count - 1)
  }
}

/// The rarest features of each claim, and where else they occur: finds claims to compare.
///
/// 12 bytes a feature looked up; candidates are made claim by claim and never all at once.
struct ClaimProbes {
  /// How many of a claim's rarest features are looked up.
  private static let perClaim = 24
  /// How many claims before it a claim is compared with, for each feature.
  private static let reach = 32

  /// How many of their rarest features two claims must share to be compared.
  private static let fewestShared = 3

  /// Feature and claim, sorted.
  private let sorted: [UInt64]
  /// Places in ``sorted``, claim by claim.
  private var places: [UInt32]
  /// Where the places of each claim begin.
  private let starts: [UInt32]

  /// Looks up the features of all claims but those to be left out.
  init(_ signatures: [ClaimSignature], _ rarity: FeatureRarity, leaving: [Bool]) {
    var probes: [UInt64] = []
    var starts: [UInt32] = [0]
    // Rarest first, then by feature, as one integer each: the bits of positive weights sort as they do.
    var ranked: [UInt64] = []
    for (index, signature) in signatures.enumerated() {
      if !leaving[index] {
        ranked.removeAll(keepingCapacity: true)
        for feature in signature.features where rarity.count(feature) > 1 {
          ranked.append(
            UInt64(~rarity.weight(feature).bitPattern) << 32 | UInt64(feature.bits))
        }
        ranked.sort()
        for rank in ranked.prefix(Self.perClaim) {
          let feature = ClaimFeature(bits: UInt32(truncatingIfNeeded: rank))
          probes.append(UInt64(feature.hash) << 32 | UInt64(index))
        }
      }
      starts.append(UInt32(probes.count))
    }
    probes.sort()
    places = [UInt32](repeating: 0, count: probes.count)
    var next = starts
    for (place, probe) in probes.enumerated() {
      let claim = Int(truncatingIfNeeded: probe & 0xFFFF_FFFF)
      places[Int(next[claim])] = UInt32(place)
      next[claim] += 1
    }
    sorted = probes
    self.starts = starts
  }

  /// The claims before a claim that share several of its rarest features, sorted.
  func read(before claim: Int, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    for place in places[Int(starts[claim])..<Int(starts[claim + 1])] {
      let probe = sorted[Int(place)]
      var other = Int(place) - 1
      let last = max(0, Int(place) - Self.reach)
      while other >= last, sorted[other] >> 32 == probe >> 32 {
        found.append(Int(truncatingIfNeeded: sorted[other] & 0xFFFF_FFFF))
        other -= 1
      }
    }
    guard !found.isEmpty else { return }
    found.sort()
    var count = 0
    var start = 0
    for end in 1...found.count where end == found.count || found[end] != found[start] {
      if end - start >= Self.fewestShared {
        found[count] = found[start]
        count += 1
      }
      start = end
    }
    found.removeLast(found.count - count)
  }
}

/// Gives the chosen features their places in the buckets of a ``FeatureTable``.
struct FeatureIndex {
  /// Number of buckets.
  let bucketCount: Int
  /// The fingerprints, four to a bucket; 0 where a slot is empty.
  private(set) var fingerprints: [UInt8]

  /// Places features, best first, until the buckets are full. A feature whose bucket is full, or
  /// holds its fingerprint already, is left out.
  init(_ ranked: [UInt64], bucketCount: Int) {
    self.bucketCount = bucketCount
    let slots = FeatureTable.slots
    fingerprints = [UInt8](repeating: 0, count: bucketCount * slots)
    for hash in ranked {
      let first = FeatureTable.bucket(hash, of: UInt64(bucketCount)) * slots
      let fingerprint = FeatureTable.fingerprint(hash)
      for slot in first..<(first + slots) {
        if fingerprints[slot] == fingerprint { break }
        if fingerprints[slot] == 0 {
          fingerprints[slot] = fingerprint
          break
        }
      }
    }
  }

  /// The row that a look-up of a feature finds, whether it is the feature's own or not.
  @inline(__always) func row(_ hash: UInt64) -> Int? {
    let first =
      FeatureTable.bucket(hash, of: UInt64(bucketCount)) * FeatureTable.slots
    let fingerprint = FeatureTable.fingerprint(hash)
    for slot in first..<(first + FeatureTable.slots) where fingerprints[slot] == fingerprint {
      return slot
    }
    return nil
  }
}

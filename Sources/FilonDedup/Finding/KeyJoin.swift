/// Finds which of many known documents share keys with a few new ones, in one pass over the known.
struct KeyJoin {
  /// The different keys of the new documents, sorted.
  private var keys: [UInt32] = []
  /// One bit for each value of a key's lowest bits: most keys of known documents end here.
  private var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
  /// Where the keys of each value of the highest bits begin.
  private var buckets: [Int32] = []
  private var hitCounts: [UInt16]
  private var hitKeys: [UInt32] = []
  private var hitDocuments: [UInt32] = []
  private let listLimit: UInt16

  private static let filterBits = 25
  private static let bucketBits = 16

  /// Gathers the keys of new documents.
  ///
  /// - Parameters:
  ///   - newKeys: The keys of all documents, in any order.
  ///   - listLimit: Known documents kept under one key: the first ones.
  init(_ newKeys: [UInt32], listLimit: UInt16) {
    var sorted = newKeys
    var unused = [UInt32](repeating: 0, count: newKeys.count)
    RadixSort.sort(&sorted, &unused)
    for key in sorted where key != keys.last {
      keys.append(key)
      let (word, bit) = Self.place(inFilter: key)
      filter[word] |= bit
    }
    buckets = [Int32](repeating: 0, count: 1 << Self.bucketBits + 1)
    for key in keys { buckets[Int(key >> 16) + 1] += 1 }
    for bucket in 1..<buckets.count { buckets[bucket] += buckets[bucket - 1] }
    hitCounts = [UInt16](repeating: 0, count: keys.count)
    self.listLimit = listLimit
  }

  /// Whether a new document may have the key, and its list has room.
  @inline(__always)
  func mayHave(_ key: UInt32) -> Bool {
    let (word, bit) = Self.place(inFilter: key)
    return filter[word] & bit != 0
  }

  /// Notes that a known document has a key.
  mutating func note(_ key: UInt32, of document: Int) {
    guard let place = place(key) else { return }
    hitCounts[place] += 1
    hitKeys.append(UInt32(place))
    hitDocuments.append(UInt32(document))
    guard hitCounts[place] == listLimit else { return }
    // The few keys that share the bit are lost with it; no match hangs on one key.
    let (word, bit) = Self.place(inFilter: key)
    filter[word] &= ~bit
  }

  @inline(__always)
  private static func place(inFilter key: UInt32) -> (word: Int, bit: UInt64) {
    let bits = Int(key) & (1 << filterBits - 1)
    return (bits >> 6, 1 << UInt64(bits & 63))
  }

  private func place(_ key: UInt32) -> Int? {
    let bucket = Int(key >> 16)
    var (low, high) = (Int(buckets[bucket]), Int(buckets[bucket + 1]))
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }

  /// The lists of known documents by key, once all have been noted.
  func lists() -> Lists {
    var (places, documents) = (hitKeys, hitDocuments)
    RadixSort.sort(&places, &documents)
    var starts = [0]
    starts.reserveCapacity(keys.count + 1)
    for count in hitCounts { starts.append((starts.last ?? 0) + Int(count)) }
    return Lists(join: self, documents: documents, starts: starts)
  }

  /// Known documents by the keys that they share with new ones.
  struct Lists {
    private static let usualKeys = 40
    fileprivate let join: KeyJoin
    fileprivate let documents: [UInt32]
    fileprivate let starts: [Int]

    /// Adds to `found` the known documents that share most keys, two and a tenth at least, with a
    /// new one.
    ///
    /// `counts`, all 0 before and after, has a place for each known document.
    func best(
      _ limit: Int, sharing keys: ArraySlice<UInt32>, _ counts: inout [UInt16],
      into found: inout [Int]
    ) {
      var touched: [Int] = []
      let places = keys.compactMap { join.place($0) }
      let least = UInt16(clamping: max(2, min(keys.count, Self.usualKeys) / 10))
      for place in places {
        for document in documents[starts[place]..<starts[place + 1]] {
          counts[Int(document)] &+= 1
          if counts[Int(document)] == least { touched.append(Int(document)) }
        }
      }
      touched.sort { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
      found += touched.prefix(limit)
      for place in places {
        for document in documents[starts[place]..<starts[place + 1]] { counts[Int(document)] = 0 }
      }
    }
  }
}

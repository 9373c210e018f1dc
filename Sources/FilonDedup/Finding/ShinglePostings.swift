/// Which documents have a shingle, for the shingles of the smallest hashes.
///
/// A document is listed under all its shingles below a fixed bar, and at least under its few
/// smallest: two texts with something in common are then listed together under a proportional
/// number of keys, whatever their lengths (bottom-k and fraction sketches, Cohen and Kaplan 2007).
struct ShinglePostings {
  /// The keys of each document: indexes of lists; only keys that several documents have.
  private var keys: [UInt32] = []
  private var keyStarts: [Int] = [0]
  private var postings: [UInt32] = []
  private var listStarts: [Int] = []
  private var listCounts: [UInt16] = []
  private var keyCounts: [UInt16] = []

  private static let bar = UInt32.max / 12
  private static let leastKeys = 16
  /// Documents kept under one key: a phrase that more have in common says little.
  private static let listLimit = 48

  /// Lists for `documents`, in whose order they will be added.
  init(_ sets: ShingleSets, _ documents: [Int]) {
    var hashes: [UInt32] = []
    var owners: [UInt32] = []
    hashes.reserveCapacity(documents.count * 34)
    owners.reserveCapacity(documents.count * 34)
    keyCounts.reserveCapacity(documents.count)
    for (order, document) in documents.enumerated() {
      let before = hashes.count
      for place in sets.range(document) {
        let value = sets.value(place)
        guard hashes.count - before < Self.leastKeys || value <= Self.bar else { break }
        hashes.append(value)
        owners.append(UInt32(order))
      }
      keyCounts.append(UInt16(clamping: hashes.count - before))
    }
    RadixSort.sort(&hashes, &owners)
    var sizes = [Int](repeating: 0, count: documents.count)
    var runs: [Range<Int>] = []
    var start = 0
    var total = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
      if end - start > 1 {
        listStarts.append(total)
        runs.append(start..<end)
        total += min(end - start, Self.listLimit)
        for place in start..<end { sizes[Int(owners[place])] += 1 }
      }
      start = end
    }
    listCounts = [UInt16](repeating: 0, count: runs.count)
    postings = [UInt32](repeating: 0, count: total)
    listStarts.append(total)
    for size in sizes { keyStarts.append((keyStarts.last ?? 0) + size) }
    keys = [UInt32](repeating: 0, count: keyStarts.last ?? 0)
    var filled = keyStarts
    for (list, run) in runs.enumerated() {
      for place in run {
        let owner = Int(owners[place])
        keys[filled[owner]] = UInt32(list)
        filled[owner] += 1
      }
    }
  }

  /// Counts, for each document added so far, the keys that it shares with the document at `order`.
  func count(_ order: Int, _ counts: inout [UInt16], _ touched: inout [UInt32]) {
    for place in keyStarts[order]..<keyStarts[order + 1] {
      let list = Int(keys[place])
      let start = listStarts[list]
      for posting in start..<start + Int(listCounts[list]) {
        let document = Int(postings[posting])
        if counts[document] == 0 { touched.append(UInt32(document)) }
        counts[document] &+= 1
      }
    }
  }

  /// Lists the document at `order` under its keys.
  mutating func add(_ order: Int) {
    for place in keyStarts[order]..<keyStarts[order + 1] {
      let list = Int(keys[place])
      let next = listStarts[list] + Int(listCounts[list])
      guard next < listStarts[list + 1] else { continue }
      postings[next] = UInt32(order)
      listCounts[list] += 1
    }
  }

  /// How many keys two documents must share to be compared: a tenth of what the one with fewer has.
  func leastShared(_ one: Int, _ other: Int) -> Int {
    (Int(min(keyCounts[one], keyCounts[other])) + 5) / 10
  }
}

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

  private static let bar = UInt32.max / 12
  private static let leastKeys = 16
  /// Documents kept under one key: a phrase that more have in common says little.
  private static let listLimit = 256

  /// Lists for `documents`, in whose order they will be added.
  init(_ sets: ShingleSets, _ documents: [Int]) {
    var hashes: [UInt64] = []
    var owners: [UInt32] = []
    for (order, document) in documents.enumerated() {
      let range = sets.range(document)
      var count = 0
      for place in range {
        let value = sets.value(place)
        guard count < Self.leastKeys || value <= Self.bar else { break }
        hashes.append(UInt64(value))
        owners.append(UInt32(order))
        count += 1
      }
    }
    RadixSort.sort(&hashes, &owners)
    var lists: [UInt32] = []
    var sizes = [Int](repeating: 0, count: documents.count)
    var listOf = [UInt32](repeating: .max, count: hashes.count)
    var start = 0
    var total = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
      if end - start > 1 {
        let list = UInt32(listStarts.count)
        listStarts.append(total)
        listCounts.append(0)
        total += min(end - start, Self.listLimit)
        for place in start..<end {
          listOf[place] = list
          sizes[Int(owners[place])] += 1
        }
      }
      start = end
    }
    postings = [UInt32](repeating: 0, count: total)
    listStarts.append(total)
    for size in sizes { keyStarts.append((keyStarts.last ?? 0) + size) }
    lists = [UInt32](repeating: 0, count: keyStarts.last ?? 0)
    var filled = keyStarts
    for place in hashes.indices where listOf[place] != .max {
      let owner = Int(owners[place])
      lists[filled[owner]] = listOf[place]
      filled[owner] += 1
    }
    keys = lists
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

  /// The number of keys that the document shares with any other.
  func sharedKeys(_ order: Int) -> Int { keyStarts[order + 1] - keyStarts[order] }
}

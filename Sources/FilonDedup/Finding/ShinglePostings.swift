/// Which documents have a shingle, for the shingles of the smallest hashes.
///
/// A document is listed under all its shingles below a fixed bar, and at least under its few
/// smallest: two texts with something in common are then listed together under a proportional
/// number of keys, whatever their lengths (bottom-k and fraction sketches, Cohen and Kaplan 2007).
struct ShinglePostings {
  /// The keys of each document: where their lists start; only keys that several documents have.
  private var keys: [UInt32] = []
  private var keyStarts: [Int] = [0]
  /// For each list its number of documents with its capacity << 16, then the documents.
  private var lists: [UInt32] = []
  private var keyCounts: [UInt16] = []

  private static let bar = UInt32.max / 12
  private static let leastKeys = 16
  /// One key in common says nothing.
  private static let least: UInt16 = 2
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
      Self.appendKeys(of: document, sets, to: &hashes)
      while owners.count < hashes.count { owners.append(UInt32(order)) }
      keyCounts.append(UInt16(clamping: hashes.count - before))
    }
    RadixSort.sort(&hashes, &owners)
    var sizes = [Int](repeating: 0, count: documents.count)
    var runs: [(range: Range<Int>, list: UInt32)] = []
    var start = 0
    var total = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
      if end - start > 1 {
        runs.append((start..<end, UInt32(total)))
        total += 1 + min(end - start, Self.listLimit)
        for place in start..<end { sizes[Int(owners[place])] += 1 }
      }
      start = end
    }
    lists = [UInt32](repeating: 0, count: total)
    for size in sizes { keyStarts.append((keyStarts.last ?? 0) + size) }
    keys = [UInt32](repeating: 0, count: keyStarts.last ?? 0)
    var filled = keyStarts
    for (range, list) in runs {
      lists[Int(list)] = UInt32(min(range.count, Self.listLimit)) << 16
      for place in range {
        let owner = Int(owners[place])
        keys[filled[owner]] = list
        filled[owner] += 1
      }
    }
  }

  /// Appends the keys of a document, ascending.
  static func appendKeys(of document: Int, _ sets: ShingleSets, to keys: inout [UInt32]) {
    let before = keys.count
    for place in sets.range(document) {
      let value = sets.value(place)
      guard keys.count - before < leastKeys || value <= bar else { break }
      keys.append(value)
    }
  }

  /// Finds the documents added so far that share keys, at least ``least``, with the document at
  /// `order`. `counts`, all 0 before and after, has a place for each document.
  func shared(
    _ order: Int, _ counts: inout [UInt16], into found: inout [(count: UInt16, order: Int)]
  ) {
    let lists = lists.span
    var counts = counts.mutableSpan
    for place in keyStarts[order]..<keyStarts[order + 1] {
      let list = Int(keys[place])
      for posting in list + 1..<list + 1 + Int(lists[list] & 0xFFFF) {
        let document = Int(lists[posting])
        let count = counts[document] &+ 1
        counts[document] = count
        if count == Self.least { found.append((count, document)) }
      }
    }
    for index in found.indices { found[index].count = counts[found[index].order] }
    for place in keyStarts[order]..<keyStarts[order + 1] {
      let list = Int(keys[place])
      for posting in list + 1..<list + 1 + Int(lists[list] & 0xFFFF) {
        counts[Int(lists[posting])] = 0
      }
    }
  }

  /// Lists the document at `order` under its keys.
  mutating func add(_ order: Int) {
    for place in keyStarts[order]..<keyStarts[order + 1] {
      let list = Int(keys[place])
      let (count, capacity) = (lists[list] & 0xFFFF, lists[list] >> 16)
      guard count < capacity else { continue }
      lists[list + 1 + Int(count)] = UInt32(order)
      lists[list] += 1
    }
  }

  /// How many keys two documents must share to be compared: a tenth of what the one with fewer has.
  func leastShared(_ one: Int, _ other: Int) -> Int {
    (fewerKeys(one, other) + 5) / 10
  }

  /// The number of keys of the one of two documents that has fewer.
  func fewerKeys(_ one: Int, _ other: Int) -> Int { Int(min(keyCounts[one], keyCounts[other])) }
}

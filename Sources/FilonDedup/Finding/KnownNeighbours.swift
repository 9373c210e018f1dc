/// The documents of an index that a run may repeat: those with which its documents are compared.
///
/// One pass over the index finds them, so that the time to add a day's documents to an index of
/// millions is the time to read its fingerprints once.
struct KnownNeighbours {
  /// Places of the documents in the index, ascending.
  private(set) var places: [Int] = []
  /// The weights of anchors in the index and the run together.
  private(set) var weights = AnchorWeights()

  private static let shingleLimit = 8
  private static let shingleLists: UInt16 = 48
  private static let anchorLimit = 3
  private static let anchorLists: UInt16 = 28

  /// Finds the neighbours of `new` documents among `known` ones.
  ///
  /// - Parameter clusters: For each known document the identifier of the one that represents it, 0
  ///   for one that stands alone.
  init(
    of new: [DocumentFingerprint], among known: [DocumentFingerprint], clusters: [UInt64],
    findsTranslations: Bool
  ) {
    guard !known.isEmpty, !new.isEmpty else { return }
    var found: [Int] = []
    addByShingles(new, known, &found)
    if findsTranslations {
      for fingerprint in new { weights.count(fingerprint.anchors) }
      addByAnchors(new, known, &found)
    }
    addExact(new, known, &found)
    places = Self.unique(found)
    places = Self.unique(places + Self.representatives(of: places, known, clusters))
  }

  private func addByShingles(
    _ new: [DocumentFingerprint], _ known: [DocumentFingerprint], _ found: inout [Int]
  ) {
    let sets = ShingleSets(new)
    var keys: [UInt32] = []
    var starts = [0]
    for document in new.indices {
      ShinglePostings.appendKeys(of: document, sets, to: &keys)
      starts.append(keys.count)
    }
    var join = KeyJoin(keys, listLimit: Self.shingleLists)
    for place in known.indices {
      for value in known[place].samples where join.mayHave(value) { join.note(value, of: place) }
    }
    let lists = join.lists()
    var counts = [UInt16](repeating: 0, count: known.count)
    for document in new.indices {
      lists.best(
        Self.shingleLimit, sharing: keys[starts[document]..<starts[document + 1]], &counts,
        into: &found)
    }
  }

  private mutating func addByAnchors(
    _ new: [DocumentFingerprint], _ known: [DocumentFingerprint], _ found: inout [Int]
  ) {
    var keys: [UInt32] = []
    var starts = [0]
    for document in new {
      if document.language != 0 { AnchorPairs.keys(document.anchors, into: &keys) }
      starts.append(keys.count)
    }
    var languages: [UInt32] = []
    for fingerprint in known {
      weights.count(fingerprint.anchors)
      if fingerprint.language != 0, fingerprint.language != languages.last,
        !languages.contains(fingerprint.language)
      {
        languages.append(fingerprint.language)
      }
    }
    var counts = [UInt16](repeating: 0, count: known.count)
    for language in languages {
      let others = new.indices.filter { new[$0].language != 0 && new[$0].language != language }
      guard !others.isEmpty else { continue }
      var join = KeyJoin(
        others.flatMap { keys[starts[$0]..<starts[$0 + 1]] }, listLimit: Self.anchorLists)
      var own: [UInt32] = []
      for place in known.indices where known[place].language == language {
        own.removeAll(keepingCapacity: true)
        AnchorPairs.keys(known[place].anchors, into: &own)
        for key in own where join.mayHave(key) { join.note(key, of: place) }
      }
      let lists = join.lists()
      for document in others {
        lists.best(
          Self.anchorLimit, sharing: keys[starts[document]..<starts[document + 1]], &counts,
          into: &found)
      }
    }
  }

  /// Adds the first document of the index for each text that comes again word for word.
  private func addExact(
    _ new: [DocumentFingerprint], _ known: [DocumentFingerprint], _ found: inout [Int]
  ) {
    var open = Set(new.map(\.exact))
    for place in known.indices where open.remove(known[place].exact) != nil { found.append(place) }
  }

  private static func representatives(
    of places: [Int], _ known: [DocumentFingerprint], _ clusters: [UInt64]
  ) -> [Int] {
    let wanted = Set(places.map { clusters[$0] }.filter { $0 != 0 })
    guard !wanted.isEmpty else { return [] }
    return known.indices.filter { wanted.contains(known[$0].identifier) }
  }

  private static func unique(_ places: [Int]) -> [Int] {
    var result: [Int] = []
    for place in places.sorted() where place != result.last { result.append(place) }
    return result
  }
}

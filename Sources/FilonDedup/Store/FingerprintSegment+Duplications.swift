public import FilonCore

extension FingerprintSegment {
  /// The verdicts on the documents as records say them, in order; nil where nothing repeats one.
  ///
  /// What represents the documents is noted in the segment, for later runs.
  ///
  /// - Parameters:
  ///   - known: Documents of earlier runs, which may be repeated.
  ///   - options: What counts as a duplicate.
  public mutating func duplications(
    after known: FingerprintSegment = FingerprintSegment(), options: DuplicateOptions
  ) -> [Duplication?] {
    let finder = DuplicateFinder(options: options)
    let neighbours = KnownNeighbours(
      of: fingerprints, among: known.fingerprints, clusters: known.clusters,
      findsTranslations: options.findsTranslations)
    let before = neighbours.places.count
    let all = neighbours.places.map { known.fingerprints[$0] } + fingerprints
    let verdicts = finder.verdicts(
      all, clusters: neighbours.places.map { known.clusters[$0] },
      weights: known.fingerprints.isEmpty ? nil : neighbours.weights)
    note(
      clusters: verdicts.indices.dropFirst(before).map { place in
        verdicts[place].map { all[$0.of ?? place].identifier } ?? 0
      })
    return verdicts.dropFirst(before).map { verdict in
      verdict.map { verdict in
        Duplication(
          cluster: verdict.cluster, role: verdict.isRepresentative ? .representative : .copy,
          kind: verdict.kind,
          of: verdict.of.map { $0 < before ? known.ids[neighbours.places[$0]] : ids[$0 - before] },
          similarity: verdict.isRepresentative ? nil : (verdict.similarity * 1000).rounded() / 1000)
      }
    }
  }
}

public import FilonCore

extension FingerprintSegment {
  /// Adds one document.
  public mutating func append(_ id: String, _ fingerprint: DocumentFingerprint) {
    append(FingerprintSegment(ids: [id], fingerprints: [fingerprint]))
  }

  /// The verdicts on the documents as records say them, in order; nil where nothing repeats one.
  ///
  /// - Parameters:
  ///   - known: Documents of earlier runs, which may be repeated.
  ///   - options: What counts as a duplicate.
  public func duplications(
    after known: FingerprintSegment = FingerprintSegment(), options: DuplicateOptions
  ) -> [Duplication?] {
    let before = known.ids.count
    let verdicts = DuplicateFinder(options: options)
      .verdicts(known.fingerprints + fingerprints, known: before)
    return verdicts.dropFirst(before).map { verdict in
      verdict.map { verdict in
        Duplication(
          cluster: verdict.cluster, role: verdict.isRepresentative ? .representative : .copy,
          kind: verdict.kind,
          of: verdict.of.map { $0 < before ? known.ids[$0] : ids[$0 - before] },
          similarity: verdict.isRepresentative ? nil : (verdict.similarity * 1000).rounded() / 1000)
      }
    }
  }
}

/// Fingerprints as bytes: what one run leaves for later runs, or one machine for another.
///
/// Layout, all little-endian: eight bytes of magic, a version, the number of documents, the length of
/// the body; the body, document by document; a checksum of all before it.
public struct FingerprintSegment: Sendable {
  /// The version of the layout.
  public static let version: UInt32 = 2

  /// The identifier of each document.
  public private(set) var ids: [String]
  /// The fingerprint of each document.
  public private(set) var fingerprints: [DocumentFingerprint]
  /// For each document the hash of the identifier of the one that represents it, 0 for one that
  /// nothing repeats.
  private(set) var clusters: [UInt64]

  private static let magic = Array("FILONFPS".utf8)
  private static let headerBytes = 24

  /// Makes a segment without documents.
  public init() {
    ids = []
    fingerprints = []
    clusters = []
  }

  /// Adds one document, which stands alone as far as is known.
  public mutating func append(_ id: String, _ fingerprint: DocumentFingerprint) {
    append(id, fingerprint, cluster: 0)
  }

  private mutating func append(_ id: String, _ fingerprint: DocumentFingerprint, cluster: UInt64) {
    ids.append(id)
    fingerprints.append(fingerprint)
    clusters.append(cluster)
  }

  /// Adds the documents of another segment.
  public mutating func append(_ other: FingerprintSegment) {
    ids += other.ids
    fingerprints += other.fingerprints
    clusters += other.clusters
  }

  /// Notes for each document the one that represents it, as ``clusters`` does.
  mutating func note(clusters: [UInt64]) { self.clusters = clusters }

  /// The last one of the documents of each identifier, in order.
  public var latest: FingerprintSegment {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(ids.count)
    var isKept = [Bool](repeating: false, count: ids.count)
    for place in ids.indices.reversed() {
      isKept[place] = seen.insert(fingerprints[place].identifier).inserted
    }
    return isKept.allSatisfy { $0 } ? self : filtered { isKept[$0] }
  }

  /// The documents but those whose identifiers another segment has.
  public func without(_ other: FingerprintSegment) -> FingerprintSegment {
    let others = Set(other.fingerprints.map(\.identifier))
    guard fingerprints.contains(where: { others.contains($0.identifier) }) else { return self }
    return filtered { !others.contains(fingerprints[$0].identifier) }
  }

  private func filtered(_ isKept: (Int) -> Bool) -> FingerprintSegment {
    var kept = FingerprintSegment()
    for place in ids.indices where isKept(place) {
      kept.append(ids[place], fingerprints[place], cluster: clusters[place])
    }
    return kept
  }

  /// The segment as bytes.
  public var bytes: [UInt8] {
    var writer = FingerprintWriter()
    writer.bytes.reserveCapacity(ids.count * 700)
    for place in ids.indices {
      writer.append(ids[place])
      writer.append(clusters[place])
      fingerprints[place].encode(to: &writer)
    }
    var whole = FingerprintWriter()
    whole.bytes = Self.magic
    whole.append(Self.version)
    whole.append(UInt32(ids.count))
    whole.append(UInt64(writer.bytes.count))
    whole.bytes += writer.bytes
    whole.append(Self.checksum(whole.bytes[...]))
    return whole.bytes
  }

  /// Reads a segment.
  ///
  /// - Throws: ``FingerprintStoreError`` for bytes that are no segment, are damaged, or are of
  ///   another version.
  public init(bytes: [UInt8]) throws(FingerprintStoreError) {
    guard bytes.count >= Self.headerBytes + 8, bytes.starts(with: Self.magic) else {
      throw .notFingerprints
    }
    var reader = FingerprintReader(bytes, 8..<bytes.count)
    let version = try reader.read(UInt32.self)
    guard version == Self.version else { throw .version(found: version, known: Self.version) }
    let count = try reader.read(UInt32.self)
    let length = try reader.read(UInt64.self)
    guard length == UInt64(bytes.count - Self.headerBytes - 8) else { throw .damaged }
    var tail = FingerprintReader(bytes, bytes.count - 8..<bytes.count)
    guard try tail.read(UInt64.self) == Self.checksum(bytes[..<(bytes.count - 8)]) else {
      throw .damaged
    }
    self.init()
    for _ in 0..<count {
      let (id, cluster) = (try reader.readString(), try reader.read(UInt64.self))
      append(id, try DocumentFingerprint(from: &reader), cluster: cluster)
    }
  }

  /// A hash of the bytes, eight at a time.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash.seed
    let raw = bytes.span.bytes
    let whole = raw.byteCount & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      hash = StableHash.join(
        hash, raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
    }
    var rest: UInt64 = 0
    for place in whole..<raw.byteCount {
      rest = rest << 8 | UInt64(raw.unsafeLoad(fromByteOffset: place, as: UInt8.self))
    }
    return StableHash.mix(StableHash.join(hash, rest) ^ UInt64(raw.byteCount))
  }
}

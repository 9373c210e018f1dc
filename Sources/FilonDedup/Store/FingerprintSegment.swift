/// Fingerprints as bytes: what one run leaves for later runs, or one machine for another.
///
/// Layout, all little-endian: eight bytes of magic, a version, the number of documents, the length of
/// the body; the body, document by document; a checksum of all before it.
public struct FingerprintSegment: Sendable {
  /// The version of the layout.
  public static let version: UInt32 = 1

  /// The identifier of each document.
  public private(set) var ids: [String]
  /// The fingerprint of each document.
  public private(set) var fingerprints: [DocumentFingerprint]

  private static let magic = Array("FILONFPS".utf8)
  private static let headerBytes = 24

  /// Makes a segment of documents: identifiers and fingerprints of one length.
  public init(ids: [String] = [], fingerprints: [DocumentFingerprint] = []) {
    self.ids = Array(ids.prefix(fingerprints.count))
    self.fingerprints = Array(fingerprints.prefix(ids.count))
  }

  /// Adds the documents of another segment.
  public mutating func append(_ other: FingerprintSegment) {
    ids += other.ids
    fingerprints += other.fingerprints
  }

  /// The last one of the documents of each identifier, in order.
  public var latest: FingerprintSegment {
    var seen: Set<String> = []
    let kept = ids.indices.reversed().filter { seen.insert(ids[$0]).inserted }.reversed()
    return FingerprintSegment(
      ids: kept.map { ids[$0] }, fingerprints: kept.map { fingerprints[$0] })
  }

  /// The documents but those of the given identifiers.
  public func without(_ others: Set<String>) -> FingerprintSegment {
    let kept = ids.indices.filter { !others.contains(ids[$0]) }
    return FingerprintSegment(
      ids: kept.map { ids[$0] }, fingerprints: kept.map { fingerprints[$0] })
  }

  /// The segment as bytes.
  public var bytes: [UInt8] {
    var writer = FingerprintWriter()
    for (id, fingerprint) in zip(ids, fingerprints) {
      writer.append(id)
      fingerprint.encode(to: &writer)
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
    var reader = FingerprintReader(bytes[8...])
    let version = try reader.read(UInt32.self)
    guard version == Self.version else { throw .version(found: version, known: Self.version) }
    let count = try reader.read(UInt32.self)
    let length = try reader.read(UInt64.self)
    guard length == UInt64(bytes.count - Self.headerBytes - 8) else { throw .damaged }
    var tail = FingerprintReader(bytes[(bytes.count - 8)...])
    guard try tail.read(UInt64.self) == Self.checksum(bytes[..<(bytes.count - 8)]) else {
      throw .damaged
    }
    ids = []
    fingerprints = []
    for _ in 0..<count {
      ids.append(try reader.readString())
      fingerprints.append(try DocumentFingerprint(from: &reader))
    }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash.seed
    var word: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if place & 7 == 7 { hash = StableHash.join(hash, word) }
    }
    return StableHash.mix(StableHash.join(hash, word) ^ UInt64(bytes.count))
  }
}

import FilonCore
import FilonDedup
import Testing

@Suite struct FingerprintSegmentTests {
  private static let segment = {
    var segment = FingerprintSegment()
    segment.append("a", Articles.fingerprint("a", Articles.bridge, host: "a.test"))
    segment.append(
      "é/2", Articles.fingerprint("é/2", Articles.bridgeEdited, published: "2024-03-05"))
    segment.append("", Articles.fingerprint("", ""))
    segment.append("c", Articles.fingerprint("c", Articles.bridgeInEnglish, language: "en"))
    return segment
  }()

  @Test func bytesKeepWhatIsNeeded() throws {
    let read = try FingerprintSegment(bytes: Self.segment.bytes)
    #expect(read.ids == Self.segment.ids)
    #expect(read.bytes == Self.segment.bytes)
    let options = DuplicateOptions()
    #expect(read.duplications(options: options) == Self.segment.duplications(options: options))
    #expect(read.duplications(options: options).compactMap { $0 }.count == 3)
  }

  @Test func anArticleTakesFewerThan700Bytes() {
    let prints = (0..<50).map { index in
      Articles.fingerprint("document-\(index)", Articles.invented(400, seed: index))
    }
    let bytes = FingerprintSegment(ids: (0..<50).map { "document-\($0)" }, fingerprints: prints)
      .bytes
    #expect(bytes.count / 50 < 700)
  }

  @Test func damageIsFound() {
    let bytes = Self.segment.bytes
    for cut in [0, 7, 8, 20, 31, bytes.count / 2, bytes.count - 1] {
      #expect(throws: FingerprintStoreError.self) {
        _ = try FingerprintSegment(bytes: Array(bytes.prefix(cut)))
      }
    }
    for place in stride(from: 0, to: bytes.count, by: 13) {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: FingerprintStoreError.self) { _ = try FingerprintSegment(bytes: damaged) }
    }
  }

  @Test func anotherVersionIsNamed() {
    var bytes = Self.segment.bytes
    bytes[8] = 9
    #expect(throws: FingerprintStoreError.version(found: 9, known: 1)) {
      _ = try FingerprintSegment(bytes: bytes)
    }
  }

  @Test func laterVersionsOfADocumentReplaceEarlierOnes() {
    var segment = Self.segment
    segment.append("a", Articles.fingerprint("a", Articles.match))
    #expect(segment.latest.ids == ["é/2", "", "c", "a"])
    #expect(segment.without(["a", "c"]).ids == ["é/2", ""])
  }

  @Test func whatIsKnownRepresents() {
    var known = FingerprintSegment()
    known.append("old", Articles.fingerprint("old", Articles.bridgeEdited, published: "2025-01-01"))
    var today = FingerprintSegment()
    today.append("new", Articles.fingerprint("new", Articles.bridge, published: "2024-01-01"))
    today.append("other", Articles.fingerprint("other", Articles.match))
    let found = today.duplications(after: known, options: DuplicateOptions())
    #expect(found[0]?.of == "old" && found[0]?.kind == .near)
    #expect(found[1] == nil)
  }

  @Test(arguments: ["1/1", "0/1", "3/8", "8/8"])
  func shardsArePartsOfAWhole(text: String) {
    #expect(Shard(text) != nil)
    for first in 0...1 {
      let shards = (first..<first + 4).compactMap { Shard("\($0)/4") }
      for index in 0..<100 { #expect(shards.count { $0.contains("d\(index)") } == 1) }
    }
  }

  @Test(arguments: ["", "0/0", "5/4", "1", "1/0", "-1/2", "a/b", "1/2/3", "1/99999999999999999999"])
  func whatIsNoShardIsRefused(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func shardsMergeToTheSingleRun() throws {
    var whole = FingerprintSegment()
    var parts = [FingerprintSegment](repeating: FingerprintSegment(), count: 3)
    for index in 0..<40 {
      let id = "d\(index)"
      let text = Articles.invented(120, seed: index / 3) + " fin \(index % 3)"
      let print = Articles.fingerprint(id, text)
      whole.append(id, print)
      for part in parts.indices where Shard("\(part + 1)/3")?.contains(id) ?? false {
        parts[part].append(id, print)
      }
    }
    var merged = FingerprintSegment()
    for part in parts.reversed() { merged.append(try FingerprintSegment(bytes: part.bytes)) }
    func byID(_ segment: FingerprintSegment) -> [String: Duplication?] {
      Dictionary(
        uniqueKeysWithValues: zip(
          segment.ids, segment.duplications(options: DuplicateOptions())))
    }
    #expect(byID(merged) == byID(whole))
  }
}

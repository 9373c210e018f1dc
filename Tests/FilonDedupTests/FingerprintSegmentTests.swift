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
    var (one, other) = (read, Self.segment)
    let found = one.duplications(options: options)
    #expect(found == other.duplications(options: options))
    #expect(found.compactMap { $0 }.count == 3)
  }

  @Test func anArticleTakesFewerThan700Bytes() {
    var segment = FingerprintSegment()
    for index in 0..<50 {
      segment.append(
        "document-\(index)",
        Articles.fingerprint("document-\(index)", Articles.invented(400, seed: index)))
    }
    #expect(segment.bytes.count / 50 < 700)
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
    #expect(throws: FingerprintStoreError.version(found: 9, known: FingerprintSegment.version)) {
      _ = try FingerprintSegment(bytes: bytes)
    }
  }

  @Test func laterVersionsOfADocumentReplaceEarlierOnes() {
    var segment = Self.segment
    segment.append("a", Articles.fingerprint("a", Articles.match))
    #expect(segment.latest.ids == ["é/2", "", "c", "a"])
    var others = FingerprintSegment()
    for id in ["a", "c"] { others.append(id, Articles.fingerprint(id, "")) }
    #expect(segment.without(others).ids == ["é/2", ""])
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

  @Test func whoRepresentedGoesOnRepresenting() throws {
    let options = DuplicateOptions()
    var known = FingerprintSegment()
    var said: [String: Duplication] = [:]
    let days = [
      [("b", Articles.bridge, "2024-03-05"), ("c", Articles.bridgeEdited, "2024-03-06")],
      // Published before them all, and yet what was said before stays.
      [("a", Articles.bridge, "2024-03-01"), ("m", Articles.match, "2024-03-01")],
      [("d", Articles.bridgeEdited, "2024-03-02"), ("n", Articles.match, "2024-02-01")],
    ]
    for day in days {
      var run = FingerprintSegment()
      for (id, text, published) in day {
        run.append(id, Articles.fingerprint(id, text, published: published))
      }
      let found = run.duplications(after: known, options: options)
      for (id, duplication) in zip(run.ids, found) { said[id] = duplication }
      known.append(try FingerprintSegment(bytes: run.bytes))
    }
    #expect(said["a"]?.of == "b" && said["c"]?.of == "b" && said["d"]?.of == "b")
    #expect(Set(["a", "b", "c", "d"].map { said[$0]?.cluster }).count == 1)
    #expect(said["n"]?.of == "m" && said["m"] == nil)
  }

  @Test func whatEarlierRunsKeptApartStaysApart() {
    // Two versions that an earlier run, which saw more, did not join: copies of each follow theirs.
    var known = FingerprintSegment()
    known.append("a", Articles.fingerprint("a", Articles.bridge))
    known.append("b", Articles.fingerprint("b", Articles.bridgeEdited))
    var run = FingerprintSegment()
    run.append("copy of a", Articles.fingerprint("copy of a", Articles.bridge))
    run.append("copy of b", Articles.fingerprint("copy of b", Articles.bridgeEdited))
    let found = run.duplications(after: known, options: DuplicateOptions())
    #expect(found.map { $0?.of } == ["a", "b"])
    #expect(found[0]?.cluster != found[1]?.cluster)
  }

  @Test func aLargeIndexIsSearchedForWhatARunRepeats() {
    var known = FingerprintSegment()
    for index in 0..<400 {
      let id = "old-\(index)"
      known.append(id, Articles.fingerprint(id, Articles.invented(150, seed: index)))
    }
    known.append("bridge", Articles.fingerprint("bridge", Articles.bridge))
    known.append("short", Articles.fingerprint("short", "Rien à signaler"))
    var run = FingerprintSegment()
    let texts = [
      ("exact", Articles.invented(150, seed: 7)),
      ("near", Articles.invented(150, seed: 300) + " Une fin de plus, écrite le soir même."),
      ("longer", Articles.match + "\n\n" + Articles.invented(150, seed: 41)),
      ("none", Articles.harvest), ("two words", "Rien à signaler"),
    ]
    for (id, text) in texts { run.append(id, Articles.fingerprint(id, text)) }
    run.append("english", Articles.fingerprint("english", Articles.bridgeInEnglish, language: "en"))
    let found = run.duplications(after: known, options: DuplicateOptions())
    #expect(found.map { $0?.of } == ["old-7", "old-300", "old-41", nil, "short", "bridge"])
    #expect(found[5]?.kind == .translation)
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
      var segment = segment
      let found = segment.duplications(options: DuplicateOptions())
      return Dictionary(uniqueKeysWithValues: zip(segment.ids, found))
    }
    #expect(byID(merged) == byID(whole))
  }
}

import Testing

@testable import FilonIO

@Suite struct WARCDamageTests {
  private static let stores = [Compression.none, .gzip, .zstandard]
  private static let compressed = [Compression.gzip, .zstandard]

  private static func response(_ id: String, length: Int? = nil, version: String = "WARC/1.1\r\n")
    -> [UInt8]
  {
    ArchiveBuilder.response(id, body: ArchiveBuilder.page(id), length: length, version: version)
  }

  @Test(arguments: stores, [-40, -1, 60, 100_000, Int.max >> 1])
  func aWrongLengthCostsOnlyItsRecord(compression: Compression, error: Int) throws {
    var builder = ArchiveBuilder(compression)
    let block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8.count
      + ArchiveBuilder.page("b").count
    builder.add(Self.response("a"))
    builder.add(Self.response("b", length: max(0, block + min(error, Int.max >> 2))))
    builder.add(Self.response("c"))
    builder.add(Self.response("d"))
    for step in [50, Int.max] {
      let content = try ArchiveContent(builder.bytes, step: step)
      #expect(content.ids == ["a", "c", "d"])
      #expect(content.codes == [error > 1 << 57 ? "header" : "length"])
      #expect(content.damages.first?.offset == builder.offsets[1])
      #expect(content.damages.first?.length == builder.offsets[2] - builder.offsets[1])
    }
  }

  @Test(arguments: stores, ["", "WARC/x\r\n", "WARC/1.0", "\0\0\0"])
  func aLostVersionLineCostsOnlyItsRecord(compression: Compression, version: String) throws {
    var builder = ArchiveBuilder(compression)
    builder.add(Self.response("a"))
    builder.add(Self.response("b", version: version))
    builder.add(Self.response("c"))
    let content = try ArchiveContent(builder.bytes, step: 70)
    // Without its line end the version line takes WARC-Type with it.
    #expect(content.ids == ["a", "c"])
    #expect(content.codes == ["header"])
  }

  @Test(arguments: compressed)
  func garbageBetweenMembersIsPassedOver(compression: Compression) throws {
    var generator = SeededGenerator(seed: 11)
    var builder = ArchiveBuilder(compression)
    builder.add(Self.response("a"))
    builder.addStored((0..<3000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    // Bytes that look like the start of a member.
    builder.addStored([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0x28, 0xB5, 0x2F, 0xFD, 0x20, 1])
    builder.add(Self.response("b"))
    builder.addStored([UInt8](repeating: 0, count: 900))
    builder.add(Self.response("c"))
    builder.addStored([UInt8](repeating: 0, count: 900))
    for step in [13, Int.max] {
      let content = try ArchiveContent(builder.bytes, step: step)
      #expect(content.ids == ["a", "b", "c"])
      #expect(content.codes == ["garbage", "garbage"])
      #expect(content.damages.map(\.length) == [3016, 900])
    }
  }

  @Test func garbageInAPlainArchiveIsPassedOver() throws {
    var builder = ArchiveBuilder(.none)
    builder.add(Self.response("a"))
    builder.addStored("garbage WARC/1.0 and\r\nWARC/1.0\r\nnothing\r\n\r\n".bytes)
    builder.add(Self.response("b"))
    let content = try ArchiveContent(builder.bytes, step: 30)
    #expect(content.ids == ["a", "b"])
    #expect(content.codes == ["header"])
  }

  @Test(arguments: compressed)
  func aCutMemberCostsOnlyItsRecord(compression: Compression) throws {
    let member = StoredBytes.store(Self.response("b"), compression)
    for length in 1..<member.count {
      var builder = ArchiveBuilder(compression)
      builder.add(Self.response("a"))
      builder.addStored(Array(member[..<length]))
      builder.add(Self.response("c"))
      builder.add(Self.response("d"))
      let content = try ArchiveContent(builder.bytes)
      #expect(content.ids == ["a", "c", "d"], "cut at \(length)")
      #expect(content.damages.count == 1, "cut at \(length)")
    }
  }

  @Test(arguments: stores)
  func aFileCutAnywhereGivesTheRecordsBeforeTheCut(compression: Compression) throws {
    var builder = ArchiveBuilder(compression)
    for id in ["a", "b", "c"] { builder.add(Self.response(id)) }
    for length in 0..<builder.bytes.count {
      let cut = Array(builder.bytes[..<length])
      let content = try ArchiveContent(cut, step: 97)
      // A plain record is whole without the empty lines behind it.
      let tail = compression == .none ? 4 : 0
      let ends = builder.offsets.dropFirst() + [builder.bytes.count]
      let whole = ends.count { $0 - tail <= length }
      #expect(content.ids == Array(["a", "b", "c"].prefix(whole)), "cut at \(length)")
    }
  }

  @Test(arguments: stores)
  func aChangedByteCostsAtMostItsRecord(compression: Compression) throws {
    var builder = ArchiveBuilder(compression)
    for id in ["a", "b", "c"] { builder.add(Self.response(id)) }
    var generator = SeededGenerator(seed: 5)
    for index in builder.offsets[1]..<builder.offsets[2] {
      var bytes = builder.bytes
      bytes[index] ^= UInt8.random(in: 1...255, using: &generator)
      let ids = Set(try ArchiveContent(bytes).ids)
      #expect(ids.isSuperset(of: ["a", "c"]), "byte \(index)")
    }
  }

  @Test(arguments: compressed)
  func oneMemberForAllIsReadToo(compression: Compression) throws {
    let records = ["a", "b", "c"].map { Self.response($0) }
    let stored = StoredBytes.store(records.flatMap { $0 }, compression)
    let content = try ArchiveContent(stored, step: 40)
    #expect(content.ids == ["a", "b", "c"])
    #expect(content.damages.isEmpty)

    let broken = [records[0], Self.response("x", version: ""), records[2]].flatMap { $0 }
    let found = try ArchiveContent(StoredBytes.store(broken, compression))
    #expect(found.ids == ["a", "c"])
    #expect(found.codes == ["header"])
  }

  @Test(arguments: compressed)
  func recordsThatGoOnInTheNextMemberAreRead(compression: Compression) throws {
    let records = ["a", "b", "c"].flatMap { Self.response($0) }
    for size in [50, 333, 700] {
      var stored: [UInt8] = []
      for start in stride(from: 0, to: records.count, by: size) {
        let block = Array(records[start..<min(records.count, start + size)])
        stored += StoredBytes.store(block, compression)
      }
      let content = try ArchiveContent(stored)
      #expect(content.ids == ["a", "b", "c"])
      #expect(content.damages.isEmpty)
    }
  }

  @Test(arguments: compressed)
  func emptyMembersAreNothing(compression: Compression) throws {
    var builder = ArchiveBuilder(compression)
    builder.add([])
    builder.add(Self.response("a"))
    builder.add([])
    builder.add([])
    builder.add(Self.response("b"))
    builder.add([])
    let content = try ArchiveContent(builder.bytes)
    #expect(content.ids == ["a", "b"])
    #expect(content.damages.isEmpty)
  }

  @Test func aPageThatQuotesAnArchiveStaysWhole() throws {
    let body = "<pre>".bytes + Self.response("inner") + "</pre>".bytes
    for compression in Self.stores {
      var builder = ArchiveBuilder(compression)
      builder.add(ArchiveBuilder.response("a", body: body))
      builder.add(Self.response("b"))
      let content = try ArchiveContent(builder.bytes)
      #expect(content.ids == ["a", "b"])
      #expect(content.pages.first?.body == body)
    }
  }

  @Test(arguments: stores)
  func longRecordsThatLieAreFoundOut(compression: Compression) throws {
    let folder = try TemporaryFolder()
    var builder = ArchiveBuilder(compression)
    builder.add(Self.response("a"))
    builder.add(ArchiveBuilder.record("metadata", length: 5 << 20, block: "k: v".bytes))
    builder.add(Self.response("b"))
    builder.add(ArchiveBuilder.record("metadata", length: 1 << 40, block: "k: v".bytes))
    builder.add(Self.response("c"))
    let path = try folder.write("x", builder.bytes)
    let content = try ArchiveContent(path: path)
    #expect(content.ids == ["a", "b", "c"])
    #expect(content.codes == ["length", "length"])
  }

  @Test func randomBytesNeverCrash() throws {
    var generator = SeededGenerator(seed: 23)
    let words: [[UInt8]] = [
      "WARC/1.0\r\n".bytes, "WARC-Type: response\r\n".bytes, "Content-Length: 30\r\n".bytes,
      "\r\n\r\n".bytes, [0x1F, 0x8B, 0x08, 0], [0x28, 0xB5, 0x2F, 0xFD],
      "HTTP/1.1 200 OK\r\n".bytes,
      Self.response("a"), StoredBytes.store(Self.response("b"), .gzip), [0, 0xFF], "\n".bytes,
      "Content-Length: 99999999999999999999\r\n".bytes, ":".bytes,
    ]
    for round in 0..<400 {
      var bytes: [UInt8] =
        round % 3 == 0 ? [0x1F, 0x8B] : round % 3 == 1 ? [0x28, 0xB5, 0x2F, 0xFD] : []
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        bytes += words.randomElement(using: &generator) ?? []
      }
      let first = try ArchiveContent(bytes, step: 31)
      let second = try ArchiveContent(bytes)
      #expect(first.ids == second.ids, "round \(round)")
      #expect(first.codes == second.codes, "round \(round)")
    }
  }

  @Test func aCutHeadCostsOnlyItsRecord() throws {
    let whole = Self.response("b")
    let head = whole.firstRange(of: "\r\n\r\n".bytes, in: 0..<whole.count) ?? 0
    for compression in Self.stores {
      for length in stride(from: 12, to: head, by: 5) {
        var builder = ArchiveBuilder(compression)
        builder.add(Self.response("a"))
        builder.add(Array(whole[..<length]))
        builder.add(Self.response("c"))
        let content = try ArchiveContent(builder.bytes, step: 41)
        #expect(content.ids == ["a", "c"], "cut at \(length)")
        #expect(content.damages.count == 1, "cut at \(length)")
      }
    }
  }

  /// Each unit looks like the start of a record. A reader that went over the rest of the input for
  /// each of them would not come to the end of this test.
  @Test(arguments: [
    "WARC/1.0\n", "WARC/1.0\nWARC-Type: a\n", "xWARC/1.0\nWARC-Type: a\nContent-Length: 1\n",
    "WARC/1.0\nWARC-Type: a\nContent-Length: 1\n\n",
    "WARC/1.0\nWARC-Type: a\nContent-Length: 4000000\n\n\n\r\n\r\n",
    "WARC/1.0\nWARC-Type: response\nContent-Length: 900000\n\nHTTP/1.1 200 OK\n\n<p>",
    "WARC/1.0\nWARC-Type: response\nContent-Length: 99999999999\n\nHTTP/1.1 200 OK\n\n<p>",
    "\n", "W", "A: b\n",
  ])
  func manyBrokenHeadsAreReadInLinearTime(unit: String) throws {
    let bytes = Array(repeatElement(unit.bytes, count: 500_000 / unit.utf8.count).joined())
    #expect(try ArchiveContent(bytes, step: 1 << 16).pages.isEmpty)
  }

  @Test(arguments: compressed)
  func manyBrokenMembersAreReadInLinearTime(compression: Compression) throws {
    let member = StoredBytes.store(Self.response("a"), compression)
    for length in [4, 12, 40, member.count / 2] {
      let count = 100_000 / length
      let bytes = Array(repeatElement(Array(member[..<length]), count: count).joined())
      #expect(try ArchiveContent(bytes, step: 1 << 16).pages.isEmpty)
    }
  }
}

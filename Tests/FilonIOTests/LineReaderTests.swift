import FilonIO
import Testing

@Suite struct LineReaderTests {
  private func events(
    _ bytes: [UInt8], step: Int = .max, limit: Int = 1 << 20
  ) throws -> [LineEvent] {
    var reader = LineReader(ByteInput(ArraySource(bytes, step: step)), maximumLineBytes: limit)
    var events: [LineEvent] = []
    while let event = try reader.next() { events.append(event) }
    return events
  }

  private func line(_ text: String, _ number: Int, _ offset: Int) -> LineEvent {
    .line(Line(bytes: Array(text.utf8), number: number, offset: offset))
  }

  @Test(arguments: [1, 2, 3, 1000])
  func splitsAtLineEnds(step: Int) throws {
    let found = try events("un\ndeux\r\n\n\r\nà\rb\nfin".bytes, step: step)
    #expect(
      found == [
        line("un", 1, 0), line("deux", 2, 3), line("", 3, 9), line("", 4, 10),
        line("à\rb", 5, 12), line("fin", 6, 17),
      ])
  }

  @Test func theLastLineMayHaveNoEnd() throws {
    #expect(try events("a\n".bytes) == [line("a", 1, 0)])
    #expect(try events("a".bytes) == [line("a", 1, 0)])
    #expect(try events("\n".bytes) == [line("", 1, 0)])
    #expect(try events([]).isEmpty)
    #expect(try events("a\r".bytes) == [line("a", 1, 0)])
  }

  @Test(arguments: [1, 100])
  func dropsOneByteOrderMarkButCountsIt(step: Int) throws {
    #expect(
      try events("\u{FEFF}{}\n\u{FEFF}x".bytes, step: step) == [
        line("{}", 1, 3), line("\u{FEFF}x", 2, 6),
      ])
    #expect(try events([0xEF, 0xBB], step: step).count == 1)
  }

  @Test(arguments: [1, 5, 1000])
  func aLineOverTheLimitIsReportedAndSkipped(step: Int) throws {
    let long = String(repeating: "x", count: 50)
    let found = try events("ab\n\(long)\r\n12345678\n\(long)".bytes, step: step, limit: 8)
    #expect(
      found == [
        line("ab", 1, 0), .tooLong(number: 2, offset: 3, length: 50),
        line("12345678", 3, 55), .tooLong(number: 4, offset: 64, length: 50),
      ])
  }

  @Test func aLineOfExactlyTheLimitIsRead() throws {
    for end in ["", "\n", "\r\n"] {
      #expect(try events("12345678\(end)".bytes, step: 3, limit: 8) == [line("12345678", 1, 0)])
    }
  }

  @Test func joinedLinesAreTheInput() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let count = Int.random(in: 0...200, using: &generator)
      let alphabet: [UInt8] = [0x0A, 0x61, 0x00, 0xC3, 0x0A, 0x62]
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
      let step = Int.random(in: 1...20, using: &generator)
      var joined: [UInt8] = []
      for case .line(let line) in try events(bytes, step: step) {
        #expect(line.offset == joined.count)
        joined += line.bytes + [0x0A]
      }
      if bytes.last != 0x0A, !bytes.isEmpty { joined.removeLast() }
      #expect(joined == bytes)
    }
  }

  @Test func linesBeforeDamageAreServed() throws {
    let stored =
      StoredBytes.gzip("un\ndeux\n") + Array(StoredBytes.gzip("trois\nquatre\n").prefix(20))
    var reader = LineReader(ByteInput(ArraySource(stored)))
    #expect(try reader.next() == line("un", 1, 0))
    #expect(try reader.next() == line("deux", 2, 3))
    let failure = #expect(throws: IOFailure.self) {
      while try reader.next() != nil {}
    }
    #expect(failure?.code == .corrupt)
  }
}

import Testing

@testable import FilonIO

@Suite struct ByteInputTests {
  private static let text =
    String(repeating: "Le maire a dit « non » ; the mayor said no.\n", count: 300).bytes

  private func read(_ bytes: [UInt8], step: Int = .max, upTo: Int = 1 << 16) throws -> [UInt8] {
    let input = ByteInput(ArraySource(bytes, step: step))
    var output: [UInt8] = []
    while try input.read(into: &output, upTo: upTo) > 0 {}
    return output
  }

  @Test(arguments: [Compression.none, .gzip, .zstandard], [1, 7, 4096])
  func readsWhatWasStored(compression: Compression, step: Int) throws {
    let stored = StoredBytes.store(Self.text, compression)
    #expect(try read(stored, step: step) == Self.text)
    #expect(try read(stored, step: step, upTo: 13) == Self.text)
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func joinsMembersEvenEmptyOnes(compression: Compression) throws {
    let parts = [Self.text, [], Array("fin".utf8), []]
    let stored = parts.flatMap { StoredBytes.store($0, compression) }
    for step in [1, 3, 1000] {
      #expect(try read(stored, step: step) == Self.text + "fin".bytes)
    }
  }

  @Test func emptyInputIsEmpty() throws {
    #expect(try read([]).isEmpty)
    #expect(try read(StoredBytes.gzip("")).isEmpty)
  }

  @Test func servesShortPlainInput() throws {
    for count in 0...8 {
      let bytes = Array(Self.text.prefix(count))
      #expect(try read(bytes, step: 1) == bytes)
    }
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func zeroPaddingAtTheEndIsNoError(compression: Compression) throws {
    let stored = StoredBytes.store(Self.text, compression) + [UInt8](repeating: 0, count: 700)
    #expect(try read(stored, step: 100) == Self.text)
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func otherBytesAtTheEndAreReportedAfterTheContent(compression: Compression) throws {
    let stored = StoredBytes.store(Self.text, compression)
    let input = ByteInput(ArraySource(stored + "rubbish".bytes), path: "a.gz")
    var output: [UInt8] = []
    let failure = #expect(throws: IOFailure.self) {
      while try input.read(into: &output, upTo: 1 << 16) > 0 {}
    }
    #expect(output == Self.text)
    #expect(failure?.code == .corrupt)
    #expect(failure?.offset == stored.count)
    #expect(failure?.path == "a.gz")
  }

  @Test(arguments: [Compression.gzip, .zstandard])
  func cutAnywhereServesAPrefixThenFails(compression: Compression) throws {
    let text = Array(Self.text.prefix(400))
    let stored = StoredBytes.store(text, compression)
    for length in 1..<stored.count {
      let input = ByteInput(ArraySource(Array(stored[..<length]), step: 11))
      var output: [UInt8] = []
      var failed = false
      do {
        while try input.read(into: &output, upTo: 64) > 0 {}
      } catch {
        failed = true
        #expect(error.code == .corrupt)
      }
      // Fewer bytes than the magic are plain text.
      let isRecognised = Compression(magic: Array(stored[..<length])) == compression
      #expect(failed == isRecognised, "cut at \(length)")
      if isRecognised { #expect(text.starts(with: output), "cut at \(length)") }
    }
  }

  @Test func aChangedByteNeverCrashes() throws {
    var generator = SeededGenerator(seed: 7)
    for compression in [Compression.gzip, .zstandard] {
      let stored = StoredBytes.store(Self.text, compression)
      for _ in 0..<300 {
        var damaged = stored
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] ^=
          UInt8.random(in: 1...255, using: &generator)
        let output = try? read(damaged, step: 50)
        // Header fields such as the time may change without harm.
        if let output, Compression(magic: damaged) == compression { #expect(output == Self.text) }
      }
    }
  }

  @Test(arguments: [
    ("BZh91AY&SY".bytes, "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], "xz"),
  ])
  func namesWhatItDoesNotRead(bytes: [UInt8], name: String) throws {
    let failure = #expect(throws: IOFailure.self) { try read(bytes) }
    #expect(failure?.code == .unsupported)
    #expect(failure?.message.contains(name) == true)
  }

  @Test func tellsMissingFromUnreadable() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: IOFailure.self) { try ByteInput(path: folder.path("none")) }
    #expect(missing?.code == .missing)
    #expect(missing?.path == folder.path("none"))
    let isFolder = #expect(throws: IOFailure.self) { try ByteInput(path: folder.path) }
    #expect(isFolder?.code == .unreadable)
  }

  @Test func readsAFileByItsMagicNotItsName() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("page.html", StoredBytes.store(Self.text, .gzip))
    let input = try ByteInput(path: path)
    var output: [UInt8] = []
    while try input.read(into: &output, upTo: 1 << 16) > 0 {}
    #expect(output == Self.text)
    #expect(input.compression == .gzip)
  }
}

import FilonCore
import Testing

@Suite struct JSONReaderTests {
  private func skip(_ json: String) throws {
    var reader = JSONReader(Array(json.utf8))
    _ = try reader.skipValue()
    try reader.finish()
  }

  @Test(arguments: [
    "{}", "[]", " [1, -2.5e+3 ,true,false,null,\"a\\u00e9\\n\"] ", "{\"a\":{\"b\":[{}]}}", "0",
    "-0.0",
    "\"\\ud83d\\ude00\"", "\"\\ud800\"", "1e308",
  ])
  func acceptsWhatIsWellFormed(_ json: String) throws { try skip(json) }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("{\"a\":1,}", 7), ("01", 0), ("1.", 2),
    ("1e", 2), ("tru", 0), ("\"abc", 0), ("\"\\x\"", 1), ("\"\\u12g4\"", 1), ("\"a\nb\"", 2),
    ("[1] 2", 4), ("{a:1}", 1), ("[1 2]", 3), ("nul", 0), ("+1", 0), ("'a'", 0), ("\u{FEFF}1", 0),
  ])
  func refusesWhatIsNotAndSaysWhere(_ json: String, _ offset: Int) {
    let error = #expect(throws: JSONError.self) { try skip(json) }
    #expect(error?.offset == offset, "\(String(describing: error))")
  }

  @Test func refusesBytesThatAreNotUTF8() {
    var reader = JSONReader([0x22, 0xC3, 0x28, 0x22])
    #expect(throws: JSONError.self) { try reader.readString() }
    var skipper = JSONReader([0x22, 0xC3, 0x28, 0x22])
    #expect(throws: JSONError.self) { try skipper.skipValue() }
  }

  @Test func refusesDeepNestingWithoutOverflowingTheStack() throws {
    let fine = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    try skip(fine)
    for depth in [513, 1_000_000] {
      let error = #expect(throws: JSONError.self) { try skip(String(repeating: "[", count: depth)) }
      #expect(error?.offset == 512)
    }
  }

  @Test func decodesEscapesAndReplacesLoneSurrogates() throws {
    var reader = JSONReader(Array(#""\u00e9\ud83d\ude00\ud800x\udc00\"\\\/\b\f\n\r\t""#.utf8))
    #expect(try reader.readString() == "é😀\u{FFFD}x\u{FFFD}\"\\/\u{8}\u{c}\n\r\t")
  }

  @Test(arguments: ["9223372036854775808", "1.0", "1e3", "-", "\"1\""])
  func integersAreIntegers(_ json: String) {
    var reader = JSONReader(Array(json.utf8))
    #expect(throws: JSONError.self) { try reader.readInt() }
  }

  @Test func numbersThatNoDoubleHoldsAreErrors() {
    var reader = JSONReader(Array("1e999".utf8))
    #expect(throws: JSONError.self) { try reader.readDouble() }
  }

  @Test func writerAndReaderAgreeOnEveryScalarBelowTwoThousand() throws {
    for value in UInt32(0)..<0x800 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      var writer = JSONWriter()
      writer.string(text)
      var reader = JSONReader(writer.bytes)
      #expect(try reader.readString() == text)
    }
  }

  @Test(arguments: [
    (0.0, "0"), (13e9, "13000000000"), (0.93, "0.93"), (-1.5, "-1.5"), (1e300, "1e+300"),
    (.nan, "null"), (.infinity, "null"),
  ])
  func writesNumbersShort(_ value: Double, _ expected: String) {
    var writer = JSONWriter()
    writer.double(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}

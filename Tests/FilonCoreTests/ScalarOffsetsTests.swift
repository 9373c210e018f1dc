import FilonCore
import Testing

@Suite struct ScalarOffsetsTests {
  static let texts = [
    "", "plain", "été « à 8 % » 😀 fin", String(repeating: "é😀x", count: 300),
    String(repeating: "a", count: 64) + "é" + String(repeating: "b", count: 64),
  ]

  @Test(arguments: texts) func everyScalarConvertsThereAndBack(_ text: String) {
    let offsets = ScalarOffsets(text)
    var byte = 0
    var scalar = 0
    for value in text.unicodeScalars {
      #expect(offsets.scalar(ofByte: byte) == scalar)
      #expect(offsets.byte(ofScalar: scalar) == byte)
      byte += UTF8.width(value)
      scalar += 1
    }
    #expect(offsets.scalar(ofByte: byte) == scalar)
    #expect(offsets.byte(ofScalar: scalar) == byte)
    #expect(offsets.byte(ofScalar: scalar + 1) == nil)
    #expect(offsets.byte(ofScalar: -1) == nil)
    #expect(offsets.scalarCount == scalar)
  }
}

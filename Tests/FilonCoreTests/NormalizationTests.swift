@_spi(_Unicode) import Swift
import Testing

@testable import FilonCore

@Suite struct NormalizationTests {
  @Test func everyScalarAloneAndBeforeAMarkComesOutAsTheFullAlgorithmHasIt() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "x\(scalar)", "\(scalar)\u{301}"] {
        let expected = Array(String(String.UnicodeScalarView(text._nfc)).utf8)
        #expect(Array(text.canonicallyComposed.utf8) == expected, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("e\u{301}te\u{301}", "été"), ("\u{212B}", "Å"), ("« déjà »", "« déjà »"), ("", ""),
    ("\u{2126}", "Ω"), ("\u{1100}\u{1161}", "가"),
  ])
  func composes(_ input: String, _ expected: String) {
    #expect(Array(input.canonicallyComposed.utf8) == Array(expected.utf8))
  }
}

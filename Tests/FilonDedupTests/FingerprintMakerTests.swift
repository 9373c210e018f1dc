import FilonCore
import FilonDedup
import Testing

@Suite struct FingerprintMakerTests {
  @Test func anArticleTakesSomeHundredBytes() {
    let print = Articles.fingerprint("a", Articles.invented(370, seed: 1))
    #expect((300...800).contains(print.memoryBytes))
  }

  @Test func aHugeTextTakesFewBytes() {
    let line = String(repeating: "mot après mot et encore ", count: 100_000)
    for text in [line, Articles.invented(200_000, seed: 4)] {
      #expect(Articles.fingerprint("a", text).memoryBytes < 50_000)
    }
  }

  @Test func hugeTextsAreStillCompared() {
    let text = Articles.invented(60_000, seed: 8)
    let verdicts = DuplicateFinder(options: DuplicateOptions()).verdicts([
      Articles.fingerprint("a", text),
      Articles.fingerprint("b", text + " " + Articles.invented(5_000, seed: 9)),
      Articles.fingerprint("c", Articles.invented(60_000, seed: 10)),
    ])
    #expect(verdicts.map { $0?.kind } == [.near, nil, nil])
    #expect(verdicts[1]?.isRepresentative == true)
  }

  @Test(arguments: [
    "\0", "\r\n\r\n", "a", "l'", "1 234 567,8", "é", "\u{301}a", "日本語のニュース", "👩‍👩‍👧‍👦 a b c",
    "\u{2028}\u{FEFF}x",
  ])
  func oddTextsAreAccepted(text: String) {
    let blocks = [
      Block(range: TextRange(0, 9_999), kind: .paragraph),
      Block(range: TextRange(1, 1), kind: .heading),
    ]
    let print = FingerprintMaker().fingerprint(
      id: "x", text: text, blocks: blocks, host: "", language: "fr-FR", published: "hier",
      anchors: ["", "Q42"])
    #expect(print.memoryBytes > 0)
  }

  @Test func givenAnchorsTellATranslation() {
    let anchors = (0..<8).map { "Q\(9000 + $0)" } + ["EUR:18500000", "2024-03-05"]
    func print(_ id: String, _ seed: Int, _ language: String, _ anchors: [String])
      -> DocumentFingerprint
    {
      let text = (0..<60).map { "mot\(seed) si\($0 % 7)" }.joined(separator: " ")
      return FingerprintMaker().fingerprint(
        id: id, text: text, blocks: [], host: nil, language: language, published: nil,
        anchors: anchors)
    }
    let verdicts = DuplicateFinder(options: DuplicateOptions()).verdicts([
      print("a", 1, "fr", anchors), print("b", 2, "en", anchors + ["Q1"]),
      print("c", 3, "en", ["Q5", "Q6", "Q7"]),
    ])
    #expect(verdicts[0]?.cluster == verdicts[1]?.cluster)
    #expect(verdicts[0] != nil && verdicts[2] == nil)
  }
}

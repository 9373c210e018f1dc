import FilonCore

/// What makes a claim the same claim as another with the same words.
struct ClaimIdentity: Sendable {
  let id: String
  /// Hash of the letters and digits of the content, case folded.
  let words: UInt64
  /// Hash of the same without digits: what conflicting claims share.
  let frame: UInt64
  let polarity: Claim.Polarity
  let language: String
  let published: String?

  init(_ claim: Claim, in document: Document) {
    id = claim.id
    polarity = claim.polarity
    language = document.language?.code ?? "und"
    published = document.metadata.published
    var (words, frame): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0xcbf2_9ce4_8422_2325)
    for span in claim.spans {
      for byte in document.slice(span).lowercased().utf8 where byte >= 0x80 || Self.isWord(byte) {
        words = (words ^ UInt64(byte)) &* 0x100_0000_01b3
        if !(0x30...0x39).contains(byte) { frame = (frame ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
    }
    self.words = words
    self.frame = frame
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

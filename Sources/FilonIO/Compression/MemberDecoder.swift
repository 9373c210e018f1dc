/// How far a decoder came.
enum MemberProgress: Equatable {
  /// All input was used and the member goes on.
  case needsInput
  /// As many bytes as asked for were written; there may be more.
  case outputFull
  /// The member (gzip) or frame (zstd) ended and its check sum was right.
  case memberEnd
  /// The bytes are not valid.
  case damaged(String)
}

/// Decodes one gzip member or zstd frame at a time.
protocol MemberDecoder: AnyObject {
  /// Forgets the current member and expects the start of one.
  func reset()

  /// Decodes `input` from `position`, which moves, and appends at most `limit` bytes to `output`.
  func decode(
    _ input: [UInt8], from position: inout Int, into output: inout [UInt8], upTo limit: Int
  ) -> MemberProgress
}

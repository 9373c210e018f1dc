/// What a punctuation word is.
enum PunctuationKind: UInt8, Sendable {
  case none, comma, colon, semicolon, terminal, dash, open, close, quote, other
}

/// Receives what a ``WordScanner`` finds.
protocol WordSink {
  /// A word; `start` is the byte offset of its first letter.
  mutating func add(_ word: borrowing Word, at start: Int)
  /// A digit or a symbol.
  mutating func addNonLetter()
}

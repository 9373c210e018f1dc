/// Keeps the words a ``WordScanner`` finds.
struct WordCollector: WordSink {
  private(set) var words: [Word] = []
  private(set) var starts: [Int] = []

  mutating func add(_ word: borrowing Word, at start: Int) {
    words.append(copy word)
    starts.append(start)
  }

  mutating func addNonLetter() {}

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }
}

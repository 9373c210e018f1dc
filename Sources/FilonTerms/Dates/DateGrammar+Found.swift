extension DateGrammar {
  /// A reading: its meaning and the lexeme after it.
  ///
  /// Nearly all rules read nothing nearly everywhere: the meaning, a large value, lives in a box
  /// that is copied on writing, so that an empty reading is two words.
  struct Found {
    private final class Box {
      var value: TimeValue
      init(_ value: TimeValue) { self.value = value }
    }

    private var box: Box
    var end: Int
    /// Whether a quantity that reads further may take its place: a bare year, a fraction.
    var isWeak = false

    init(value: TimeValue, end: Int, isWeak: Bool = false) {
      box = Box(value)
      self.end = end
      self.isWeak = isWeak
    }

    /// What the text means.
    var value: TimeValue {
      _read { yield box.value }
      _modify {
        if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
        yield &box.value
      }
    }
  }
}

import FilonCore

/// What the lists say about each word of a text: sets of ``GazetteerCategory``.
struct GazetteerMatches {
  /// Categories of the word alone; of names that begin with the word; of names that hold it
  /// further on.
  private(set) var single: [UInt16]
  private(set) var begins: [UInt16]
  private(set) var inside: [UInt16]
  /// Longest name, in words.
  private static let longest = 7

  /// Looks up every stretch of words that starts with a capital.
  init(
    _ words: WordSequence, names: NameGazetteer?, tables: [EntityTable], demonyms: DemonymTable
  ) {
    single = Array(repeating: 0, count: words.count)
    begins = single
    inside = single
    for sentence in words.sentenceStarts.indices.dropLast() {
      let end = Int(words.sentenceStarts[sentence + 1])
      for start in Int(words.sentenceStarts[sentence])..<end where words.isCapitalized(start) {
        var hash = PhraseHash()
        for last in start..<min(end, start + Self.longest) {
          let letters = words.letterRange(last)
          if last > start, words.afterSpace[last] { hash.separate() }
          for index in letters { hash.add(words.letters[index]) }
          if last > start, !words.isCapitalized(last), words.form[last] == .sign { continue }
          let value = hash.value
          var found = names?.categories(value) ?? 0
          for table in tables { found |= table.categories(value) }
          if last == start {
            if demonyms[value] != nil { found |= GazetteerCategory.demonym.bit }
            single[start] |= found
          } else if found != 0 {
            begins[start] |= found
            for index in (start + 1)...last { inside[index] |= found }
          }
        }
      }
    }
  }
}

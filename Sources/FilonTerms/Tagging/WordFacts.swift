import FilonCore

/// What the tagger knows of a word before it looks at its neighbours.
struct WordFacts {
  /// Hash of the lower-case form, digits of numbers replaced by 0.
  var form: UInt64
  var prefix2: UInt64 = 0
  var prefix3: UInt64 = 0
  var suffix1: UInt64 = 0
  var suffix2: UInt64 = 0
  var suffix3: UInt64 = 0
  var suffix4: UInt64 = 0
  /// Case, digits and signs of the form.
  var shape: UInt64 = 0
  /// Ambiguity classes of the exact and of the lower-case form; 0 when unknown.
  var exactClass: UInt64 = 0
  var lowerClass: UInt64 = 0
  /// The tags that a dictionary allows; 0 when unknown.
  var dictionary: UInt64 = 0
  /// Distributional cluster, of the form as it stands or else in lower case; 0 when unknown.
  var cluster: UInt64 = 0
  /// How running text capitalises the form; 0 when unknown.
  var caseHabit: UInt64 = 0
  /// Lexicon entries of the exact and of the lower-case form, -1 when unknown.
  var exactEntry: Int32 = -1
  var lowerEntry: Int32 = -1
  var hasLetters = false

  /// The class of a word that has only one tag, or nil.
  @inline(__always)
  var certainClass: UInt8? {
    guard exactClass & UInt64(LexiconBuilder.certain) != 0,
      let tag = UniversalPOS(rawValue: UInt8(truncatingIfNeeded: exactClass & 31) &- 1)
    else { return nil }
    return TagClass.of(tag)
  }

  /// The word before the first, and after the last, of a sentence.
  static let before = WordFacts(form: 0xB0B0)
  static let after = WordFacts(form: 0xA0A0)

  private init(form: UInt64) {
    self.form = WordHash.finish(form)
    (suffix2, suffix3, exactClass, lowerClass, shape) = (form, form, form, form, form)
  }

  /// The facts of a piece of text; ambiguity classes come from the lexicon.
  init(_ text: AnalyzedText, _ piece: Surface, _ lexicon: FormLexicon) {
    form = 0
    readSurface(text, piece)
    if let entry = lexicon.find(text.exactHash(piece.start, piece.end)) {
      exactEntry = Int32(truncatingIfNeeded: entry)
      exactClass = UInt64(lexicon.ambiguityClass(entry))
      dictionary = UInt64(lexicon.dictionaryMask(entry))
      cluster = UInt64(lexicon.cluster(entry))
    }
    if let entry = lexicon.find(text.lowerHash(piece.start, piece.end)) {
      lowerEntry = Int32(truncatingIfNeeded: entry)
      lowerClass = UInt64(lexicon.ambiguityClass(entry))
      dictionary |= UInt64(lexicon.dictionaryMask(entry))
      if cluster == 0 { cluster = UInt64(lexicon.cluster(entry)) }
      caseHabit = UInt64(lexicon.caseHabit(entry))
    }
  }

  /// The facts of a word on its own, without a lexicon.
  init(word: String) {
    form = 0
    var text = AnalyzedText()
    text.reset(word)
    guard text.count > 0 else { return }
    readSurface(text, Surface(start: 0, end: text.count, kind: .word))
  }

  /// Reads form, affixes and shape.
  mutating func readSurface(_ text: AnalyzedText, _ piece: Surface) {
    let (start, end) = (piece.start, piece.end)
    let folded = piece.kind == .number
    var hash = WordHash.seed
    var scalars = 0
    var capitals = 0
    var letters = 0
    var digits = 0
    var signs: UInt64 = 0
    var index = start
    while index < end {
      var byte = text.lower[index]
      if byte & 0xC0 != 0x80 {
        if scalars == 2 { prefix2 = hash }
        if scalars == 3 { prefix3 = hash }
        scalars += 1
      }
      if byte &- 0x30 < 10 {
        digits += 1
        if folded { byte = 0x30 }
      } else if byte &- 0x61 < 26 || byte >= 0xC3 {
        letters += 1
      } else if byte == 0x2D {
        signs |= 1
      } else if byte == 0x27 {
        signs |= 2
      } else if byte == 0x2E {
        signs |= 4
      } else if byte < 0x80 {
        signs |= 8
      }
      if byte != text.bytes[index], !folded { capitals += 1 }
      hash = WordHash.step(hash, byte)
      index += 1
    }
    form = WordHash.finish(hash)
    // U+2019 and the plain apostrophe make one form.
    if end - start >= 3, text.bytes[end - 1] == 0x99, text.bytes[end - 2] == 0x80 {
      form = text.lowerHash(start, end)
      signs |= 2
    }
    readSuffixes(text, start, end)
    hasLetters = (letters > 0 || digits > 0) && piece.kind != .punctuation
    let initial =
      text.bytes[start] != text.lower[start]
      || (text.bytes[start] >= 0xC3 && start + 1 < end
        && text.bytes[start + 1] != text.lower[start + 1])
    let isUpper = capitals > 1 && capitals >= letters - signs.nonzeroBitCount
    let caseShape: UInt64 = capitals == 0 ? 0 : isUpper ? 3 : initial ? (capitals > 1 ? 4 : 1) : 2
    shape =
      caseShape | UInt64(min(digits, 4)) << 3 | (letters > 0 ? 64 : 0) | signs << 7
      | UInt64(min(scalars, 3)) << 11 | UInt64(piece.kind.rawValue) << 13
      | (piece.startsSentence ? 1 << 16 : 0)
  }

  private mutating func readSuffixes(_ text: AnalyzedText, _ start: Int, _ end: Int) {
    var hash = WordHash.seed
    var scalars = 0
    var index = end - 1
    while index >= start, scalars < 4 {
      hash = WordHash.step(hash, text.lower[index])
      if text.lower[index] & 0xC0 != 0x80 {
        scalars += 1
        switch scalars {
        case 1: suffix1 = hash
        case 2: suffix2 = hash
        case 3: suffix3 = hash
        default: suffix4 = hash
        }
      }
      index -= 1
    }
  }
}

import FilonCore

/// The features of the recogniser: what a word, its neighbours, its run of capitals, the lists, the
/// clusters and the rest of the document say, each hashed to 64 bits.
///
/// The same code makes the features for training and for use.
struct FeatureExtractor {
  /// Data shared by all texts.
  struct Resources: Sendable {
    var cues: CueLexicon
    var demonyms: DemonymTable
    var names: NameGazetteer?
    var clusters: WordClusters?
    var tables: [EntityTable]
  }

  let words: WordSequence
  let vocabulary: DocumentVocabulary
  let gazetteer: GazetteerMatches
  let cues: [UInt16]
  let runs: CapitalRuns
  private let evidence: DocumentEvidence
  private let fine: [UInt16]
  private let coarse: [UInt16]
  private let sentenceOf: [Int32]
  /// Whether the sentence of a word writes most of its words with capitals.
  private let titleCase: [Bool]
  private let language: UInt64

  /// Most features one word can have.
  static let capacity = 160
  private static let boundary: UInt64 = 0x5AFE

  /// Prepares the features of a text.
  init(words: WordSequence, language: String, resources: Resources) {
    self.words = words
    vocabulary = DocumentVocabulary(words)
    gazetteer = GazetteerMatches(
      words, names: resources.names, tables: resources.tables, demonyms: resources.demonyms)
    cues = words.folded.map { resources.cues[folded: $0] }
    runs = CapitalRuns(words, cues: cues)
    evidence = DocumentEvidence(
      words, vocabulary: vocabulary, runs: runs, cues: cues, single: gazetteer.single)
    var fine = [UInt16](repeating: WordClusters.none, count: words.count)
    var coarse = fine
    if let clusters = resources.clusters {
      for index in 0..<words.count {
        (fine[index], coarse[index]) = clusters.classes(exact: words.exact[index])
      }
    }
    self.fine = fine
    self.coarse = coarse
    self.language = language == "fr" ? 1 : 2
    var sentenceOf = [Int32](repeating: 0, count: words.count)
    var titleCase: [Bool] = []
    for sentence in words.sentenceStarts.indices.dropLast() {
      let range = Int(words.sentenceStarts[sentence])..<Int(words.sentenceStarts[sentence + 1])
      var capitals = 0
      var small = 0
      for index in range {
        sentenceOf[index] = Int32(sentence)
        if words.isCapitalized(index) { capitals += 1 }
        if words.form[index] == .lower, words.ranges[index].count > 3 { small += 1 }
      }
      titleCase.append(capitals > 3 && capitals > 2 * small)
    }
    self.sentenceOf = sentenceOf
    self.titleCase = titleCase
  }

  /// The words of the sentence of word `index`.
  func sentence(of index: Int) -> Range<Int> {
    let sentence = Int(sentenceOf[index])
    return Int(words.sentenceStarts[sentence])..<Int(words.sentenceStarts[sentence + 1])
  }

  /// Writes the features of word `index` to `output`, which has room for ``capacity``; returns how
  /// many, and how many of them, the first ones, hold the word itself.
  func extract(_ index: Int, to output: inout [UInt64]) -> (count: Int, lexical: Int) {
    var count = 0
    func add(_ template: UInt64, _ value: UInt64) {
      output[count] = Hashing.mix(value &+ template &* 0x9E37_79B9_7F4A_7C15)
      count += 1
    }
    func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
      add(template, Hashing.mix(first) &+ second)
    }
    let bounds = sentence(of: index)
    func folded(_ at: Int) -> UInt64 {
      bounds.contains(at) ? words.folded[at] : Self.boundary
    }
    func shape(_ at: Int) -> UInt64 { bounds.contains(at) ? words.shape[at] : Self.boundary }
    func form(_ at: Int) -> UInt64 {
      bounds.contains(at) ? UInt64(words.form[at].rawValue) : 15
    }

    let form0 = form(index)
    let word = folded(index)
    let shape0 = shape(index)
    let isFirst: UInt64 = index == bounds.lowerBound ? 1 : 0
    add(2, word)
    add(3, words.exact[index])
    add(8, folded(index - 1), word)
    add(9, word, folded(index + 1))

    // Beginnings and endings.
    let letters = words.letterRange(index)
    var hash = Hashing.seed
    for length in 1...5 where length <= letters.count {
      hash = Hashing.step(hash, words.letters[letters.lowerBound + length - 1])
      if length > 1 { add(20 + UInt64(length), hash, form0) }
    }
    hash = Hashing.seed
    for length in 1...5 where length <= letters.count {
      hash = Hashing.step(hash, words.letters[letters.upperBound - length])
      add(30 + UInt64(length), hash, form0)
    }
    let lexical = count

    add(1, language)
    add(4, folded(index - 1))
    add(5, folded(index + 1))
    add(6, folded(index - 2))
    add(7, folded(index + 2))
    add(10, shape0, language)
    add(11, shape(index - 1))
    add(12, shape(index + 1))
    add(13, shape(index - 1), shape0)
    add(14, shape0, shape(index + 1))
    add(15, Hashing.mix(shape(index - 1)) &+ shape0, shape(index + 1))
    add(16, folded(index - 1), form0)
    add(17, folded(index + 1), form0)
    add(18, Hashing.mix(folded(index - 2)) &+ folded(index - 1), form0)
    add(19, Hashing.mix(folded(index + 1)) &+ folded(index + 2), form0)

    // Parts of speech.
    let pos0 = UInt64(words.pos[index].rawValue)
    let posLeft = index > bounds.lowerBound ? UInt64(words.pos[index - 1].rawValue) : 31
    let posRight = index + 1 < bounds.upperBound ? UInt64(words.pos[index + 1].rawValue) : 31
    add(40, pos0 << 8 | form0, language)
    add(41, posLeft << 16 | pos0 << 8 | form0)
    add(42, posRight << 16 | pos0 << 8 | form0)
    add(43, posLeft << 24 | posRight << 16 | pos0 << 8 | form0)

    // How the document writes the word.
    let id = Int(vocabulary.ids[index])
    let small: UInt64 = vocabulary.lower[id] == 0 ? 0 : vocabulary.lower[id] < 3 ? 1 : 2
    let large: UInt64 = vocabulary.capitalized[id] == 0 ? 0 : vocabulary.capitalized[id] < 3 ? 1 : 2
    let title: UInt64 = titleCase[Int(sentenceOf[index])] ? 1 : 0
    let writing = small << 8 | large << 6 | isFirst << 5 | title << 4 | form0
    add(44, writing)
    add(45, writing, pos0)
    let observed = evidence.observations[id]
    if observed != 0 {
      add(46, observed << 4 | form0, language)
      add(47, observed << 20 | UInt64(gazetteer.single[index]))
    }

    for offset in -2...2 {
      let at = index + offset
      guard bounds.contains(at) else { continue }
      let place = UInt64(offset + 2)
      if fine[at] != WordClusters.none {
        add(50 + place, UInt64(fine[at]), abs(offset) < 2 ? form(at) : 0)
        add(55 + place, UInt64(coarse[at]), abs(offset) < 2 ? form(at) : 0)
      }
      if cues[at] != 0 {
        add(60 + place, UInt64(cues[at]), form(at))
      }
      let single = UInt64(gazetteer.single[at])
      let begins = UInt64(gazetteer.begins[at])
      let inside = UInt64(gazetteer.inside[at])
      guard abs(offset) < 2, single | begins | inside != 0 else { continue }
      add(70 + place, single << 32 | begins << 16 | inside)
      if offset == 0 {
        for bit in 0..<UInt64(GazetteerCategory.allCases.count) {
          if single >> bit & 1 != 0 { add(76, bit, writing & 0x2F) }
          if begins >> bit & 1 != 0 { add(77, bit, language) }
          if inside >> bit & 1 != 0 { add(78, bit, language) }
        }
      }
    }
    if gazetteer.single[index] == 0, gazetteer.begins[index] == 0, gazetteer.inside[index] == 0 {
      add(79, shape0, pos0)
    }
    addRunFeatures(index, bounds, to: &output, &count)
    return (count, lexical)
  }

  /// The features of the run of capitals around word `index`.
  private func addRunFeatures(
    _ index: Int, _ bounds: Range<Int>, to output: inout [UInt64], _ count: inout Int
  ) {
    func add(_ template: UInt64, _ value: UInt64) {
      output[count] = Hashing.mix(value &+ template &* 0x9E37_79B9_7F4A_7C15)
      count += 1
    }
    // The next words of some weight on both sides.
    func content(_ start: Int, _ step: Int) -> Int? {
      var at = start
      var steps = 0
      while bounds.contains(at), steps < 5 {
        if cues[at] & CueClass.connector.bit == 0 { return at }
        at += step
        steps += 1
      }
      return nil
    }
    let number = runs.runOf[index]
    guard number >= 0 else {
      let left = content(index - 1, -1)
      let right = content(index + 1, 1)
      add(100, left.map { words.folded[$0] } ?? Self.boundary)
      add(101, right.map { words.folded[$0] } ?? Self.boundary)
      if let right, runs.runOf[right] >= 0 {
        let run = runs.runs[Int(runs.runOf[right])]
        add(102, words.folded[index] &+ UInt64(min(3, run.end - run.start)))
        add(103, words.folded[index] &+ words.folded[Int(run.end)])
      }
      return
    }
    let run = runs.runs[Int(number)]
    let start = Int(run.start)
    let end = Int(run.end)
    let length = UInt64(min(5, end - start))
    let place: UInt64 = (index == start ? 1 : 0) | (index == end ? 2 : 0)
    add(104, length << 2 | place)
    add(105, Hashing.mix(words.folded[start]) &+ place)
    add(106, Hashing.mix(words.folded[end]) &+ place)
    let left = content(start - 1, -1)
    let right = content(end + 1, 1)
    let leftWord = left.map { words.folded[$0] } ?? Self.boundary
    let rightWord = right.map { words.folded[$0] } ?? Self.boundary
    add(107, Hashing.mix(leftWord) &+ (place & 1))
    add(108, Hashing.mix(rightWord) &+ (place & 1))
    add(109, Hashing.mix(leftWord) &+ length)
    add(110, Hashing.mix(rightWord) &+ length)
    if start > bounds.lowerBound {
      add(111, Hashing.mix(words.folded[start - 1]) &+ length << 2 &+ (place & 1))
    }
    if end + 1 < bounds.upperBound {
      add(112, Hashing.mix(words.folded[end + 1]) &+ length << 2 &+ (place & 1))
    }
    let leftCues = left.map { UInt64(cues[$0]) } ?? 0
    let rightCues = right.map { UInt64(cues[$0]) } ?? 0
    var runCues: UInt16 = 0
    for word in start...end { runCues |= cues[word] }
    if runCues != 0 {
      add(121, UInt64(runCues) << 2 | place)
      add(122, UInt64(cues[end]) << 20 | UInt64(cues[start]) << 4 | place)
    }
    let observed =
      evidence.observations[Int(vocabulary.ids[end])] << 16
      | evidence.observations[Int(vocabulary.ids[start])]
    add(123, observed << 5 | length << 2 | place)
    add(113, leftCues << 24 | rightCues << 8 | length << 2 | place)
    if let left, coarse[left] != WordClusters.none {
      add(114, UInt64(fine[left]) << 8 | place & 1)
    }
    if let right, coarse[right] != WordClusters.none {
      add(115, UInt64(fine[right]) << 8 | place & 1)
    }
    // What the lists say about the first and last word of the run.
    add(
      116,
      UInt64(gazetteer.single[start]) << 32 | UInt64(gazetteer.single[end]) << 8 | length << 2
        | place)
    let longStart = Int(run.longStart)
    let longEnd = Int(run.longEnd)
    if longStart != start || longEnd != end {
      add(117, Hashing.mix(words.folded[longStart]) &+ (longStart == start ? 1 : 0))
      add(118, Hashing.mix(words.folded[longEnd]) &+ (longEnd == end ? 1 : 0))
      add(119, UInt64(cues[longStart]) << 16 | (longStart == start ? 1 : 0))
      let before = content(longStart - 1, -1)
      add(120, before.map { words.folded[$0] } ?? Self.boundary)
    }
  }
}

/// What the occurrences of a word in one text say together about the kind of thing it names: a title
/// before it here helps where it stands bare (H. Chieu and H. Ng, 2002).
struct DocumentEvidence {
  /// One bit for each observation that some occurrence gives.
  private enum Observation: UInt64 {
    case title = 1
    case role = 2
    case forename = 4
    case organization = 8
    case legal = 16
    case place = 32
    case speaks = 64
    case lone = 128
    case several = 256
  }

  /// The observations of each distinct word of the text, by its number.
  private(set) var observations: [UInt64]

  /// Gathers the observations of the runs of capitals of a text.
  init(
    _ words: WordSequence, vocabulary: DocumentVocabulary, runs: CapitalRuns, cues: [UInt16],
    single: [UInt16]
  ) {
    observations = Array(repeating: 0, count: vocabulary.count)
    var sentence = 0
    for run in runs.runs {
      let (start, end) = (Int(run.start), Int(run.end))
      while Int(words.sentenceStarts[sentence + 1]) <= start { sentence += 1 }
      let first = Int(words.sentenceStarts[sentence])
      let next = end + 1 < Int(words.sentenceStarts[sentence + 1]) ? end + 1 : end
      var shared: UInt64 = 0
      if start > first {
        shared |= Self.before(cues[start - 1])
      }
      if next > end, cues[next] & CueClass.reporting.bit != 0 {
        shared |= Observation.speaks.rawValue
      }
      if start < end, cues[end] & CueClass.organization.bit != 0 {
        shared |= Observation.organization.rawValue
      }
      if start < end, cues[end] & CueClass.legal.bit != 0 {
        shared |= Observation.legal.rawValue
      }
      if start < end, cues[end] & CueClass.place.bit != 0 {
        shared |= Observation.place.rawValue
      }
      shared |= start == end ? Observation.lone.rawValue : Observation.several.rawValue
      var isNamed = false
      for word in start...end {
        let id = Int(vocabulary.ids[word])
        observations[id] |= shared
        if isNamed { observations[id] |= Observation.forename.rawValue }
        isNamed = isNamed || single[word] & GazetteerCategory.forename.bit != 0
        if cues[word] & CueClass.honorific.bit != 0, word < end {
          observations[Int(vocabulary.ids[word + 1])] |= Observation.title.rawValue
        }
      }
    }
  }

  /// What the word before a run says.
  private static func before(_ cues: UInt16) -> UInt64 {
    var result: UInt64 = 0
    if cues & (CueClass.title.bit | CueClass.honorific.bit) != 0 {
      result |= Observation.title.rawValue
    }
    if cues & CueClass.role.bit != 0 { result |= Observation.role.rawValue }
    if cues & CueClass.organization.bit != 0 { result |= Observation.organization.rawValue }
    if cues & CueClass.place.bit != 0 { result |= Observation.place.rawValue }
    return result
  }
}

import FilonCore

/// Turns attributions into claim records.
struct ClaimBuilder {
  let text: ClaimText
  let input: ClaimInput
  /// Sees each attributed claim with the features of its modality; for training.
  var observe: ((Claim, FeatureSequence) -> Void)?

  /// One claim for each attribution that has content.
  func claims(from attributions: [Attribution]) -> [Claim] {
    var claims: [Claim] = []
    var resolver = SourceResolver(text: text, entities: input.entities)
    var positions = [Int](repeating: -1, count: attributions.count)
    let order = attributions.indices.sorted {
      (attributions[$0].anchor, $0) < (attributions[$1].anchor, $1)
    }
    for index in order {
      let attribution = attributions[index]
      let spans = attribution.content.map { contentSpan($0) }.filter { !$0.isEmpty }
        .sorted()
      guard !spans.isEmpty else { continue }
      var claim = Claim(kind: .indirect, spans: spans)
      let cue = cue(of: attribution)
      claim.id = Self.identifier(
        document: input.documentID, content: spans, cue: cue?.spans ?? [])
      claim.quoted = quoted(in: spans)
      claim.kind = kind(of: spans, quoted: claim.quoted)
      claim.sentences = sentences(of: spans)
      claim.cue = cue
      claim.source = source(of: attribution, &resolver)
      claim.confidence = Double(attribution.confidence)
      claim.rule = attribution.rule
      describe(&claim, attribution.content, isHearsay: attribution.isHearsay)
      positions[index] = claims.count
      claims.append(claim)
    }
    for (index, attribution) in attributions.enumerated() {
      guard let origin = attribution.inheritsFrom, positions[index] >= 0,
        attributions.indices.contains(origin), positions[origin] >= 0
      else { continue }
      inherit(&claims[positions[index]], from: claims[positions[origin]])
    }
    return claims
  }

  /// Adds what stands inside the content and what it means.
  func describe(_ claim: inout Claim, _ content: [Range<Int>], isHearsay: Bool) {
    claim.entities = input.entities.filter { entity in
      entity.mentions.contains { mention in claim.spans.contains { $0.contains(mention.range) } }
    }.map(\.id)
    claim.quantities = Self.inside(claim.spans, input.quantities).map(\.id)
    let dates = Self.inside(claim.spans, input.dates)
    claim.dates = dates.map(\.id)
    let semantics = ClaimSemantics(
      text, content: content, cue: claim.cue, isHearsay: isHearsay,
      hasQuantity: !claim.quantities.isEmpty)
    claim.checkworthiness = CheckworthinessModel.standard.score(text, input, words: content)
    claim.polarity = semantics.polarity
    claim.modality = modality(of: claim, content, semantics)
    claim.certainty = semantics.certainty
    claim.markers = semantics.markers
    if claim.modality == .prediction || claim.modality == .commitment {
      claim.horizon = horizon(dates)
    }
  }

  /// The model's answer for attributed claims; the rules' for statements.
  private func modality(
    of claim: Claim, _ content: [Range<Int>], _ semantics: ClaimSemantics
  ) -> Claim.Modality {
    guard claim.kind != .statement, observe != nil || ModalityModel.standard != nil else {
      return semantics.modality
    }
    let features = ModalityFeatures.sequence(
      text, claim: claim, words: content, semantics: semantics)
    observe?(claim, features)
    return ModalityModel.standard?.modality(features) ?? semantics.modality
  }

  /// How sure it is that a sentence found by form alone states a fact.
  private static let statementConfidence = 0.5

  /// The statements of the article's own voice.
  func statements(besides claims: [Claim]) -> [Claim] {
    StatementFinder(text: text, input: input).statements(besides: claims).map { words in
      var claim = Claim(kind: .statement, spans: [text.bytes(of: words)])
      claim.id = Self.identifier(document: input.documentID, content: claim.spans, cue: [])
      claim.sentences = sentences(of: claim.spans)
      claim.rule = text.language == .french ? "fr.statement" : "en.statement"
      describe(&claim, [words], isHearsay: false)
      claim.confidence = Self.statementConfidence
      return claim
    }
  }

  /// The elements of a sorted layer that lie inside the spans.
  static func inside<Element: Annotation>(_ spans: [TextRange], _ layer: [Element]) -> [Element] {
    var found: [Element] = []
    for span in spans {
      var (low, high) = (0, layer.count)
      while low < high {
        let middle = (low + high) / 2
        if layer[middle].range.start >= span.start { high = middle } else { low = middle + 1 }
      }
      while low < layer.count, layer[low].range.start < span.end {
        if layer[low].range.end <= span.end { found.append(layer[low]) }
        low += 1
      }
    }
    return found
  }

  /// The latest date of the content that is not before the date of publication.
  private func horizon(_ dates: [TemporalExpression]) -> String? {
    let ends = dates.filter { $0.kind == .date }.compactMap { date -> String? in
      let end = date.timex.split(separator: "/").last.map(String.init) ?? date.timex
      guard end.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false else { return nil }
      if let anchor = input.anchor, end < anchor.prefix(end.count) { return nil }
      return end
    }
    return ends.max()
  }

  /// A continued quotation is said by whoever said the one before.
  private func inherit(_ claim: inout Claim, from origin: Claim) {
    guard let source = origin.source else { return }
    var inherited = source
    inherited.spans = []
    inherited.mention = .none
    inherited.inheritedFrom = origin.id
    claim.source = inherited
  }

  /// A content range as bytes: outer quotation marks are left out.
  private func contentSpan(_ words: Range<Int>) -> TextRange {
    let (low, high) = (words.lowerBound, words.upperBound)
    guard low < high else { return TextRange(start: 0, end: 0) }
    let quote = text.quotation[low]
    if quote >= 0, text.quotation[high - 1] == quote {
      let quotation = text.quotations[Int(quote)]
      let whole = text.bytes(of: low..<high)
      let inner = quotation.pieces.dropFirst().reduce(quotation.pieces[0]) { $0.union($1) }
      let start = max(whole.start, inner.start)
      let end = min(whole.end, inner.end)
      if start < end { return TextRange(start: start, end: end) }
    }
    return text.bytes(of: low..<high)
  }

  /// The parts of the spans inside quotation marks.
  private func quoted(in spans: [TextRange]) -> [TextRange] {
    var parts: [TextRange] = []
    for span in spans {
      for quotation in quotations(in: span) {
        for piece in quotation.pieces {
          let part = TextRange(
            start: max(piece.start, span.start), end: min(piece.end, span.end))
          if !part.isEmpty { parts.append(part) }
        }
      }
    }
    return parts
  }

  private func quotations(in span: TextRange) -> ArraySlice<Quotation> {
    var (low, high) = (0, text.quotations.count)
    while low < high {
      let middle = (low + high) / 2
      if text.quotations[middle].range.end > span.start { high = middle } else { low = middle + 1 }
    }
    var end = low
    while end < text.quotations.count, text.quotations[end].range.start < span.end { end += 1 }
    return text.quotations[low..<end]
  }

  private func kind(of spans: [TextRange], quoted: [TextRange]) -> Claim.Kind {
    let all = spans.reduce(0) { $0 + letters(in: $1) }
    let inside = quoted.reduce(0) { $0 + letters(in: $1) }
    if inside * 10 >= all * 9, all > 0 { return .direct }
    if inside == 0 { return .indirect }
    // One or two quoted words in a long clause are a manner of speaking.
    let words = quoted.reduce(0) { $0 + text.words(in: $1).count }
    return inside * 10 < all && words < 3 ? .indirect : .mixed
  }

  private func letters(in range: TextRange) -> Int {
    text.bytes[range.bytes].reduce(0) { count, byte in
      let letter =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || (0xC3...0xF4).contains(byte)
      return count + (letter ? 1 : 0)
    }
  }

  private func sentences(of spans: [TextRange]) -> [Int] {
    var found: [Int] = []
    for span in spans {
      var (low, high) = (0, input.sentences.count)
      while low < high {
        let middle = (low + high) / 2
        if input.sentences[middle].range.end > span.start {
          high = middle
        } else {
          low = middle + 1
        }
      }
      while low < input.sentences.count, input.sentences[low].range.start < span.end {
        if found.last.map({ $0 < low }) ?? true { found.append(low) }
        low += 1
      }
    }
    return found
  }

  private func cue(of attribution: Attribution) -> Claim.Cue? {
    let concept = attribution.concept.map { ReportingLexicon.standard.concepts[$0] }
    let spans = attribution.cue.map { trimPronoun(text.bytes(of: $0)) }
    guard !spans.isEmpty || attribution.conceptID != nil else { return nil }
    return Claim.Cue(
      spans: spans, lemma: attribution.lemma,
      concept: concept?.id ?? attribution.conceptID, category: concept?.category,
      polarity: attribution.isNegated ? .negative : .positive)
  }

  private func source(
    of attribution: Attribution, _ resolver: inout SourceResolver
  ) -> Claim.Source {
    var source = Claim.Source(spans: attribution.source.map { trimPronoun(text.bytes(of: $0)) })
    resolver.resolve(&source, words: attribution.source)
    return source
  }

  /// Leaves out the hyphens of an inverted pronoun, « -t-il ».
  private func trimPronoun(_ span: TextRange) -> TextRange {
    var start = Int(span.start)
    let end = Int(span.end)
    while start < end, text.bytes[start] == 0x2D {
      start += 1
      if start + 1 < end, text.bytes[start] == 0x74, text.bytes[start + 1] == 0x2D { start += 1 }
    }
    return start < end ? TextRange(start, end) : span
  }

  /// A short stable identifier: 64 bits of FNV-1a in base 32.
  static func identifier(document: String, content: [TextRange], cue: [TextRange]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    document.utf8.forEach(mix)
    for spans in [content, cue] {
      mix(0)
      for span in spans {
        for value in [span.start, span.end] {
          for shift in stride(from: UInt32(0), to: 32, by: 8) {
            mix(UInt8(truncatingIfNeeded: value >> shift))
          }
        }
      }
    }
    let alphabet = Array("0123456789abcdefghijkmnpqrstvwxy".utf8)
    let digits = (0..<13).map { alphabet[Int(truncatingIfNeeded: hash >> (5 * UInt64($0))) & 31] }
    return String(decoding: digits, as: UTF8.self)
  }
}

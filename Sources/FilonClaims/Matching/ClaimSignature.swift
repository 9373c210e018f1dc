public import FilonCore

/// What a claim is about, free of its language and wording: the base for finding it elsewhere.
///
/// Some 500 bytes a claim, so that the claims of a whole dump fit into memory.
public struct ClaimSignature: Sendable {
  /// The claim's identifier.
  public var id: String
  /// The language code.
  public var language: String
  /// The date of publication, for the date on which the claim was first seen.
  public var published: String?
  /// Sorted by hash.
  private(set) var features: [ClaimFeature] = []
  private(set) var facts = ClaimFacts()
  /// Where the claim stands: overlapping claims of one document are neither the same nor in
  /// conflict.
  private let place: (document: FormHash, range: TextRange)

  /// The signature of a claim.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - input: The document it came from.
  public init(claim: Claim, in input: ClaimInput) {
    let range = claim.spans.dropFirst().reduce(claim.spans.first ?? TextRange(0, 0)) {
      $0.union($1)
    }
    self.init(
      id: claim.id, language: input.language, published: input.anchor,
      place: (FormHash(input.documentID), range))
    let named = Set(claim.entities + [claim.source?.entity].compactMap { $0 })
    facts.negations = claim.markers.count { $0.kind == MarkerTable.Kind.negation.rawValue }
    facts.isDenied = claim.polarity == .negative
    if facts.isDenied { facts.negations = max(1, facts.negations) }
    read(
      claim.spans, of: input, entities: input.entities.filter { named.contains($0.id) },
      quantities: ClaimBuilder.inside(claim.spans, input.quantities),
      dates: ClaimBuilder.inside(claim.spans, input.dates), concept: claim.cue?.concept)
  }

  /// The signature of a text that is one claim as a whole; without layers, of its words alone.
  public init(text input: ClaimInput) {
    self.init(
      id: input.documentID, language: input.language, published: input.anchor,
      place: (FormHash(input.documentID), TextRange(0, 0)))
    let text = ClaimText(input)
    if text.count > 0 {
      let semantics = ClaimSemantics(
        text, content: [0..<text.count], cue: nil, isHearsay: false, hasQuantity: false)
      facts.negations = semantics.markers.count { $0.kind == MarkerTable.Kind.negation.rawValue }
      facts.isDenied = semantics.polarity == .negative
    }
    read(
      [TextRange(0, input.text.utf8.count)], of: input, entities: input.entities,
      quantities: input.quantities, dates: input.dates, concept: nil)
  }

  private init(
    id: String, language: String, published: String?, place: (document: FormHash, range: TextRange)
  ) {
    self.place = place
    self.id = id
    self.language = language
    self.published = published
  }

  /// Whether both stand in one document and share words.
  func overlaps(_ other: ClaimSignature) -> Bool {
    place.document == other.place.document && place.range.start < other.place.range.end
      && other.place.range.start < place.range.end
  }

  private mutating func read(
    _ spans: [TextRange], of input: ClaimInput, entities: [Entity], quantities: [Quantity],
    dates: [TemporalExpression], concept: String?
  ) {
    var weights: [(hash: UInt64, weight: Float)] = []
    for quantity in quantities {
      let unit = FormHash(quantity.currency ?? quantity.unit ?? "").value
      for value in [quantity.value, quantity.low, quantity.high].compactMap({ $0 }) {
        weights.append((FeatureHash.mix(4, value.bitPattern, unit), 3))
        facts.numbers.append(Self.short(FeatureHash.mix(4, value.bitPattern)))
      }
    }
    for date in dates where date.timex.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false {
      weights.append((FeatureHash.mix(7, FormHash(date.timex).value), 2))
      let year = FeatureHash.mix(8, FormHash(String(date.timex.prefix(4))).value)
      weights.append((year, 2))
      facts.numbers.append(Self.short(year))
    }
    // Digits that a quantity or date stands for are not counted a second time.
    let normalized = quantities.map(\.range) + dates.map(\.range)
    for span in spans {
      var bytes = Array(input.text.slice(span).utf8)
      for range in normalized where range.start >= span.start && range.end <= span.end {
        for index in Int(range.start - span.start)..<Int(range.end - span.start)
        where (0x30...0x39).contains(bytes[index]) { bytes[index] = 0x20 }
      }
      readWords(bytes, &weights)
    }
    for entity in entities {
      guard let key = entity.key else { continue }
      weights.append((FeatureHash.mix(5, FormHash(key).value), 3))
      facts.names.append(Self.short(FormHash(key).value))
    }
    if let concept { weights.append((FeatureHash.mix(6, FormHash(concept).value), 0.5)) }
    features = ClaimFeature.merged(weights)
    facts.numbers = Set(facts.numbers).sorted()
    facts.names = Set(facts.names).sorted()
  }

  /// Words as pieces of four letters, which cognates and inflected forms share, and as English
  /// word keys.
  private mutating func readWords(
    _ bytes: [UInt8], _ weights: inout [(hash: UInt64, weight: Float)]
  ) {
    let lexicon = ClaimLanguage(code: language) == .french ? BilingualLexicon.standard : nil
    WordKeys.read(bytes) { word in
      if word[0] < 0x61 {
        let hash = FeatureHash.mix(1, Self.number(word))
        facts.numbers.append(Self.short(hash))
        weights.append((hash, 2))
        return
      }
      // The word between ^ and $, four letters at a time.
      var piece = UInt64(0x5E)
      for (offset, byte) in word.enumerated() {
        piece = piece << 8 & 0xFFFF_FFFF | UInt64(byte)
        if offset >= 2 { weights.append((FeatureHash.mix(2, piece), 1)) }
      }
      weights.append((FeatureHash.mix(2, piece << 8 & 0xFFFF_FFFF | 0x24), 1))
      var key = FormHash()
      for byte in word.prefix(WordKeys.length) { key.append(byte) }
      let translations = lexicon?.translations(of: key) ?? []
      for translation in translations {
        weights.append(
          (FeatureHash.mix(3, translation.key.value), 1.5 * translation.share.squareRoot()))
      }
      if translations.isEmpty { weights.append((FeatureHash.mix(3, key.value), 1.5)) }
    }
  }

  private static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// A number without its marks: "1.234" and "1,234" are one.
  private static func number(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash = FormHash("#").value
    for byte in word where byte != 0x2E { hash = FeatureHash.mix(hash, UInt64(byte)) }
    return hash
  }
}

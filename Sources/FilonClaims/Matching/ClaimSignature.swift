public import FilonCore

/// What a claim is about, free of its language and wording: the base for finding it elsewhere.
public struct ClaimSignature: Sendable {
  /// The claim's identifier.
  public var id: String
  /// The language code.
  public var language: String
  /// The date of publication, for ``ClaimCluster/firstSeen``.
  public var published: String?
  /// Affirmed or denied.
  var polarity: Claim.Polarity
  /// Weighted features, sorted by hash.
  var features: [(hash: UInt64, weight: Float)]
  /// The numbers of the content as normal forms, sorted.
  var numbers: [UInt64]
  /// The keys of the named entities, sorted.
  var entities: [UInt64]

  /// The signature of a claim.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - input: The document it came from.
  ///   - entityKeys: The key of each entity identifier of the document, the same in both languages.
  public init(claim: Claim, in input: ClaimInput, entityKeys: [String: String] = [:]) {
    let bytes = Array(input.text.utf8)
    var content: [UInt8] = []
    for span in claim.spans where Int(span.end) <= bytes.count {
      content += bytes[span.bytes] + [0x20]
    }
    let keys = (claim.entities + [claim.source?.entity].compactMap { $0 }).compactMap {
      entityKeys[$0]
    }
    let values = input.quantities.filter { claim.quantities.contains($0.id) }.compactMap {
      quantity in
      quantity.value.map { ($0, quantity.currency ?? quantity.unit ?? "") }
    }
    self.init(
      id: claim.id, language: input.language, content: content, polarity: claim.polarity,
      entityKeys: keys, quantities: values, concept: claim.cue?.concept)
    published = input.anchor
  }

  /// The signature of a bare text.
  public init(id: String, language: String, text: String, polarity: Claim.Polarity = .positive) {
    self.init(
      id: id, language: language, content: Array(text.utf8), polarity: polarity, entityKeys: [],
      quantities: [], concept: nil)
  }

  private init(
    id: String, language: String, content: [UInt8], polarity: Claim.Polarity,
    entityKeys: [String], quantities: [(Double, String)], concept: String?
  ) {
    self.id = id
    self.language = language
    self.polarity = polarity
    var weights: [UInt64: Float] = [:]
    let isFrench = ClaimLanguage(code: language) == .french
    var numbers: [UInt64] = []
    for word in WordKeys.words(content[...]) {
      if word[0] < 0x61 {
        let hash = FeatureHash.mix(1, Self.number(word))
        numbers.append(hash)
        weights[hash, default: 0] += 2
        continue
      }
      let padded = [0x5E] + word + [0x24]
      for start in 0..<max(1, padded.count - 3) {
        weights[Self.hash(2, padded[start..<min(padded.count, start + 4)]), default: 0] += 1
      }
      let key = FormHash(String(decoding: WordKeys.key(word), as: UTF8.self))
      guard isFrench else {
        weights[FeatureHash.mix(3, key.value), default: 0] += 1.5
        continue
      }
      let translations = BilingualLexicon.standard.translations(of: key)
      for translation in translations {
        weights[FeatureHash.mix(3, translation.key.value), default: 0] +=
          1.5 * translation.share.squareRoot()
      }
      if translations.isEmpty { weights[FeatureHash.mix(3, key.value), default: 0] += 1.5 }
    }
    for (value, unit) in quantities {
      weights[FeatureHash.mix(4, value.bitPattern, FormHash(unit).value), default: 0] += 3
    }
    entities = entityKeys.map { FormHash($0).value }.sorted()
    for entity in entities { weights[FeatureHash.mix(5, entity), default: 0] += 3 }
    if let concept { weights[FeatureHash.mix(6, FormHash(concept).value), default: 0] += 0.5 }
    features = weights.map { (hash: $0.key, weight: $0.value) }.sorted { $0.hash < $1.hash }
    self.numbers =
      quantities.isEmpty
      ? numbers.sorted()
      : quantities.map { FeatureHash.mix(4, $0.0.bitPattern) }.sorted()
  }

  private static func hash(_ template: UInt64, _ bytes: ArraySlice<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for byte in bytes { value = value << 8 | UInt64(byte) }
    return FeatureHash.mix(template, value)
  }

  /// A number without its marks: "1.234" and "1,234" are one.
  private static func number(_ word: [UInt8]) -> UInt64 {
    var hash = FormHash("#").value
    for byte in word where byte != 0x2E { hash = FeatureHash.mix(hash, UInt64(byte)) }
    return hash
  }
}

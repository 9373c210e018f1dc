/// An attributed claim, or a factual statement of the article's own voice.
///
/// The fields follow the claim record; every derived value keeps the spans that it came from.
public struct Claim: Annotation, Hashable {
  public static let layer: LayerName = "claims"

  /// How the content is given.
  public enum Kind: String, Sendable, CaseIterable { case direct, mixed, indirect, statement }

  /// What saying it does.
  public enum Modality: String, Sendable, CaseIterable {
    case assertion, prediction, commitment, directive, question, opinion, hearsay, conditional
  }

  /// How sure the wording is.
  public enum Certainty: String, Sendable, CaseIterable { case high, medium, low }

  /// Affirmed or denied.
  public enum Polarity: String, Sendable { case positive = "+", negative = "-" }

  /// Whoever the content is ascribed to.
  public struct Source: Hashable, Sendable {
    /// How the source is mentioned.
    public enum Mention: String, Sendable, CaseIterable {
      case name, pronoun, description, collective, none
    }
    /// Whether the reader learns who it is.
    public enum Anonymity: String, Sendable, CaseIterable { case named, anonymous, collective }

    /// The noun phrase or pronoun; empty when nobody is named.
    public var spans: [TextRange]
    /// The entity's identifier in the document.
    public var entity: String?
    /// The canonical name.
    public var name: String?
    /// The entity's type.
    public var type: Entity.Kind?
    /// The role that the text gives.
    public var role: String?
    /// How it is mentioned.
    public var mention: Mention
    /// Whether the reader learns who it is.
    public var anonymity: Anonymity?
    /// The identifier of the claim that a quotation without a cue of its own takes its source from.
    public var inheritedFrom: String?
    /// The identifiers of the claims inside whose content this one is attributed, the outermost
    /// first: "the paper says that the minister said".
    public var chain: [String] = []

    /// Makes a source.
    public init(
      spans: [TextRange], entity: String? = nil, name: String? = nil, type: Entity.Kind? = nil,
      role: String? = nil, mention: Mention = .none, anonymity: Anonymity? = nil,
      inheritedFrom: String? = nil
    ) {
      self.spans = spans
      self.entity = entity
      self.name = name
      self.type = type
      self.role = role
      self.mention = mention
      self.anonymity = anonymity
      self.inheritedFrom = inheritedFrom
    }
  }

  /// What signals the ascription.
  public struct Cue: Hashable, Sendable {
    /// The verb group, noun, preposition or adverb; empty for a continued quotation.
    public var spans: [TextRange]
    /// The dictionary form, "déclarer".
    public var lemma: String?
    /// The language-free concept, `say.declare`.
    public var concept: String?
    /// The class of the concept, `assert`.
    public var category: String?
    /// Negative for a negated saying, "did not confirm".
    public var polarity: Polarity

    /// Makes a cue.
    public init(
      spans: [TextRange], lemma: String? = nil, concept: String? = nil, category: String? = nil,
      polarity: Polarity = .positive
    ) {
      self.spans = spans
      self.lemma = lemma
      self.concept = concept
      self.category = category
      self.polarity = polarity
    }
  }

  /// A word or phrase that carries negation, hedging or modality.
  public struct Marker: Hashable, Sendable {
    /// The marker's text.
    public var range: TextRange
    /// What it marks: `negation`, `hedge`, `prediction`…
    public var kind: String

    /// Makes a marker.
    public init(range: TextRange, kind: String) {
      self.range = range
      self.kind = kind
    }
  }

  /// The claim as a sentence that stands alone.
  public struct Proposition: Hashable, Sendable {
    /// The content without complementiser and quotation marks; pronouns that are certain carry the
    /// name in brackets; contents that are no clause keep source and cue.
    public var text: String
    /// The subject of the content's main clause, from the dependency parse.
    public var subject: TextRange?
    /// Its verb with auxiliaries.
    public var predicate: TextRange?
    /// Its object, complement clause or first oblique.
    public var object: TextRange?

    /// Makes a proposition.
    public init(
      text: String, subject: TextRange? = nil, predicate: TextRange? = nil,
      object: TextRange? = nil
    ) {
      self.text = text
      self.subject = subject
      self.predicate = predicate
      self.object = object
    }
  }

  /// The same claim elsewhere.
  public struct Cluster: Hashable, Sendable {
    /// The cluster's identifier.
    public var id: String
    /// How many claims it has.
    public var size: Int
    /// The languages it was made in, sorted.
    public var languages: [String]
    /// The earliest date of publication.
    public var firstSeen: String?
    /// Claims with the same words but another number, name or polarity.
    public var conflicts: [String]

    /// Makes a cluster.
    public init(
      id: String, size: Int, languages: [String], firstSeen: String? = nil, conflicts: [String] = []
    ) {
      self.id = id
      self.size = size
      self.languages = languages
      self.firstSeen = firstSeen
      self.conflicts = conflicts
    }
  }

  /// The identifier: a hash of the document's identifier, the content and the cue.
  public var id: String
  /// How the content is given.
  public var kind: Kind
  /// The content, in the order of the text; several spans when the cue cuts it.
  public var spans: [TextRange]
  /// The parts of the content inside quotation marks, without the marks.
  public var quoted: [TextRange]
  /// The sentences that the claim touches, by index.
  public var sentences: [Int]
  /// Whoever says it; nil for a statement.
  public var source: Source?
  /// What signals the saying; nil for a statement.
  public var cue: Cue?
  /// What saying it does.
  public var modality: Modality
  /// Affirmed or denied.
  public var polarity: Polarity
  /// How sure the wording is.
  public var certainty: Certainty
  /// Words that carry negation, hedging or modality.
  public var markers: [Marker]
  /// Identifiers of the entities inside the content.
  public var entities: [String]
  /// Identifiers of the quantities inside the content.
  public var quantities: [String]
  /// Identifiers of the dates inside the content.
  public var dates: [String]
  /// The date by which a prediction can be checked (TIMEX3).
  public var horizon: String?
  /// The claim as a sentence that stands alone; only when asked for.
  public var proposition: Proposition?
  /// How much the claim is worth checking, 0 to 1.
  public var checkworthiness: Double?
  /// How sure the extractor is, 0 to 1.
  public var confidence: Double
  /// The same claim elsewhere.
  public var cluster: Cluster?
  /// The rule or model that found it, `fr.inverted-verb`.
  public var rule: String

  /// The smallest range that covers content, source and cue.
  public var range: TextRange {
    let all = spans + (source?.spans ?? []) + (cue?.spans ?? [])
    return all.dropFirst().reduce(all.first ?? TextRange(start: 0, end: 0)) { $0.union($1) }
  }

  /// Makes a claim.
  public init(
    id: String = "", kind: Kind, spans: [TextRange], quoted: [TextRange] = [],
    sentences: [Int] = [], source: Source? = nil, cue: Cue? = nil,
    modality: Modality = .assertion, polarity: Polarity = .positive,
    certainty: Certainty = .high, markers: [Marker] = [], entities: [String] = [],
    quantities: [String] = [], dates: [String] = [], horizon: String? = nil,
    checkworthiness: Double? = nil, confidence: Double = 1, cluster: Cluster? = nil,
    rule: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.spans = spans
    self.quoted = quoted
    self.sentences = sentences
    self.source = source
    self.cue = cue
    self.modality = modality
    self.polarity = polarity
    self.certainty = certainty
    self.markers = markers
    self.entities = entities
    self.quantities = quantities
    self.dates = dates
    self.horizon = horizon
    self.checkworthiness = checkworthiness
    self.confidence = confidence
    self.cluster = cluster
    self.rule = rule
  }
}

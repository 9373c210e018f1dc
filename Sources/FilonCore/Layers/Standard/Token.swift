/// A syntactic word in the sense of Universal Dependencies.
///
/// The words of a multiword token ("du" = "de" + "le", "can't" = "ca" + "n't") follow each other.
/// Where the surface can be cut ("ca|n't") each word has its own range; where it cannot ("du") they
/// share the range of the whole token and ``Flags/sharesRange`` is set on all but the first.
public struct Token: Annotation, Hashable {
  public static let layer: LayerName = "tokens"

  /// Facts about the surface that later stages need often.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// First word of a sentence.
    public static let startsSentence = Flags(rawValue: 1)
    /// White space precedes the word.
    public static let afterSpace = Flags(rawValue: 2)
    /// Starts with a capital letter.
    public static let capitalized = Flags(rawValue: 4)
    /// Has two letters or more, all capitals.
    public static let uppercase = Flags(rawValue: 8)
    /// Has a digit.
    public static let hasDigit = Flags(rawValue: 16)
    /// Belongs to a multiword token.
    public static let multiword = Flags(rawValue: 32)
    /// A further word of a multiword token that has the same range as the word before it.
    public static let sharesRange = Flags(rawValue: 64)
  }

  /// The surface of the word.
  public var range: TextRange
  /// The dictionary form, as UD spells it; empty when no lemmatiser has run.
  public var lemma: String
  /// The universal part of speech; ``UniversalPOS/x`` when no tagger has run.
  public var pos: UniversalPOS
  /// Surface facts.
  public var flags: Flags
  /// Index, in the layer, of the syntactic head; the word's own index for a root; -1 when no parser
  /// has run.
  public var head: Int32
  /// The relation to the head.
  public var relation: DependencyRelation

  /// Makes a token.
  public init(
    range: TextRange, lemma: String = "", pos: UniversalPOS = .x, flags: Flags = [],
    head: Int32 = -1, relation: DependencyRelation = .dep
  ) {
    self.range = range
    self.lemma = lemma
    self.pos = pos
    self.flags = flags
    self.head = head
    self.relation = relation
  }
}

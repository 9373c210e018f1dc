/// A document on its way through the stages.
///
/// The text is immutable: everything known about it stands in typed layers of byte ranges. Setting
/// ``text`` drops every layer, since ranges on another text would be meaningless.
public struct Document: Sendable {
  /// The identifier, unique in a corpus.
  public var id: String
  /// Where the bytes came from.
  public var source = Source()
  /// The page as received, between reading and extraction.
  public var page: Page?
  /// What the page tells about itself.
  public var metadata = Metadata()
  /// The language, once detected.
  public var language: DocumentLanguage?
  /// The duplicate verdict, once given.
  public var duplication: Duplication?
  /// Fields of the record that Filon does not know, in the order read, written back untouched.
  public var unknownFields: [UnknownField] = []
  /// Whether the record was read with a text, or a stage has set one.
  public private(set) var hasText = false
  /// Layers as they stood in the record that was read, byte for byte, until a stage sets them.
  ///
  /// A layer that no stage of this run needs is never decoded; one that is only read is written
  /// back as it came, with the fields that Filon does not know.
  public internal(set) var encodedLayers: [LayerName: [UInt8]] = [:]
  private var layers = LayerStorage()

  /// A field of a record that Filon does not know: its key and value, as bytes of JSON.
  public struct UnknownField: Hashable, Sendable {
    /// The key, as written in the input, without its quotation marks.
    public var key: String
    /// The value, byte for byte.
    public var json: [UInt8]

    /// Makes a field.
    public init(key: String, json: [UInt8]) {
      self.key = key
      self.json = json
    }
  }

  /// The main text, in Normalization Form C.
  public var text: String = "" {
    didSet {
      hasText = true
      layers = LayerStorage()
      encodedLayers = [:]
      language = nil
    }
  }

  /// A document without text.
  public init(id: String) { self.id = id }

  /// A document of plain text, which is brought to Normalization Form C.
  public init(id: String, text: String) {
    self.id = id
    self.text = text.canonicallyComposed
    hasText = true
  }

  /// The layer of annotations of one type. Fetch it once at the top of a stage and assign once at
  /// the end: a fetch costs a dictionary look-up.
  public subscript<A: Annotation>(type: A.Type) -> Layer<A> {
    get { layers[type] }
    set {
      layers[type] = newValue
      encodedLayers[A.layer] = nil
    }
  }

  /// Fills a layer from the record that was read, without marking it as changed.
  mutating func adopt<A: Annotation>(_ layer: Layer<A>) { layers[A.self] = layer }

  /// Forgets the layer of one type.
  public mutating func remove<A: Annotation>(_ type: A.Type) {
    layers.remove(type)
    encodedLayers[A.layer] = nil
  }

  /// Names of all that the document has: layers, and text, page, language, duplicates.
  public var present: Set<LayerName> {
    var names = layers.names.union(encodedLayers.keys)
    if hasText { names.insert(.text) }
    if page != nil { names.insert(.html) }
    if language != nil { names.insert(.language) }
    if duplication != nil { names.insert(.duplicates) }
    return names
  }

  /// The text of a range; ranges that do not lie on scalar boundaries inside the text are clamped.
  public func slice(_ range: TextRange) -> Substring { text.slice(range) }
}

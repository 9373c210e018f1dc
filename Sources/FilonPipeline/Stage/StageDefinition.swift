public import FilonCore

/// What every stage has, whatever its shape: a description, options, and a way to make it.
///
/// A stage is one of three shapes: ``Stage`` (each document on its own, in parallel),
/// ``StreamStage`` (documents in order, with memory of the earlier ones) or ``CorpusStage`` (needs to
/// have seen all documents before it can say anything about one).
public protocol StageDefinition: Sendable {
  /// The options, with their own schema.
  associatedtype Options: StageOptions = NoOptions
  /// Name, summary, what the stage reads and makes.
  static var description: StageDescription { get }
  /// Makes the stage. Errors are faults of the configuration: a missing lexicon, say.
  init(options: Options) throws
}

/// What a stage is called and what it does to a document.
public struct StageDescription: Sendable {
  /// The name, which is also the name of the command and the key in a pipeline file. A third
  /// party's name has a prefix, `acme.emotions`.
  public var name: String
  /// One line for lists.
  public var summary: String
  /// Layers that must be there before.
  public var requires: Set<LayerName>
  /// Layers that are read when they are there.
  public var uses: Set<LayerName>
  /// Layers that are there afterwards.
  public var provides: Set<LayerName>
  /// Examples for the command's help: a command line and what it does.
  public var examples: [Example]

  /// A command line and what it does.
  public struct Example: Sendable {
    /// The command line.
    public var command: String
    /// What it does.
    public var meaning: String

    /// Makes an example.
    public init(_ command: String, _ meaning: String) {
      self.command = command
      self.meaning = meaning
    }
  }

  /// All layers that the stage reads.
  public var reads: Set<LayerName> { requires.union(uses) }

  /// Makes a description.
  public init(
    name: String, summary: String, requires: Set<LayerName> = [], uses: Set<LayerName> = [],
    provides: Set<LayerName>, examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.requires = requires
    self.uses = uses
    self.provides = provides
    self.examples = examples
  }
}

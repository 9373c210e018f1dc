public import FilonCore

/// The stages that a program knows, by name.
///
/// A value, filled explicitly: a third party adds its stages to ``StageRegistry`` and hands it to the
/// command.
public struct StageRegistry: Sendable {
  /// The stages in the order registered.
  public private(set) var entries: [Entry] = []

  /// An empty registry.
  public init() {}

  /// Adds a stage.
  ///
  /// - Throws: ``ConfigurationError`` when the name is taken.
  public mutating func register<S: StageDefinition>(_ stage: S.Type) throws(ConfigurationError) {
    guard self[S.description.name] == nil else {
      throw ConfigurationError("two stages are called \"\(S.description.name)\"")
    }
    entries.append(Entry(stage))
  }

  /// The registry with one more stage, which replaces one of the same name.
  public func adding<S: StageDefinition>(_ stage: S.Type) -> StageRegistry {
    var copy = self
    copy.entries.removeAll { $0.name == S.description.name }
    copy.entries.append(Entry(stage))
    return copy
  }

  /// The stage of that name.
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// The names, in the order registered.
  public var names: [String] { entries.map(\.name) }

  /// The stage that makes a layer: the first registered.
  public func provider(of layer: LayerName) -> Entry? {
    entries.first { $0.description.provides.contains(layer) }
  }

  /// A registered stage.
  public struct Entry: Sendable {
    /// The stage's type.
    public let type: any StageDefinition.Type
    /// The stage's description.
    public var description: StageDescription { type.description }
    /// The stage's name.
    public var name: String { type.description.name }

    init(_ type: any StageDefinition.Type) { self.type = type }

    /// Makes the stage from a configuration, reporting every fault.
    ///
    /// - Returns: The stage, or nil when it cannot be made.
    public func prepare(
      _ options: [(key: OptionValue.OptionKey, value: OptionValue)], at position: SourcePosition?,
      diagnostics: inout Diagnostics
    ) -> PreparedStage? {
      PreparedStage(type, options, at: position, diagnostics: &diagnostics)
    }
  }
}

public import FilonCore

/// A stage with its options, ready to run.
public struct PreparedStage: Sendable {
  /// The stage, in its shape.
  enum Shape: Sendable {
    case document(any Stage)
    case stream(any StreamStage)
    case corpus(any CorpusStage)
  }

  /// The stage's description.
  public let description: StageDescription
  let shape: Shape
  /// The options as YAML lines, defaults filled.
  public let resolvedOptions: [String]
  /// The layers for which the stage was put in although nobody asked for it; it then runs only on
  /// documents that lack one of them. Empty for a stage that was asked for.
  public var automaticFor: Set<LayerName> = []

  /// Whether the stage was put in because another needs it.
  public var isAutomatic: Bool { !automaticFor.isEmpty }

  /// The stage's name.
  public var name: String { description.name }

  init?(
    _ type: any StageDefinition.Type,
    _ options: [(key: OptionValue.OptionKey, value: OptionValue)], at position: SourcePosition?,
    diagnostics: inout Diagnostics
  ) {
    guard let prepared = Self.prepare(type, options, at: position, diagnostics: &diagnostics) else {
      return nil
    }
    self = prepared
  }

  private static func prepare<S: StageDefinition>(
    _ type: S.Type, _ options: [(key: OptionValue.OptionKey, value: OptionValue)],
    at position: SourcePosition?, diagnostics: inout Diagnostics
  ) -> PreparedStage? {
    let before = diagnostics.entries.count
    let options = S.Options(reading: options, stage: S.description.name, diagnostics: &diagnostics)
    guard diagnostics.entries.count == before else { return nil }
    do {
      let stage = try S(options: options)
      let shape: Shape
      switch stage {
      case let stage as any Stage: shape = .document(stage)
      case let stage as any StreamStage: shape = .stream(stage)
      case let stage as any CorpusStage: shape = .corpus(stage)
      default:
        diagnostics.error(
          "stage \"\(S.description.name)\" has no shape that can be run", at: position)
        return nil
      }
      return PreparedStage(
        description: S.description, shape: shape,
        resolvedOptions: options.yamlLines(onlyChanged: false))
    } catch {
      diagnostics.error("stage \"\(S.description.name)\": \(error)", at: position)
      return nil
    }
  }

  private init(description: StageDescription, shape: Shape, resolvedOptions: [String]) {
    self.description = description
    self.shape = shape
    self.resolvedOptions = resolvedOptions
  }
}

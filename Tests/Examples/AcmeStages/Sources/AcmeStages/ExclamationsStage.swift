public import FilonCore
public import FilonPipeline

/// Marks exclamation marks, and drops documents that shout too much.
public struct ExclamationsStage: Stage, StageWorker {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// Documents with more marks are dropped.
    public var limit = 100

    public static let fields: [OptionField<Options>] = [
      OptionField("limit", \.limit, help: "Drop documents with more exclamation marks.") {
        $0 >= 0 ? nil : "must not be negative"
      }
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "acme.exclamations", summary: "exclamation marks", requires: [.text],
    provides: [Exclamation.layer])

  private let options: Options

  public init(options: Options) { self.options = options }

  public func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    var marks: [Exclamation] = []
    for (offset, byte) in document.text.utf8.enumerated() where byte == UInt8(ascii: "!") {
      marks.append(Exclamation(range: TextRange(offset, offset + 1)))
    }
    document[Exclamation.self] = Layer(marks)
    return marks.count > options.limit ? .drop(reason: "shouting") : .keep
  }
}

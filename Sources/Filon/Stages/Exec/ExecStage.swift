public import FilonCore
public import FilonPipeline

/// Runs any program that speaks our JSON Lines, one process per task.
///
/// The program reads a document a line and answers each with one line: the document with its
/// fields added, or an empty line to drop it. It must flush after each line. A program that ends or
/// takes too long is started anew for the next document.
public struct ExecStage: Stage {
  /// The options of the stage.
  public struct Options: StageOptions {
    /// The program and its arguments.
    public var command: [String] = []

    public static let fields: [OptionField<Options>] = [
      OptionField("command", \.command, help: "The program and its arguments.")
    ]

    public init() {}
  }

  public static let description = StageDescription(
    name: "exec", summary: "any program that speaks our JSON Lines", provides: [],
    examples: [
      .init(
        "filon exec --command python3,tag.py < articles.jsonl",
        "each document goes through tag.py, which answers a line for a line")
    ])

  private let options: Options

  public init(options: Options) throws {
    guard !options.command.isEmpty else {
      throw ConfigurationError("stage \"exec\" needs a command")
    }
    self.options = options
  }

  public func makeWorker() -> ExecWorker { ExecWorker(command: options.command) }
}

/// Talks with the program of one task.
public struct ExecWorker: StageWorker {
  private let command: [String]
  private let codec = DocumentCodec()
  private var child: ChildProcess?

  init(command: [String]) { self.command = command }

  public mutating func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    var writer = JSONWriter()
    codec.encode(document, to: &writer)
    writer.newline()
    let answer: [UInt8]
    do throws(ChildProcess.Failure) {
      answer = try start().ask(writer.bytes, milliseconds: Self.milliseconds(context))
    } catch {
      child = nil
      throw failure(error)
    }
    if answer.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return .drop(reason: "exec") }
    do throws(JSONError) {
      let page = document.page
      document = try codec.decode(answer, fallbackID: document.id)
      if document.page != nil { document.page = page }
      return .keep
    } catch {
      throw StageFailure(
        stage: ExecStage.description.name, code: "malformed-answer",
        message: "\(command[0]) answered with a bad record: \(error)")
    }
  }

  private mutating func start() throws(ChildProcess.Failure) -> ChildProcess {
    if let child { return child }
    let started = try ChildProcess(command)
    child = started
    return started
  }

  private static func milliseconds(_ context: StageContext) -> Int? {
    context.deadline.map { deadline in
      let left = (deadline - ContinuousClock.now).components
      return max(0, Int(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000))
    }
  }

  private func failure(_ failure: ChildProcess.Failure) -> StageFailure {
    switch failure {
    case .timeout: .timeout(stage: ExecStage.description.name)
    case .ended:
      StageFailure(
        stage: ExecStage.description.name, code: "program-ended",
        message: "\(command[0]) ended without an answer; it is started anew for the next document")
    case .cannotStart(let reason):
      StageFailure(
        stage: ExecStage.description.name, code: "cannot-start",
        message: "cannot start \(command[0]): \(reason)")
    }
  }
}

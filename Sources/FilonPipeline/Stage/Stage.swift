public import FilonCore

/// A stage that looks at each document on its own.
///
/// The stage itself is shared between tasks; each task has a worker, which may own scratch memory.
public protocol Stage: StageDefinition {
  /// What does the work in one task.
  associatedtype Worker: StageWorker
  /// Makes a worker for one task.
  func makeWorker() throws -> Worker
}

/// Does the work of a stage in one task.
public protocol StageWorker {
  /// Looks at one document and adds to it.
  ///
  /// Long loops poll `context.isExpired` and fail with ``StageFailure/timeout(stage:)``.
  mutating func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict
}

extension Stage where Self: StageWorker, Worker == Self {
  /// A stage without state is its own worker.
  public func makeWorker() -> Self { self }
}

/// Whether a document goes on.
public enum Verdict: Sendable, Equatable {
  /// The document goes on to the next stage.
  case keep
  /// The document leaves the run; drops are counted by reason.
  case drop(reason: String)
}

/// What a stage knows of the run while it works on one document.
public struct StageContext: Sendable {
  /// When the time for the document is over; nil without a limit.
  public let deadline: ContinuousClock.Instant?

  /// A context with a deadline, or none.
  public init(deadline: ContinuousClock.Instant? = nil) { self.deadline = deadline }

  /// Whether the time for the document is over.
  public var isExpired: Bool { deadline.map { ContinuousClock.now > $0 } ?? false }
}

/// A stage's failure on one document. The document becomes an error record; the run goes on.
public struct StageFailure: Error, Sendable, Equatable {
  /// The stage that failed.
  public var stage: String
  /// A short word for programs: `timeout`, `too-large`, `malformed-html`.
  public var code: String
  /// What happened and what to do, for people.
  public var message: String

  /// Makes a failure.
  public init(stage: String, code: String, message: String) {
    self.stage = stage
    self.code = code
    self.message = message
  }

  /// The failure of a document that took too long.
  public static func timeout(stage: String) -> StageFailure {
    StageFailure(
      stage: stage, code: "timeout",
      message: "took longer than the limit per document; raise --timeout-per-doc to let it through")
  }
}

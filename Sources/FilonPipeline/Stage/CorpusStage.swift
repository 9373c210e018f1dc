public import FilonCore

/// A stage that must have seen the whole corpus before it can decide about a document.
///
/// The runner makes two passes. In the first it takes an observation of each document, in parallel,
/// and puts the documents aside on disk; then the stage decides once, on the observations in the
/// order of the input; in the second pass the decisions are applied, in parallel again.
public protocol CorpusStage: StageDefinition {
  /// What must be known of each document to decide; kept in memory for all of them.
  associatedtype Observation: Sendable
  /// The decisions about all documents.
  associatedtype Decisions: Sendable
  /// Observes one document.
  func observe(_ document: Document) throws(StageFailure) -> Observation
  /// Decides, given the observations of all documents in the order of the input.
  func decide(_ observations: [Observation]) throws -> Decisions
  /// Applies the decision about document number `index`.
  func apply(
    _ decisions: Decisions, to document: inout Document, at index: Int
  ) throws(StageFailure) -> Verdict
  /// What the decisions come to, for the report of the run: numbers by their names.
  func statistics(of decisions: Decisions) -> [String: Int]
}

extension CorpusStage {
  /// Nothing worth reporting.
  public func statistics(of decisions: Decisions) -> [String: Int] { [:] }
}

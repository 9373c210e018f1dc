public import FilonCore

/// A stage that sees the documents in order and remembers earlier ones.
public protocol StreamStage: StageDefinition {
  /// What is remembered.
  associatedtype Memory: StreamMemory
  /// Starts a stream.
  func makeMemory() -> Memory
}

/// What a stream stage remembers.
public protocol StreamMemory: Sendable {
  /// Looks at the next document of the stream.
  mutating func process(_ document: inout Document) throws(StageFailure) -> Verdict
}

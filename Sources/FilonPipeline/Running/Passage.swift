import FilonCore

/// A document on its way through a segment.
struct Passage {
  /// How a passage ended before its end.
  enum Outcome {
    case dropped
    case failed(StageFailure)
  }

  var document: Document
  /// The record's place in its batch.
  let number: Int
  /// The time that stages have taken.
  var spent: Duration = .zero
  /// Nil while the document goes on.
  var outcome: Outcome?

  init(_ document: Document, number: Int) {
    self.document = document
    self.number = number
  }
}

import FilonCore

/// Records that go through a segment in one task.
struct Batch: Sendable {
  /// About how many bytes a batch weighs.
  static let weightLimit = 1 << 20
  /// How many records a batch has at most.
  static let countLimit = 64

  var records: [InputRecord] = []
  var weight = 0
  /// Number, in its phase, of the first document.
  var firstIndex = 0

  var isFull: Bool { weight >= Self.weightLimit || records.count >= Self.countLimit }

  mutating func append(_ record: InputRecord) {
    records.append(record)
    weight += record.weight
  }
}

/// What came of a batch.
struct BatchResult: Sendable {
  /// The lines for each sink.
  var lines: [[UInt8]]
  /// The documents, when they go on to a stream stage.
  var documents: [Document] = []
  /// The lines set aside for the next phase.
  var spill: [UInt8] = []
  /// The observations of a corpus stage, one for each line set aside.
  var observations: [any Sendable] = []
  var failures: [RecordFailure] = []
  var report = RunReport()
}

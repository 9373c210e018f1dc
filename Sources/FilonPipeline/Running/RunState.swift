import FilonCore

/// What a run knows of itself while it goes on.
struct RunState {
  /// Seconds between two checkpoints, at least.
  private static let checkpointInterval = Duration.milliseconds(400)

  var checkpoint: Checkpoint
  var files: RunFiles
  var progress: ProgressReporter
  var observations: [any Sendable] = []
  private let start = ContinuousClock.now
  private var lastSave = ContinuousClock.now
  private let secondsBefore: Double

  init(checkpoint: Checkpoint, files: RunFiles, progress: ProgressReporter) {
    self.checkpoint = checkpoint
    self.files = files
    self.progress = progress
    secondsBefore = checkpoint.report.seconds
  }

  /// Writes what came of batch `number` (from 1), in order.
  mutating func emit(_ result: BatchResult, number: Int, isResumable: Bool) throws {
    try files.write(result)
    observations.append(contentsOf: result.observations)
    checkpoint.report.merge(result.report)
    updateSeconds()
    guard number.isMultiple(of: RunFiles.batchesPerMember) else { return }
    try files.endMembers()
    guard isResumable, ContinuousClock.now - lastSave > Self.checkpointInterval else { return }
    files.record(into: &checkpoint)
    try files.save(checkpoint)
    lastSave = .now
  }

  /// Ends a phase; the next starts at its first record.
  mutating func endPhase(isLast: Bool) throws {
    try files.endMembers()
    if !isLast { try files.closeSpill() }
    checkpoint.phase += 1
    checkpoint.consumed = 0
    files.record(into: &checkpoint)
    if !isLast { try files.save(checkpoint) }
  }

  /// Gives the outputs their names.
  mutating func finish() throws {
    updateSeconds()
    checkpoint.isCommitting = true
    try files.save(checkpoint)
    try files.commit()
  }

  func checkErrors(_ limit: RunSettings.ErrorLimit?, atEnd: Bool) throws {
    let report = checkpoint.report
    if let limit, limit.isExceeded(report.errors, of: report.records, atEnd: atEnd) {
      throw RunAbort.tooManyErrors(errors: report.errors, records: report.records)
    }
  }

  private mutating func updateSeconds() {
    checkpoint.report.seconds =
      secondsBefore + Double(SegmentWorker.nanoseconds(ContinuousClock.now - start)) / 1e9
  }
}

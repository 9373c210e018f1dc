public import FilonCore
import FilonIO
import Glibc

/// Runs a plan over records, in order, on several tasks.
///
/// One task group; a task takes a batch of records through all stages of a phase. A batch is read
/// only while the oldest batch that is not yet written is less than a window away, so memory is
/// bounded and the output is in the order of the input: the same bytes for any number of jobs.
public struct PipelineRunner: Sendable {
  private let phases: [Phase]
  private let sinks: [SinkDescription]
  private let decoder: RecordDecoder
  private let settings: RunSettings
  private let runKey: String

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - plan: The stages.
  ///   - sinks: The outputs.
  ///   - codec: How records are read; its layers to decode are set by the runner.
  ///   - settings: How the run goes.
  ///   - runKey: Identifies configuration and input, for `--resume`.
  public init(
    plan: PipelinePlan, sinks: [SinkDescription], codec: DocumentCodec = DocumentCodec(),
    settings: RunSettings = RunSettings(), runKey: String = ""
  ) {
    phases = Phase.phases(of: plan)
    self.sinks = sinks
    decoder = RecordDecoder(codec: codec, maximumBytes: settings.maximumDocumentBytes)
    self.settings = settings
    self.runKey = runKey
  }

  /// Reads all records, runs the plan and writes the outputs.
  ///
  /// - Throws: ``RunAbort`` when the run ends before its input does, `IOFailure` when a file fails.
  public func run(_ reader: any RecordReader) async throws -> RunReport {
    let resumed = try settings.resumes ? savedCheckpoint() : nil
    if let resumed, resumed.isCommitting {
      try RunFiles.finishCommit(sinks, errorsPath: settings.errorsPath)
      return resumed.report
    }
    var state = RunState(
      checkpoint: resumed ?? Checkpoint(runKey: runKey, sinkCount: sinks.count),
      files: try RunFiles(sinks: sinks, errorsPath: settings.errorsPath, from: resumed),
      progress: ProgressReporter(settings.progress))
    defer { state.progress.finish() }
    do {
      for index in state.checkpoint.phase..<phases.count {
        try await run(index, reader, &state)
      }
    } catch {
      try? state.files.flushEarly()
      state.files.abandon(phases.count)
      throw error
    }
    try state.finish()
    state.files.removeSpills(phases.count - 1)
    try state.checkErrors(settings.maximumErrors, atEnd: true)
    return state.checkpoint.report
  }

  private func savedCheckpoint() throws -> Checkpoint? {
    guard let path = RunFiles.checkpointPath(sinks), access(path, F_OK) == 0 else { return nil }
    var source = try FileSource(path: path)
    guard let saved = try? Checkpoint(json: source.readAll()) else {
      throw RunAbort.cannotResume("\(path) is damaged; remove it to start anew")
    }
    guard saved.runKey == runKey else {
      throw RunAbort.cannotResume(
        "configuration or input has changed since the run that is to be resumed; "
          + "remove \(path) to start anew")
    }
    return saved
  }

  // MARK: - Phases

  private func run(_ index: Int, _ input: any RecordReader, _ state: inout RunState) async throws {
    var reader: any RecordReader = input
    var decisions: (name: String, apply: CorpusPass.Apply)?
    if index > 0 {
      reader = try LineRecordReader(spill: state.files.spillPath(index - 1))
      if case .corpus(let stage)? = phases[index - 1].barrier?.shape {
        let pass = CorpusPass(stage)
        if state.observations.isEmpty { try observeSpill(index - 1, pass, &state) }
        let decided = try pass.decide(state.observations)
        decisions = (pass.name, decided.apply)
        state.checkpoint.report[stage: pass.name].found = decided.statistics
      }
    }
    state.observations = []
    let phase = phases[index]
    try prepareSpill(index, &state)
    let processor = makeProcessor(index, decisions)
    for _ in 0..<state.checkpoint.consumed { _ = try reader.next() }
    try await runBatches(processor, phase, &reader, &state)
    try state.endPhase(isLast: index == phases.count - 1)
  }

  private func prepareSpill(_ index: Int, _ state: inout RunState) throws {
    guard index < phases.count - 1 else { return }
    if case .stream? = phases[index].barrier?.shape, state.checkpoint.consumed > 0 {
      // What a stream stage remembered is gone with the process: its phase starts anew.
      state.checkpoint.consumed = 0
      state.checkpoint.spillLength = 0
    }
    try state.files.openSpill(index, at: state.checkpoint.spillLength)
    if case .corpus(let stage)? = phases[index].barrier?.shape, state.checkpoint.spillLength > 0 {
      try observeSpill(index, CorpusPass(stage), &state)
    }
  }

  private func observeSpill(_ index: Int, _ pass: CorpusPass, _ state: inout RunState) throws {
    var reader = try LineRecordReader(spill: state.files.spillPath(index))
    var decoder = decoder
    decoder.codec.decoding = phases[index].reads
    decoder.maximumBytes = .max
    decoder.codec.checksDigest = false
    var ignored = RunReport()
    while let record = try reader.next() {
      guard let document = try decoder.document(record, &ignored) else { continue }
      state.observations.append(try pass.observe(document))
    }
  }

  private func makeProcessor(
    _ index: Int, _ decisions: (name: String, apply: CorpusPass.Apply)?
  ) -> BatchProcessor {
    let outputLayers = sinks.reduce(into: Set<LayerName>()) { $0.formUnion($1.neededLayers) }
    let later = phases[index...].dropFirst().reduce(into: Set<LayerName>()) {
      $0.formUnion($1.reads)
    }
    var decoder = decoder
    let claims: Set<LayerName> = sinks.contains { $0.content == .claims } ? outputLayers : []
    decoder.codec.decoding = phases[index...].reduce(claims) { $0.union($1.reads) }
      .union([Claim.layer])
    if index > 0 {
      decoder.maximumBytes = .max
      decoder.codec.checksDigest = false
    }
    var spillCodec = decoder.codec
    spillCodec.writesPage = sinks.contains(where: \.keepsPage)
    if !sinks.contains(where: { $0.content == .documents && $0.layers == nil }) {
      spillCodec.writing = outputLayers.union(later).union(
        phases[index].barrier?.description.reads ?? [])
    }
    let destination: BatchProcessor.Destination =
      switch phases[index].barrier?.shape {
      case .corpus(let stage): .corpus(CorpusPass(stage))
      case .stream: .stream
      case .document, nil: .sinks
      }
    return BatchProcessor(
      pool: WorkerPool(phases[index].segment), decoder: decoder, codec: decoder.codec,
      spillCodec: spillCodec, sinks: sinks, destination: destination,
      streamsToSinks: index == phases.count - 1, decisions: decisions,
      settings: settings)
  }

  // MARK: - Batches

  private func runBatches(
    _ processor: BatchProcessor, _ phase: Phase, _ reader: inout any RecordReader,
    _ state: inout RunState
  ) async throws {
    let jobs = settings.jobs > 0 ? settings.jobs : max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let window = 8 * jobs
    var memory: (any StreamMemory)?
    if case .stream(let stage)? = phase.barrier?.shape { memory = stage.makeErasedMemory() }
    try await withThrowingTaskGroup(of: (Int, BatchResult).self) { group in
      var (next, emitted, running) = (0, 0, 0)
      var isAtEnd = false
      var waiting: [Int: BatchResult] = [:]
      var sizes: [Int] = []
      var ready: Batch?
      var index = state.checkpoint.consumed
      func read() throws -> Batch? {
        guard !isAtEnd, let batch = try Self.nextBatch(&reader, firstIndex: index) else {
          isAtEnd = true
          return nil
        }
        index += batch.records.count
        return batch
      }
      while true {
        while running < jobs, next - emitted < window, let batch = try ready ?? read() {
          if Interruption.isRequested { throw RunAbort.interrupted }
          ready = nil
          sizes.append(batch.records.count)
          let number = next
          group.addTask { (number, try processor.process(batch)) }
          next += 1
          running += 1
        }
        // Read while the tasks work, so that none waits for its records.
        if ready == nil { ready = try read() }
        guard let (number, result) = try await group.next() else { break }
        running -= 1
        waiting[number] = result
        while var result = waiting.removeValue(forKey: emitted) {
          try memory?.process(&result, processor, name: phase.barrier?.name ?? "")
          state.checkpoint.consumed += sizes[emitted]
          emitted += 1
          try state.emit(result, number: emitted, isResumable: memory == nil)
          state.progress.update(state.checkpoint.report, reader)
          try state.checkErrors(settings.maximumErrors, atEnd: false)
          if settings.isStrict, let failure = result.failures.first {
            throw RunAbort.strict(failure)
          }
        }
      }
    }
    state.checkpoint.report.bytesRead = max(state.checkpoint.report.bytesRead, reader.bytesRead)
  }

  private static func nextBatch(
    _ reader: inout any RecordReader, firstIndex: Int
  ) throws -> Batch? {
    var batch = Batch()
    batch.firstIndex = firstIndex
    while !batch.isFull, let record = try reader.next() { batch.append(record) }
    return batch.records.isEmpty ? nil : batch
  }
}

extension StreamStage {
  fileprivate func makeErasedMemory() -> any StreamMemory { makeMemory() }
}

extension StreamMemory {
  /// Takes the documents of a batch, in order, and writes those that go on.
  fileprivate mutating func process(
    _ result: inout BatchResult, _ processor: BatchProcessor, name: String
  ) throws {
    var writers = Array(repeating: JSONWriter(), count: processor.sinks.count)
    var spill = JSONWriter()
    var count = result.report[stage: name]
    for var document in result.documents {
      count.documents += 1
      do throws(StageFailure) {
        if case .drop(let reason) = try process(&document) {
          count.dropped[reason, default: 0] += 1
          continue
        }
      } catch {
        count.failed += 1
        result.failures.append(RecordFailure(error, on: document))
        result.report.errors += 1
        continue
      }
      if processor.streamsToSinks {
        processor.write(document, to: &writers, report: &result.report)
      } else {
        processor.spillCodec.encode(document, to: &spill)
        spill.newline()
      }
    }
    result.report[stage: name] = count
    result.documents = []
    result.lines = writers.map(\.bytes)
    result.spill = spill.bytes
  }
}

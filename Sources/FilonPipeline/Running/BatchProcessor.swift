import FilonCore

/// Takes batches through one phase's segment. Shared by all tasks of the phase.
struct BatchProcessor: Sendable {
  /// Where documents go behind the segment.
  enum Destination: Sendable {
    case sinks
    case stream
    case corpus(CorpusPass)
  }

  let pool: WorkerPool
  let decoder: RecordDecoder
  let codec: DocumentCodec
  let spillCodec: DocumentCodec
  let sinks: [SinkDescription]
  let destination: Destination
  /// Whether nothing follows the stream stage that documents go to.
  let streamsToSinks: Bool
  /// The decisions of the corpus stage before this phase, with its name.
  let decisions: (name: String, apply: CorpusPass.Apply)?
  let settings: RunSettings

  func process(_ batch: Batch) throws -> BatchResult {
    try pool.withWorker { worker in
      var result = BatchResult(lines: Array(repeating: [], count: sinks.count))
      var failures: [(number: Int, failure: RecordFailure)] = []
      var passages: [Passage] = []
      for (number, record) in batch.records.enumerated() {
        if decisions == nil { result.report.records += 1 }
        do throws(RecordFailure) {
          guard var document = try decoder.document(record, &result.report),
            try decide(&document, batch.firstIndex + number, &result.report)
          else { continue }
          passages.append(Passage(document, number: number))
        } catch {
          failures.append((number, error))
        }
      }
      worker.process(&passages, timeout: settings.timeoutPerDocument, report: &result.report)
      var writers = Array(repeating: JSONWriter(), count: sinks.count)
      var spill = JSONWriter()
      for passage in passages {
        do throws(RecordFailure) {
          switch passage.outcome {
          case .dropped: continue
          case .failed(let failure): throw RecordFailure(failure, on: passage.document)
          case nil: try finish(passage.document, &writers, &spill, &result)
          }
        } catch {
          failures.append((passage.number, error))
        }
      }
      result.failures = failures.sorted { $0.number < $1.number }.map(\.failure)
      result.lines = writers.map(\.bytes)
      result.spill = spill.bytes
      result.report.errors = result.failures.count
      return result
    }
  }

  /// Applies the decision of the barrier before. False when the document is dropped.
  private func decide(
    _ document: inout Document, _ index: Int, _ report: inout RunReport
  ) throws(RecordFailure) -> Bool {
    guard let decisions else { return true }
    do {
      let start = ContinuousClock.now
      var count = report[stage: decisions.name]
      count.documents += 1
      let verdict = try decisions.apply(&document, index)
      count.nanoseconds += SegmentWorker.nanoseconds(ContinuousClock.now - start)
      if case .drop(let reason) = verdict { count.dropped[reason, default: 0] += 1 }
      report[stage: decisions.name] = count
      return verdict == .keep
    } catch {
      throw RecordFailure(error, on: document)
    }
  }

  private func finish(
    _ document: Document, _ writers: inout [JSONWriter], _ spill: inout JSONWriter,
    _ result: inout BatchResult
  ) throws(RecordFailure) {
    switch destination {
    case .sinks:
      write(document, to: &writers, report: &result.report)
    case .stream:
      result.documents.append(document)
    case .corpus(let pass):
      do {
        let start = ContinuousClock.now
        result.observations.append(try pass.observe(document))
        result.report[stage: pass.name].nanoseconds +=
          SegmentWorker.nanoseconds(ContinuousClock.now - start)
      } catch {
        throw RecordFailure(error, on: document)
      }
      spillCodec.encode(document, to: &spill)
      spill.newline()
    }
  }

  /// Writes a document's lines for every sink.
  func write(_ document: Document, to writers: inout [JSONWriter], report: inout RunReport) {
    for (index, sink) in sinks.enumerated() {
      sink.encode(document, with: codec, to: &writers[index])
    }
    report.documents += 1
    report.claims += document[Claim.self].count
  }
}

public import FilonCore

/// Takes single documents through a plan in memory: for tests in pipeline files, and for programs
/// that have no files.
///
/// Corpus stages see only the documents given.
public struct DocumentRunner: Sendable {
  private let phases: [Phase]

  /// Makes a runner of a plan.
  public init(plan: PipelinePlan) { phases = Phase.phases(of: plan) }

  /// Runs documents through the plan; dropped ones are missing from the result.
  ///
  /// - Throws: ``RecordFailure`` when a stage fails on a document.
  public func run(_ documents: [Document]) throws -> [Document] {
    var documents = documents
    var report = RunReport()
    for phase in phases {
      let worker = try phase.segment.makeWorker()
      var passages = documents.enumerated().map { Passage($1, number: $0) }
      worker.process(&passages, timeout: nil, report: &report)
      var kept: [Document] = []
      for passage in passages {
        switch passage.outcome {
        case .dropped: continue
        case .failed(let failure): throw RecordFailure(failure, on: passage.document)
        case nil: kept.append(passage.document)
        }
      }
      documents = try phase.passBarrier(kept)
    }
    return documents
  }
}

extension Phase {
  fileprivate func passBarrier(_ documents: [Document]) throws -> [Document] {
    switch barrier?.shape {
    case nil, .document: return documents
    case .stream(let stage): return try stage.pass(documents)
    case .corpus(let stage):
      let pass = CorpusPass(stage)
      let apply = try pass.decide(documents.map { try pass.observe($0) }).apply
      var kept: [Document] = []
      for (index, var document) in documents.enumerated()
      where try apply(&document, index) == .keep {
        kept.append(document)
      }
      return kept
    }
  }
}

extension StreamStage {
  fileprivate func pass(_ documents: [Document]) throws -> [Document] {
    var memory = makeMemory()
    var kept: [Document] = []
    for var document in documents where try memory.process(&document) == .keep {
      kept.append(document)
    }
    return kept
  }
}

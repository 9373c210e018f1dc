import FilonCore

/// The stages between two barriers: each document goes through them on its own.
struct Segment: Sendable {
  var stages: [PreparedStage]

  func makeWorker() throws -> SegmentWorker {
    var links: [SegmentWorker.Link] = []
    for stage in stages {
      guard case .document(let definition) = stage.shape else { continue }
      links.append(
        SegmentWorker.Link(
          name: stage.name, automaticFor: stage.automaticFor,
          worker: try definition.makeErasedWorker()))
    }
    return SegmentWorker(links: links)
  }
}

extension Stage {
  fileprivate func makeErasedWorker() throws -> any StageWorker { try makeWorker() }
}

/// A chain of stage workers with their scratch memory.
///
/// Unchecked: a worker is in the hands of one task at a time, since it is taken out of the
/// ``WorkerPool`` for as long as it works.
final class SegmentWorker: @unchecked Sendable {
  struct Link {
    let name: String
    let automaticFor: Set<LayerName>
    var worker: any StageWorker
  }

  private var links: [Link]

  init(links: [Link]) { self.links = links }

  /// Takes documents through the chain.
  ///
  /// One stage after the other takes all of them, so that its model stays in the processor's cache.
  func process(_ passages: inout [Passage], timeout: Duration?, report: inout RunReport) {
    for index in links.indices {
      let link = links[index]
      var count = report[stage: link.name]
      for number in passages.indices where passages[number].outcome == nil {
        if !link.automaticFor.isEmpty,
          link.automaticFor.isSubset(of: passages[number].document.present)
        {
          continue
        }
        process(&passages[number], index, timeout, &count)
      }
      if count != RunReport.StageCount() { report[stage: link.name] = count }
    }
  }

  private func process(
    _ passage: inout Passage, _ link: Int, _ timeout: Duration?, _ count: inout RunReport.StageCount
  ) {
    count.documents += 1
    let start = ContinuousClock.now
    let context = StageContext(deadline: timeout.map { start + $0 - passage.spent })
    do throws(StageFailure) {
      let verdict = try links[link].worker.process(&passage.document, context)
      let spent = ContinuousClock.now - start
      passage.spent += spent
      count.nanoseconds += Self.nanoseconds(spent)
      if context.isExpired { throw StageFailure.timeout(stage: links[link].name) }
      if case .drop(let reason) = verdict {
        count.dropped[reason, default: 0] += 1
        passage.outcome = .dropped
      }
    } catch {
      count.failed += 1
      passage.outcome = .failed(error)
    }
  }

  static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}

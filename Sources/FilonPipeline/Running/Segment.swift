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

  /// Takes a document through the chain.
  ///
  /// - Returns: Whether it goes on.
  func process(
    _ document: inout Document, timeout: Duration?, report: inout RunReport
  ) throws(StageFailure) -> Bool {
    let start = ContinuousClock.now
    let context = StageContext(deadline: timeout.map { start + $0 })
    var before = start
    for index in links.indices {
      let link = links[index]
      if !link.automaticFor.isEmpty, link.automaticFor.isSubset(of: document.present) {
        continue
      }
      var count = report[stage: link.name]
      count.documents += 1
      do throws(StageFailure) {
        let verdict = try links[index].worker.process(&document, context)
        let now = ContinuousClock.now
        count.nanoseconds += Self.nanoseconds(now - before)
        before = now
        if context.isExpired { throw StageFailure.timeout(stage: link.name) }
        if case .drop(let reason) = verdict {
          count.dropped[reason, default: 0] += 1
          report[stage: link.name] = count
          return false
        }
        report[stage: link.name] = count
      } catch {
        count.failed += 1
        report[stage: link.name] = count
        throw error
      }
    }
    return true
  }

  static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}

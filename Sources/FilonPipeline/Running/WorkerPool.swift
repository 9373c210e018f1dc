import Synchronization

/// Workers that wait for a task; a task takes one, and gives it back.
final class WorkerPool: Sendable {
  private let idle = Mutex<[SegmentWorker]>([])
  private let segment: Segment

  init(_ segment: Segment) { self.segment = segment }

  func withWorker<R: Sendable>(_ body: (SegmentWorker) throws -> R) throws -> R {
    let worker = try idle.withLock { $0.popLast() } ?? segment.makeWorker()
    defer { idle.withLock { $0.append(worker) } }
    return try body(worker)
  }
}

import Glibc

/// Measures CPU time of the process.
struct Stopwatch {
  /// The least CPU seconds of several rounds of `body`.
  static func seconds(rounds: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = cpu()
      try body()
      best = min(best, cpu() - start)
    }
    return best
  }

  private static func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

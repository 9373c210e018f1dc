import Glibc

/// Writing into a closed pipe as an error instead of a signal.
enum BrokenPipe {
  private static let ignored: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
  }()

  /// Makes a write to a closed pipe fail with EPIPE instead of ending the process.
  static func ignoreSignal() { ignored }
}

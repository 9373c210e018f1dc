import Glibc
import Synchronization

/// SIGINT: the first asks the run to stop after the records in hand, the second stops at once.
public enum Interruption {
  private static let count = Atomic<Int>(0)

  /// Whether the run was asked to stop.
  public static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// Begins to listen.
  public static func install() {
    signal(SIGINT) { _ in
      if Interruption.count.add(1, ordering: .relaxed).newValue > 1 { _exit(130) }
    }
  }
}

import Glibc

/// Keeps other processes that ask for the same lock waiting, for as long as the value lives.
///
/// An advisory lock on a file made for it (`flock`); it ends with the process, however that ends.
public final class FileLock {
  private let number: Int32

  /// Waits for the lock at `path`, whose file is made when it is missing.
  ///
  /// - Throws: `IOFailure` when the file cannot be made or locked.
  public init(path: String) throws(IOFailure) {
    number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o666))
    guard number >= 0 else { throw SystemError().creating(path) }
    while flock(number, LOCK_EX) != 0 {
      let error = SystemError()
      guard error.number == EINTR else {
        _ = close(number)
        throw error.creating(path)
      }
    }
  }

  deinit { _ = close(number) }
}

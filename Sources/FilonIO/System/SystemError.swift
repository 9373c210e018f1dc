import Glibc

/// The `errno` of a system call that just failed.
struct SystemError {
  let number: Int32

  /// Takes the current `errno`.
  init() { number = errno }

  /// The system's sentence for the number.
  var message: String {
    guard let text = unsafe strerror(number) else { return "system error \(number)" }
    return unsafe String(cString: text)
  }

  /// The failure of reading from `path`.
  func reading(_ path: String?) -> IOFailure {
    let code: IOFailure.Code =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM, EISDIR, ELOOP, ENAMETOOLONG, EINVAL: .unreadable
      default: .io
      }
    return IOFailure(code: code, path: path, message: message)
  }

  /// The failure of writing to `path`.
  func writing(_ path: String?) -> IOFailure {
    IOFailure(code: number == EPIPE ? .brokenPipe : .io, path: path, message: message)
  }

  /// The failure of making `path`.
  func creating(_ path: String?) -> IOFailure {
    IOFailure(code: .cannotCreate, path: path, message: message)
  }
}

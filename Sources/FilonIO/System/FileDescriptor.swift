import Glibc

/// An open file; closed when the last reference goes, unless it is a standard stream.
final class FileDescriptor {
  private let number: Int32
  private let isOwned: Bool
  /// The file as it was named; `nil` for a standard stream.
  let path: String?

  private init(_ number: Int32, path: String?, isOwned: Bool) {
    self.number = number
    self.path = path
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { _ = close(number) }
  }

  /// Standard input.
  static var standardInput: FileDescriptor { FileDescriptor(0, path: nil, isOwned: false) }
  /// Standard output.
  static var standardOutput: FileDescriptor { FileDescriptor(1, path: nil, isOwned: false) }

  /// Opens a file for reading; a folder is refused.
  static func reading(_ path: String) throws(IOFailure) -> FileDescriptor {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw SystemError().reading(path) }
    let file = FileDescriptor(number, path: path, isOwned: true)
    if file.status.isFolder {
      throw IOFailure(code: .unreadable, path: path, message: "Is a directory")
    }
    _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
    return file
  }

  /// Opens a file for writing. `truncating` makes it anew; otherwise it must exist.
  static func writing(
    _ path: String, truncating: Bool, permissions: UInt32 = 0o666
  ) throws(IOFailure) -> FileDescriptor {
    let flags = O_WRONLY | O_CLOEXEC | (truncating ? O_CREAT | O_TRUNC : 0)
    let number = unsafe open(path, flags, mode_t(permissions))
    guard number >= 0 else { throw SystemError().creating(path) }
    return FileDescriptor(number, path: path, isOwned: true)
  }

  /// Type, length and permissions of the open file.
  var status: FileStatus { FileStatus(descriptor: number) }

  /// Appends at most `count` bytes to `buffer`; returns how many, 0 at the end.
  func read(into buffer: inout [UInt8], upTo count: Int) throws(IOFailure) -> Int {
    guard count > 0 else { return 0 }
    buffer.reserveGrowing(count)
    var result = 0
    buffer.append(addingCapacity: count) { output in
      unsafe output.withUnsafeMutableBufferPointer { memory, filled in
        guard let base = memory.baseAddress else { return }
        let free = min(count, memory.count - filled)
        repeat {
          result = unsafe Glibc.read(number, base + filled, free)
        } while result < 0 && errno == EINTR
        if result > 0 { filled += result }
      }
    }
    guard result >= 0 else { throw SystemError().reading(path) }
    return result
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(IOFailure) {
    var done = 0
    while done < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { memory -> Int in
        guard let base = memory.baseAddress else { return 0 }
        return unsafe Glibc.write(number, base + done, memory.count - done)
      }
      if result < 0 {
        let error = SystemError()
        if error.number == EINTR { continue }
        if error.number == EAGAIN {
          var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
          _ = unsafe poll(&wait, 1, -1)
          continue
        }
        throw error.writing(path)
      }
      done += result
    }
  }

  /// Moves to `offset` from the start; false where the file has no positions (a pipe).
  func seek(to offset: Int) -> Bool { lseek(number, offset, SEEK_SET) == offset }

  /// Cuts the file to `length` bytes.
  func truncate(to length: Int) throws(IOFailure) {
    guard ftruncate(number, length) == 0 else { throw SystemError().creating(path) }
  }

  /// Asks the system to put the bytes on the disk.
  func synchronize() throws(IOFailure) {
    guard fsync(number) == 0 else {
      let error = SystemError()
      // Pipes and some file systems have nothing to synchronise.
      if error.number == EINVAL || error.number == EROFS || error.number == ENOTSUP { return }
      throw error.writing(path)
    }
  }

  /// Gives the file the permission bits `permissions`.
  func setPermissions(_ permissions: UInt32) { _ = fchmod(number, mode_t(permissions)) }
}

extension [UInt8] {
  /// Makes room for `count` more bytes, growing by at least half so that many appends stay linear.
  mutating func reserveGrowing(_ count: Int) {
    let needed = self.count + count
    if needed > capacity { reserveCapacity(Swift.max(needed, capacity + capacity / 2)) }
  }
}

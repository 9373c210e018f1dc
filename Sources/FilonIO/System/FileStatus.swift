import Glibc

/// What the system says about a file.
struct FileStatus {
  private let mode: mode_t
  /// Length in bytes.
  let length: Int
  /// Device and inode: the same file under any name.
  let identity: FileIdentity

  /// Facts of an open file; all zero if the system gives none.
  init(descriptor: Int32) {
    var facts = stat()
    _ = unsafe fstat(descriptor, &facts)
    self.init(facts)
  }

  /// Facts of the file that `path` leads to, or `nil` if there is none.
  init?(path: String) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// Facts of `path` itself, even if it is a symbolic link.
  init?(linkAt path: String) {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    mode = facts.st_mode
    length = Int(facts.st_size)
    identity = FileIdentity(device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino))
  }

  private var kind: mode_t { mode & S_IFMT }

  var isFolder: Bool { kind == S_IFDIR }
  var isRegular: Bool { kind == S_IFREG }
  var isLink: Bool { kind == S_IFLNK }
  /// The permission bits.
  var permissions: UInt32 { UInt32(mode & 0o7777) }
}

/// One file of the machine.
struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64
}

import Glibc

/// Output to standard output, or to `FILE.part` that becomes `FILE` on ``commit()``.
///
/// Compressed output is a series of gzip members or zstd frames. A member ends after
/// `memberBytes` bytes of content or at ``flushMember()``, wherever the calls to `write` cut
/// the content, and it holds no time and no name: the same content flushed at the same places gives
/// the same bytes. Devices and pipes named as output are written in place. A file that is never
/// committed stays as `FILE.part`, from where ``resume(path:at:compression:memberBytes:)`` goes on.
public final class OutputFile {
  /// The file as it was named; `nil` for standard output.
  public let path: String?
  /// How the output is stored.
  public let compression: Compression
  /// Length in stored bytes up to the end of the last flushed member: a resume may cut here.
  public private(set) var committedLength: Int

  private let file: FileDescriptor
  /// Where the bytes go until commit, and the name they get; `nil` where output is in place.
  private let renaming: (from: String, to: String)?
  private let memberBytes: Int
  private var content: [UInt8] = []
  private var storedLength: Int
  private var encoder: (ArraySlice<UInt8>, inout [UInt8]) -> Bool
  private var hasWritten = false
  private var isCommitted = false

  /// Content bytes of a member unless the caller says otherwise.
  public static let defaultMemberBytes = 1 << 20

  /// Starts the output anew.
  ///
  /// `nil` and `-` mean standard output. Without `compression` the extension decides (`.gz`,
  /// `.zst`). Throws ``IOFailure/Code/cannotCreate`` when `FILE.part` cannot be made.
  public convenience init(
    path: String?, compression: Compression? = nil, memberBytes: Int = defaultMemberBytes
  ) throws(IOFailure) {
    try self.init(path, at: nil, compression: compression, memberBytes: memberBytes)
  }

  /// Goes on with `FILE.part`, cut to `committedLength` bytes.
  ///
  /// Throws ``IOFailure/Code/cannotCreate`` if there is no such file or it is shorter.
  public static func resume(
    path: String, at committedLength: Int, compression: Compression? = nil,
    memberBytes: Int = defaultMemberBytes
  ) throws(IOFailure) -> OutputFile {
    try OutputFile(
      path, at: committedLength, compression: compression, memberBytes: memberBytes)
  }

  private init(
    _ name: String?, at resumed: Int?, compression: Compression?, memberBytes: Int
  ) throws(IOFailure) {
    BrokenPipe.ignoreSignal()
    let path = name == "-" ? nil : name
    self.path = path
    self.memberBytes = max(1, memberBytes)
    self.compression = compression ?? path.map { Compression(path: $0) } ?? .none
    committedLength = resumed ?? 0
    storedLength = resumed ?? 0
    encoder = try Self.encoder(self.compression, path: path)
    guard let path else {
      file = .standardOutput
      renaming = nil
      return
    }
    let existing = FileStatus(path: path)
    if let existing, existing.isFolder {
      throw IOFailure(code: .cannotCreate, path: path, message: "Is a directory")
    }
    if let existing, !existing.isRegular {
      file = try FileDescriptor.writing(path, truncating: false)
      renaming = nil
      return
    }
    // A symbolic link stays a link: the file it leads to is replaced.
    let target = FileStatus(linkAt: path)?.isLink == true ? Self.resolved(path) : path
    let part = target + ".part"
    renaming = (part, target)
    file = try FileDescriptor.writing(part, truncating: resumed == nil)
    if let resumed {
      let length = file.status.length
      guard resumed >= 0, length >= resumed else {
        throw IOFailure(
          code: .cannotCreate, path: part,
          message: "cannot resume at byte \(resumed): the file has \(length) bytes")
      }
      try file.truncate(to: resumed)
      guard file.seek(to: resumed) else { throw SystemError().creating(part) }
      hasWritten = resumed > 0
    } else if let existing {
      file.setPermissions(existing.permissions)
    }
  }

  /// Adds `bytes` to the output.
  ///
  /// Throws ``IOFailure/Code/brokenPipe`` when nobody reads the other end any more.
  public func write(_ bytes: [UInt8]) throws(IOFailure) {
    content.append(contentsOf: bytes)
    if content.count >= memberBytes { try writeMembers(all: false) }
  }

  /// Adds the UTF-8 bytes of `text` to the output.
  public func write(_ text: String) throws(IOFailure) {
    content.append(contentsOf: text.utf8)
    if content.count >= memberBytes { try writeMembers(all: false) }
  }

  /// Ends the current gzip member or zstd frame and hands all bytes to the system.
  public func flushMember() throws(IOFailure) {
    try writeMembers(all: true)
    committedLength = storedLength
  }

  /// Flushes, and makes the bytes so far survive a power cut.
  public func synchronize() throws(IOFailure) {
    try flushMember()
    if renaming != nil { try file.synchronize() }
  }

  /// Flushes and gives the file its name; the previous file of that name is replaced at once.
  public func commit() throws(IOFailure) {
    guard !isCommitted else { return }
    // An empty file with extension .gz would not be gzip.
    if !hasWritten, content.isEmpty, compression != .none { try writeMember([]) }
    try flushMember()
    guard let renaming else { return }
    try file.synchronize()
    guard unsafe rename(renaming.from, renaming.to) == 0 else {
      throw SystemError().creating(renaming.to)
    }
    isCommitted = true
  }

  /// Removes `FILE.part`: nothing of this output stays. After ``commit()`` it does nothing.
  public func discard() {
    guard let renaming, !isCommitted else { return }
    _ = unsafe unlink(renaming.from)
    isCommitted = true
  }

  private func writeMembers(all: Bool) throws(IOFailure) {
    if compression == .none {
      try store(content)
      content.removeAll(keepingCapacity: true)
      return
    }
    var start = 0
    while content.count - start >= memberBytes {
      try writeMember(content[start..<start + memberBytes])
      start += memberBytes
    }
    if all, start < content.count {
      try writeMember(content[start...])
      start = content.count
    }
    content.removeSubrange(0..<start)
  }

  private func writeMember(_ slice: ArraySlice<UInt8>) throws(IOFailure) {
    var member: [UInt8] = []
    guard encoder(slice, &member) else {
      throw IOFailure(code: .io, path: path, message: "\(compression.rawValue) compression failed")
    }
    try store(member)
  }

  private func store(_ bytes: [UInt8]) throws(IOFailure) {
    guard !bytes.isEmpty else { return }
    hasWritten = true
    try file.write(bytes)
    storedLength += bytes.count
  }

  private static func encoder(
    _ compression: Compression, path: String?
  ) throws(IOFailure) -> (ArraySlice<UInt8>, inout [UInt8]) -> Bool {
    switch compression {
    case .none:
      return { _, _ in true }
    case .gzip:
      let encoder = GzipMemberEncoder()
      return { encoder.encode($0, into: &$1) }
    case .zstandard:
      let encoder = ZstandardFrameEncoder()
      return { encoder.encode($0, into: &$1) }
    case .bzip2, .xz:
      throw IOFailure(
        code: .unsupported, path: path, message: "\(compression.rawValue) is not written here")
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}

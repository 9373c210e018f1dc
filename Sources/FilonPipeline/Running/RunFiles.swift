import FilonCore
import FilonIO
import Glibc

/// The files that a run writes: sinks, errors, and what is set aside between phases.
///
/// Checkpoints are taken where compressed members end, and members end after a fixed number of
/// batches, so that a resumed run writes the same bytes as one that was never stopped.
struct RunFiles {
  /// Batches between two places where members end and a checkpoint may be taken.
  static let batchesPerMember = 16

  let sinks: [SinkDescription]
  private(set) var outputs: [OutputFile] = []
  private let errors: OutputFile?
  private(set) var spill: OutputFile?
  private let errorsPath: String?
  /// What names of spill files begin with.
  private let scratch: String
  /// The folder of the spill files when they cannot stand beside an output.
  private let temporaryFolder: String?

  /// Whether the run can be resumed: every sink is a file.
  var isResumable: Bool { sinks.allSatisfy { $0.path != nil && $0.path != "-" } && !sinks.isEmpty }

  /// Where the checkpoint stands: beside the first sink.
  static func checkpointPath(_ sinks: [SinkDescription]) -> String? {
    sinks.first?.path.map { $0 + ".checkpoint" }
  }

  init(
    sinks: [SinkDescription], errorsPath: String?, from checkpoint: Checkpoint?
  ) throws {
    self.sinks = sinks
    self.errorsPath = errorsPath
    if let checkpoint {
      errors = try errorsPath.map {
        try OutputFile.resume(path: $0, at: checkpoint.errorsLength)
      }
      outputs = try zip(sinks, checkpoint.sinkLengths).map { sink, length in
        guard let path = sink.path else { return try OutputFile(path: nil) }
        return try OutputFile.resume(path: path, at: length)
      }
    } else {
      errors = try errorsPath.map { try OutputFile(path: $0) }
      outputs = try sinks.map { try OutputFile(path: $0.path) }
    }
    if let path = sinks.first?.path, path != "-" {
      (scratch, temporaryFolder) = (path, nil)
    } else {
      let folder = try Self.makeTemporaryFolder()
      (scratch, temporaryFolder) = (folder + "/run", folder)
    }
  }

  private static func makeTemporaryFolder() throws -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let folder = strdup("\(base)/filon-XXXXXX") else {
      throw IOFailure(code: .io, path: base, message: "out of memory")
    }
    defer { free(folder) }
    guard mkdtemp(folder) != nil else {
      throw IOFailure(code: .cannotCreate, path: base, message: "cannot make a temporary folder")
    }
    return String(cString: folder)
  }

  /// The name of what a phase sets aside, without `.part`.
  func spillName(_ phase: Int) -> String { "\(scratch).spill\(phase).zst" }

  /// Where what a phase set aside can be read.
  func spillPath(_ phase: Int) -> String { spillName(phase) + ".part" }

  mutating func openSpill(_ phase: Int, at length: Int) throws {
    spill =
      length > 0
      ? try OutputFile.resume(path: spillName(phase), at: length)
      : try OutputFile(path: spillName(phase))
  }

  mutating func closeSpill() throws {
    try spill?.flushMember()
    spill = nil
  }

  /// Removes what `phases` phases set aside.
  func removeSpills(_ phases: Int) {
    for phase in 0..<phases { _ = unlink(spillPath(phase)) }
    if let temporaryFolder { _ = rmdir(temporaryFolder) }
  }

  /// Removes what was set aside by a run that cannot be resumed.
  func abandon(_ phases: Int) {
    if temporaryFolder != nil { removeSpills(phases) }
  }

  func write(_ result: BatchResult) throws {
    for (output, lines) in zip(outputs, result.lines) where !lines.isEmpty {
      try output.write(lines)
      if output.compression == .none { try output.flushMember() }
    }
    if !result.spill.isEmpty { try spill?.write(result.spill) }
    guard !result.failures.isEmpty else { return }
    var writer = JSONWriter()
    for failure in result.failures { failure.encode(to: &writer) }
    if let errors {
      try errors.write(writer.bytes)
    } else {
      StandardError.write(writer.bytes)
    }
  }

  func endMembers() throws {
    for output in outputs { try output.flushMember() }
    try spill?.flushMember()
    try errors?.flushMember()
  }

  func record(into checkpoint: inout Checkpoint) {
    checkpoint.sinkLengths = outputs.map(\.committedLength)
    checkpoint.spillLength = spill?.committedLength ?? 0
    checkpoint.errorsLength = errors?.committedLength ?? 0
  }

  func save(_ checkpoint: Checkpoint) throws {
    guard isResumable, let path = Self.checkpointPath(sinks) else { return }
    let file = try OutputFile(path: path, compression: Compression.none)
    try file.write(checkpoint.json)
    try file.commit()
  }

  /// Gives the outputs their final names.
  func commit() throws {
    try errors?.commit()
    for output in outputs { try output.commit() }
    if isResumable, let path = Self.checkpointPath(sinks) { _ = unlink(path) }
  }

  /// Hands over what is buffered, when a run stops early.
  func flushEarly() throws {
    for output in outputs where output.path == nil { try output.flushMember() }
    try errors?.commit()
  }

  /// Finishes a run that was stopped while it gave its outputs their names.
  static func finishCommit(_ sinks: [SinkDescription], errorsPath: String?) throws {
    for path in sinks.compactMap(\.path) + [errorsPath].compactMap({ $0 })
    where access(path + ".part", F_OK) == 0 {
      guard rename(path + ".part", path) == 0 else {
        throw IOFailure(code: .cannotCreate, path: path, message: "cannot rename \(path).part")
      }
    }
    if let path = checkpointPath(sinks) { _ = unlink(path) }
  }
}

import FilonCore
public import FilonIO

/// Reads all inputs of a run, one after the other.
public struct CorpusReader: RecordReader {
  private struct Part {
    var file: InputFile
    var format: InputSpecification.Format
  }

  private var parts: ArraySlice<Part>
  private var current: (any RecordReader)?
  private var finishedBytes = 0
  private let maximumBytes: Int

  /// Size of all files as stored; nil when standard input is among them.
  public let totalBytes: Int?
  /// How many bytes have been read, as stored.
  public var bytesRead: Int { finishedBytes + (current?.bytesRead ?? 0) }

  /// Finds the files of the inputs. Standard input is read when there are none.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders and patterns, with their formats.
  ///   - standardInput: The format of standard input.
  ///   - maximumBytes: Larger records become errors.
  /// - Throws: `IOFailure` for the first argument that stands for nothing.
  public init(
    _ inputs: [InputSpecification], standardInput: InputSpecification.Format, maximumBytes: Int
  ) throws(IOFailure) {
    self.maximumBytes = maximumBytes
    var found: [Part] = []
    for input in inputs {
      if input.patterns.isEmpty {
        found.append(Part(file: InputFile(path: nil), format: input.format))
        continue
      }
      let discovery = InputDiscovery(input.patterns)
      if let first = discovery.failures.first {
        throw IOFailure(
          code: first.code, path: nil,
          message: discovery.failures.map(\.description).joined(separator: "; "))
      }
      found += discovery.files.map { Part(file: $0, format: input.format) }
    }
    if inputs.isEmpty { found = [Part(file: InputFile(path: nil), format: standardInput)] }
    parts = found[...]
    let lengths = found.map(\.file.length)
    totalBytes = lengths.contains(nil) ? nil : lengths.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// The files, for the manifest; standard input is left out.
  public var files: [InputFile] { parts.map(\.file).filter { $0.path != nil } }

  public mutating func next() throws -> InputRecord? {
    while true {
      if current == nil {
        guard let part = parts.popFirst() else { return nil }
        current = try open(part)
      }
      if let record = try current?.next() { return record }
      finishedBytes += current?.bytesRead ?? 0
      current = nil
    }
  }

  private func open(_ part: Part) throws(IOFailure) -> any RecordReader {
    let (path, total) = (part.file.path, part.file.length)
    let source = CountingSource(try FileSource(path: path))
    var format = part.format
    if format == .auto {
      switch try source.detectedFormat(named: path) {
      case .warc: format = .warc
      case .jsonl: format = .jsonl
      case .text: format = .text
      case .html, .europresse, .feed: format = .html
      }
    }
    switch format {
    case .warc:
      return try ArchiveRecordReader(
        source, path: path, totalBytes: total, maximumBytes: maximumBytes)
    case .jsonl:
      return LineRecordReader(
        source, path: path, totalBytes: total, maximumLineBytes: maximumBytes)
    case .html, .auto, .text:
      return WholeFileReader(
        source, path: path, totalBytes: total, isPage: format != .text,
        maximumBytes: maximumBytes)
    }
  }
}

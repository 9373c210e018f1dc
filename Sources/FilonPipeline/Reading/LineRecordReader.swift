import FilonIO

/// Reads JSON Lines: plain, gzip or zstd.
struct LineRecordReader: RecordReader {
  private var lines: LineReader
  private let source: CountingSource
  private let file: String?
  private var hasFailed = false

  let totalBytes: Int?
  var bytesRead: Int { source.count }

  /// Reads lines of a source; `path` is named in records and errors.
  init(_ source: CountingSource, path: String?, totalBytes: Int?, maximumLineBytes: Int) {
    self.source = source
    self.totalBytes = totalBytes
    file = path
    lines = LineReader(ByteInput(source, path: path), maximumLineBytes: maximumLineBytes)
  }

  /// Opens lines that Filon has set aside itself; they name no file.
  init(spill path: String) throws(IOFailure) {
    let file = try FileSource(path: path)
    self.init(CountingSource(file), path: nil, totalBytes: file.length, maximumLineBytes: 1 << 40)
  }

  mutating func next() throws(IOFailure) -> InputRecord? {
    while !hasFailed {
      let event: LineEvent?
      do throws(IOFailure) {
        event = try lines.next()
      } catch {
        guard error.code == .corrupt else { throw error }
        hasFailed = true
        return .failure(
          RecordFailure(
            file: file, offset: error.offset, stage: "read", code: "corrupt",
            message: "\(error.message); the rest of the file is lost"))
      }
      switch event {
      case nil: return nil
      case .line(let line):
        if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        return .line(line.bytes, number: line.number, offset: line.offset, file: file)
      case .tooLong(let number, let offset, let length):
        return .failure(
          RecordFailure(
            file: file, offset: offset, line: number, stage: "read", code: "too-large",
            message: "line of \(length) bytes; see --max-doc-bytes"))
      }
    }
    return nil
  }
}

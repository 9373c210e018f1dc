public import FilonCore

/// Makes documents of records, within the limits of a run.
public struct RecordDecoder: Sendable {
  /// The codec for lines.
  public var codec: DocumentCodec
  /// Larger records are errors.
  public var maximumBytes: Int

  /// Makes a decoder.
  public init(codec: DocumentCodec, maximumBytes: Int) {
    self.codec = codec
    self.maximumBytes = maximumBytes
  }

  /// The document of a record; nil for a record that was skipped, which is counted.
  ///
  /// - Throws: ``RecordFailure`` for a record that cannot be a document.
  public func document(
    _ record: InputRecord, _ report: inout RunReport
  ) throws(RecordFailure) -> Document? {
    switch record {
    case .failure(let failure): throw failure
    case .skipped(let reason):
      report.skipped[reason, default: 0] += 1
      return nil
    case .document(let document):
      let size = document.page?.bytes.count ?? document.text.utf8.count
      guard size <= maximumBytes else {
        throw tooLarge(
          size, id: document.id, file: document.source.file, offset: document.source.offset)
      }
      guard document.source.sha256 == nil, let page = document.page else { return document }
      var hashed = document
      hashed.source.sha256 = SHA256.hex(page.bytes)
      return hashed
    case .line(let bytes, let number, let offset, let file):
      guard bytes.count <= maximumBytes else {
        throw tooLarge(bytes.count, id: nil, file: file, offset: offset, line: number)
      }
      do {
        let name = file.map { String($0.split(separator: "/").last ?? "") } ?? "line"
        var document = try codec.decode(bytes, fallbackID: "\(name):\(number)")
        if document.source.kind == nil, document.source == Source() {
          document.source.kind = "jsonl"
          document.source.file = file
          document.source.line = number
        }
        return document
      } catch {
        throw RecordFailure(
          file: file, offset: offset + error.offset, line: number, stage: "read",
          code: "malformed-json", message: error.message)
      }
    }
  }

  private func tooLarge(
    _ size: Int, id: String?, file: String?, offset: Int?, line: Int? = nil
  ) -> RecordFailure {
    RecordFailure(
      id: id, file: file, offset: offset, line: line, stage: "read", code: "too-large",
      message: "record of \(size) bytes; the limit is \(maximumBytes), see --max-doc-bytes")
  }
}

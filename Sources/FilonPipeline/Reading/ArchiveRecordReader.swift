import FilonCore
import FilonIO

/// Reads the pages of a web archive.
struct ArchiveRecordReader: RecordReader {
  private var archive: WARCReader
  private let source: CountingSource
  private let file: String?

  let totalBytes: Int?
  var bytesRead: Int { source.count }

  init(
    _ source: CountingSource, path: String?, totalBytes: Int?, maximumBytes: Int
  ) throws(IOFailure) {
    self.source = source
    self.totalBytes = totalBytes
    file = path
    var options = WARCReader.Options()
    options.maximumRecordBytes = maximumBytes
    archive = try WARCReader(source, options: options)
  }

  mutating func next() throws(IOFailure) -> InputRecord? {
    switch try archive.next() {
    case nil: return nil
    case .skipped(let type): return .skipped(reason: type)
    case .damaged(let offset, _, let code, let message):
      return .failure(
        RecordFailure(file: file, offset: offset, stage: "read", code: code, message: message))
    case .page(let page): return .document(document(page))
    }
  }

  private func document(_ page: WARCPage) -> Document {
    let record = page.recordID.map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) }
    let identifier = record.map {
      $0.hasPrefix("urn:uuid:") ? String($0.dropFirst("urn:uuid:".count)) : $0
    }
    var document = Document(id: identifier ?? "\(file ?? "-"):\(page.offset)")
    document.source.kind = "warc"
    document.source.file = file
    document.source.offset = page.offset
    document.source.length = page.length
    document.source.record = page.recordID
    document.source.url = page.url
    document.source.fetched = page.date
    document.page = Page(bytes: page.body, charset: page.charset)
    return document
  }
}

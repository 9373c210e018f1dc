import FilonCore
import FilonIO

/// Reads a file that is one document: an HTML page or a plain text.
struct WholeFileReader: RecordReader {
  private let source: CountingSource
  private let file: String?
  private let isPage: Bool
  private let maximumBytes: Int
  private var isRead = false

  let totalBytes: Int?
  var bytesRead: Int { source.count }

  init(
    _ source: CountingSource, path: String?, totalBytes: Int?, isPage: Bool, maximumBytes: Int
  ) {
    self.source = source
    self.totalBytes = totalBytes
    self.isPage = isPage
    self.maximumBytes = maximumBytes
    file = path
  }

  mutating func next() throws(IOFailure) -> InputRecord? {
    guard !isRead else { return nil }
    isRead = true
    var input = ByteInput(source, path: file)
    var bytes: [UInt8] = []
    do throws(IOFailure) {
      bytes = try input.readAll(limit: maximumBytes + 1)
    } catch {
      guard error.code == .corrupt else { throw error }
      return .failure(
        RecordFailure(
          file: file, offset: error.offset, stage: "read", code: "corrupt",
          message: error.message))
    }
    guard bytes.count <= maximumBytes else {
      return .failure(
        RecordFailure(
          file: file, stage: "read", code: "too-large",
          message: "more than \(maximumBytes) bytes; see --max-doc-bytes"))
    }
    var document = Document(id: file ?? "stdin")
    document.source.kind = isPage ? "html" : "text"
    document.source.file = file
    document.page = Page(bytes: bytes)
    return .document(document)
  }
}

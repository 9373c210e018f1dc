public import FilonCore

/// A record as a reader hands it over. Lines are decoded by the tasks, not by the reader.
public enum InputRecord: Sendable {
  /// A line of JSON Lines.
  case line([UInt8], number: Int, offset: Int, file: String?)
  /// A document made by the reader: a page, or a text file.
  case document(Document)
  /// A record that cannot be read; reading goes on behind it.
  case failure(RecordFailure)
  /// A record that is not for us, by reason: `revisit`, `not-html`.
  case skipped(reason: String)

  /// About how many bytes the record weighs, for batches.
  var weight: Int {
    switch self {
    case .line(let bytes, _, _, _): bytes.count
    case .document(let document): document.page?.bytes.count ?? document.text.utf8.count
    case .failure, .skipped: 0
    }
  }
}

/// Reads records in order.
public protocol RecordReader {
  /// The next record, or nil at the end.
  mutating func next() throws -> InputRecord?
  /// How many bytes of the input have been read, as stored.
  var bytesRead: Int { get }
  /// How many bytes the input has, as stored; nil when unknown (standard input).
  var totalBytes: Int? { get }
}

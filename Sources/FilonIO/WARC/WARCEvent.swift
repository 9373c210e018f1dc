/// What a ``WARCReader`` met, in the order of the file.
public enum WARCEvent: Sendable {
  case page(WARCPage)
  /// A sound record that is no page: its `WARC-Type`, or `non-html`, `status-404`, `empty`.
  case skipped(type: String)
  /// A record that cannot be used; reading goes on behind it.
  ///
  /// `offset` and `length` are in bytes of the file as stored; `code` is one of the raw values of
  /// ``WARCDamage``.
  case damaged(offset: Int, length: Int?, code: String, message: String)
}

/// What can be wrong with a record.
public enum WARCDamage: String, Sendable, CaseIterable {
  /// The gzip or zstd data are damaged or cut.
  case compression
  /// Bytes between records that are none.
  case garbage
  /// No `WARC/1.x` line, or header lines that cannot be read.
  case header
  /// The record ends before or after what `Content-Length` says.
  case length
  /// No HTTP head in a response record.
  case http
  /// The chunked transfer encoding is damaged.
  case chunked
  /// The content encoding is damaged or not known.
  case encoding
  /// The record or the decoded body is longer than the limit.
  case tooLarge = "too-large"
}

/// Why nothing was extracted from a page.
public struct ExtractionFailure: Error, Sendable, Hashable {
  /// A stable name: `page-too-large`, `page-empty`, `parse-failed`, `deadline-passed`.
  public var code: String
  /// A sentence for people.
  public var message: String
  /// The byte of the page where it happened, when there is one.
  public var offset: Int?

  /// Makes a failure.
  public init(code: String, message: String, offset: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
  }
}

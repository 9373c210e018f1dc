public import FilonCore

/// A record that could not be read or worked on: one line of the errors file.
public struct RecordFailure: Error, Sendable, Equatable {
  /// The document's identifier, as far as it was known.
  public var id: String?
  /// The file as it was named.
  public var file: String?
  /// Offset in the file.
  public var offset: Int?
  /// Line of the file, from 1.
  public var line: Int?
  /// The stage that failed; `read` for the reading itself.
  public var stage: String
  /// A short word for programs.
  public var code: String
  /// What happened and what to do.
  public var message: String

  /// Makes a failure.
  public init(
    id: String? = nil, file: String? = nil, offset: Int? = nil, line: Int? = nil, stage: String,
    code: String, message: String
  ) {
    self.id = id
    self.file = file
    self.offset = offset
    self.line = line
    self.stage = stage
    self.code = code
    self.message = message
  }

  /// The failure of a stage on a document.
  public init(_ failure: StageFailure, on document: Document) {
    self.init(
      id: document.id, file: document.source.file, offset: document.source.offset,
      line: document.source.line, stage: failure.stage, code: failure.code,
      message: failure.message)
  }

  /// Writes the failure as a line of JSON.
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    if let id {
      writer.key("id")
      writer.string(id)
    }
    if let file {
      writer.key("file")
      writer.string(file)
    }
    if let offset {
      writer.key("offset")
      writer.int(offset)
    }
    if let line {
      writer.key("line")
      writer.int(line)
    }
    writer.key("stage")
    writer.string(stage)
    writer.key("code")
    writer.string(code)
    writer.key("message")
    writer.string(message)
    writer.endObject()
    writer.newline()
  }
}

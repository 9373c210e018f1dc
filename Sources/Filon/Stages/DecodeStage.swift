public import FilonCore
import FilonHTML
public import FilonPipeline

/// Brings pages and texts to UTF-8, which JSON needs. The last step of `filon read`.
public struct DecodeStage: Stage, StageWorker {
  public static let description = StageDescription(
    name: "decode", summary: "pages and texts in UTF-8", provides: [.html])

  /// The field of the source that says how offsets of the page lead back to the bytes received, so
  /// that extraction can give them.
  static let offsetsKey = "html_offsets"

  public init(options: NoOptions) {}

  public func process(
    _ document: inout Document, _ context: StageContext
  ) throws(StageFailure) -> Verdict {
    guard let page = document.page, document.source.charset == nil else { return .keep }
    let decoded = PageDecoder().decode(page)
    document.source.charset = decoded.charset
    if document.source.kind == "text" {
      document.page = nil
      document.text = String(decoding: decoded.utf8, as: UTF8.self).canonicallyComposed
    } else {
      document.page = Page(bytes: decoded.utf8, charset: "utf-8")
      if let offsets = decoded.offsetsJSON {
        document.source.unknownFields.append(
          Document.UnknownField(key: Self.offsetsKey, json: Array(offsets.utf8)))
      }
    }
    return .keep
  }
}

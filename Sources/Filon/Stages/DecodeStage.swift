public import FilonCore
import FilonHTML
public import FilonPipeline

/// Brings pages and texts to UTF-8, which JSON needs. The last step of `filon read`.
public struct DecodeStage: Stage, StageWorker {
  public static let description = StageDescription(
    name: "decode", summary: "pages and texts in UTF-8", provides: [.html])

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
    }
    return .keep
  }
}

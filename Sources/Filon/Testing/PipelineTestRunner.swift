import FilonCore
public import FilonPipeline

/// Runs the tests of a pipeline file.
public struct PipelineTestRunner: Sendable {
  /// What a test can expect of the document, of its first attributed claim, of all its entities.
  public static let fields = [
    "documents", "claims", "language", "title", "entities", "quantities", "dates", "text",
    "first.kind", "first.source", "first.cue", "first.text", "first.modality", "first.polarity",
    "sources",
  ]

  /// A test that did not come out as expected.
  public struct Failure: Sendable, Equatable {
    /// The test's name.
    public var test: String
    /// What was expected and what came.
    public var message: String
    /// Its place in the file.
    public var position: SourcePosition?
  }

  private let runner: DocumentRunner

  /// Makes a runner of a plan.
  public init(plan: PipelinePlan) { runner = DocumentRunner(plan: plan) }

  /// Runs one test.
  ///
  /// - Returns: What did not come out as expected.
  public func run(_ test: PipelineTest) -> [Failure] {
    var document = Document(id: test.name)
    if let html = test.html {
      document.page = Page(bytes: Array(html.utf8), charset: "utf-8")
    } else {
      document = Document(id: test.name, text: test.text ?? "")
    }
    let outcome: [Document]
    do {
      outcome = try runner.run([document])
    } catch {
      return [Failure(test: test.name, message: "failed: \(error)", position: test.position)]
    }
    return test.expectations.compactMap { expectation in
      let actual = Self.values(of: expectation.field, in: outcome)
      let isMet =
        Self.isCount(expectation.field, expectation.values)
        ? expectation.values == ["\(actual.count)"]
        : expectation.values.allSatisfy { wanted in
          actual.contains { Self.matches($0, wanted, field: expectation.field) }
        }
      if isMet { return nil }
      let came = actual.isEmpty ? "nothing" : actual.map { "\"\($0)\"" }.joined(separator: ", ")
      return Failure(
        test: test.name,
        message: "\(expectation.field): expected \(expectation.values.joined(separator: ", ")); "
          + (Self.isCount(expectation.field, expectation.values)
            ? "came \(actual.count): \(came)" : "came \(came)"),
        position: expectation.position)
    }
  }

  private static let listFields: Set<String> = [
    "documents", "claims", "entities", "quantities", "dates", "sources",
  ]

  /// Lists can be expected by number or by what they hold.
  private static func isCount(_ field: String, _ values: [String]) -> Bool {
    listFields.contains(field) && values.count == 1 && values.allSatisfy { Int($0) != nil }
  }

  private static func matches(_ actual: String, _ wanted: String, field: String) -> Bool {
    field == "text" || field == "first.text" || field == "first.cue"
      ? actual.contains(wanted) : actual == wanted
  }

  private static func values(of field: String, in documents: [Document]) -> [String] {
    guard let document = documents.first else { return [] }
    func slices(_ spans: [TextRange]) -> String {
      spans.map { String(document.slice($0)) }.joined(separator: " ")
    }
    let claims = document[Claim.self].elements
    let first = claims.first { $0.kind != .statement } ?? claims.first
    switch field {
    case "documents": return documents.map(\.id)
    case "claims": return claims.map { slices($0.spans) }
    case "language": return [document.language?.code].compactMap { $0 }
    case "title": return [document.metadata.title].compactMap { $0 }
    case "text": return [document.text]
    case "entities": return document[Entity.self].elements.map(\.name)
    case "quantities":
      return document[Quantity.self].elements.map { String(document.slice($0.range)) }
    case "dates": return document[TemporalExpression.self].elements.map(\.timex)
    case "sources": return claims.compactMap { $0.source.map { slices($0.spans) } }
    case "first.kind": return [first?.kind.rawValue].compactMap { $0 }
    case "first.source":
      return [first?.source?.name, first?.source.map { slices($0.spans) }].compactMap { $0 }
    case "first.cue":
      return [first?.cue?.lemma, first?.cue.map { slices($0.spans) }].compactMap { $0 }
    case "first.text": return [first.map { slices($0.spans) }].compactMap { $0 }
    case "first.modality": return [first?.modality.rawValue].compactMap { $0 }
    case "first.polarity": return [first?.polarity.rawValue].compactMap { $0 }
    default: return []
    }
  }
}

import Filon
import FilonCore
import FilonPipeline
import TestSupport
import Testing

@Suite struct RunnerTests {
  /// Records that a test makes.
  struct ListReader: RecordReader {
    var records: ArraySlice<InputRecord>
    let totalBytes: Int? = nil
    var bytesRead: Int { 0 }

    mutating func next() -> InputRecord? { records.popFirst() }

    init(count: Int, bad: Set<Int> = []) {
      records =
        (0..<count).map { number -> InputRecord in
          if bad.contains(number) {
            return .line(Array("{\"id\":".utf8), number: number + 1, offset: number, file: "x")
          }
          let filler = String(repeating: "mot ", count: number % 97)
          return .document(Document(id: "d\(number)", text: "Texte \(number) \(filler)"))
        }[...]
    }
  }

  /// Doubles as a slow and a failing stage.
  struct Picky: Stage, StageWorker {
    static let description = StageDescription(
      name: "picky", summary: "drops and fails", requires: [.text], provides: [])
    init(options: NoOptions) {}
    func process(_ document: inout Document, _ context: StageContext) throws(StageFailure)
      -> Verdict
    {
      if document.id.hasSuffix("7") { return .drop(reason: "seven") }
      if document.id.hasSuffix("13") {
        throw StageFailure(stage: "picky", code: "thirteen", message: "unlucky")
      }
      return .keep
    }
  }

  /// Keeps every other document, in order.
  struct Alternate: StreamStage {
    static let description = StageDescription(
      name: "alternate", summary: "every other", requires: [.text], provides: [])
    init(options: NoOptions) {}
    struct Memory: StreamMemory {
      var count = 0
      mutating func process(_ document: inout Document) -> Verdict {
        count += 1
        return count.isMultiple(of: 2) ? .drop(reason: "even") : .keep
      }
    }
    func makeMemory() -> Memory { Memory() }
  }

  /// Marks each document with the number of all.
  struct Census: CorpusStage {
    static let description = StageDescription(
      name: "census", summary: "counts", requires: [.text], provides: [.duplicates])
    init(options: NoOptions) {}
    func observe(_ document: Document) -> String { document.id }
    func decide(_ observations: [String]) -> [String] { observations }
    func apply(_ decisions: [String], to document: inout Document, at index: Int) -> Verdict {
      document.duplication = Duplication(
        cluster: "\(decisions.count)", role: .copy, of: decisions[index])
      return .keep
    }
  }

  private func run(
    _ stages: [any StageDefinition.Type], _ reader: ListReader, jobs: Int,
    adjust: (inout RunSettings) -> Void = { _ in }
  ) async throws -> (output: [String], errors: [String], report: RunReport) {
    var registry = StageRegistry()
    func add<S: StageDefinition>(_ type: S.Type) { registry = registry.adding(type) }
    for stage in stages { add(stage) }
    var diagnostics = Diagnostics()
    let requests = registry.entries.compactMap {
      $0.prepare([], at: nil, diagnostics: &diagnostics)
    }.map { PipelinePlan.Request($0) }
    let plan = PipelinePlan(
      requests, registry: registry, available: [.text], diagnostics: &diagnostics)
    let folder = TemporaryFolder()
    var settings = RunSettings()
    settings.jobs = jobs
    settings.errorsPath = folder.path("errors.jsonl")
    settings.progress = .never
    adjust(&settings)
    let runner = PipelineRunner(
      plan: plan, sinks: [SinkDescription(path: folder.path("out.jsonl"))], settings: settings)
    let report = try await runner.run(reader)
    return (folder.lines("out.jsonl"), folder.lines("errors.jsonl"), report)
  }

  @Test func anyNumberOfJobsGivesTheSameBytes() async throws {
    let stages: [any StageDefinition.Type] = [Picky.self, Alternate.self, Census.self]
    let one = try await run(stages, ListReader(count: 900, bad: [3, 400]), jobs: 1)
    for jobs in [2, 3, 8] {
      let many = try await run(stages, ListReader(count: 900, bad: [3, 400]), jobs: jobs)
      #expect(many.output == one.output)
      #expect(many.errors == one.errors)
    }
    #expect(one.output.count > 300)
  }

  @Test func nothingIsLostSilently() async throws {
    let outcome = try await run([Picky.self], ListReader(count: 500, bad: [3, 400]), jobs: 2)
    let report = outcome.report
    let dropped = report[stage: "picky"].dropped
    #expect(dropped == ["seven": 50])
    #expect(report.errors == outcome.errors.count)
    #expect(report.errors == 2 + 5)
    #expect(outcome.output.count + report.errors + 50 == 500)
    #expect(
      outcome.errors[0].contains(
        #""file":"x","offset":9,"line":4,"stage":"read","code":"malformed-json""#))
    #expect(
      outcome.errors[1].contains(
        #""id":"d13","stage":"picky","code":"thirteen","message":"unlucky""#))
  }

  @Test func outputIsInTheOrderOfTheInput() async throws {
    let outcome = try await run([Picky.self], ListReader(count: 300), jobs: 8)
    let numbers = outcome.output.compactMap { line in
      line.split(separator: "\"").first { $0.hasPrefix("d") && Int($0.dropFirst()) != nil }
        .flatMap { Int($0.dropFirst()) }
    }
    #expect(numbers == numbers.sorted())
    #expect(numbers.count == outcome.output.count)
  }

  @Test func aCorpusStageSeesAllAndIsAppliedToEach() async throws {
    let outcome = try await run([Census.self], ListReader(count: 200, bad: [0]), jobs: 2)
    #expect(outcome.output.count == 199)
    #expect(outcome.output.allSatisfy { $0.contains(#""cluster":"199""#) })
    #expect(outcome.output[0].contains(#""of":"d1""#))
  }

  @Test func strictStopsAtTheFirstFailure() async throws {
    await #expect(throws: RunAbort.self) {
      _ = try await run([Picky.self], ListReader(count: 500), jobs: 2) { $0.isStrict = true }
    }
  }

  @Test func tooManyErrorsStopTheRun() async throws {
    let reader = ListReader(count: 500, bad: Set(0..<50))
    await #expect(throws: RunAbort.tooManyErrors(errors: 50, records: 64)) {
      _ = try await run([Picky.self], reader, jobs: 1) { $0.maximumErrors = .count(10) }
    }
  }

  @Test func largeRecordsBecomeErrors() async throws {
    let outcome = try await run([Picky.self], ListReader(count: 97), jobs: 1) {
      $0.maximumDocumentBytes = 100
    }
    #expect(outcome.report.errors > 50)
    #expect(outcome.errors.allSatisfy { $0.contains("too-large") || $0.contains("thirteen") })
  }
}

import FilonCore
public import FilonPipeline

/// Checks that a stage keeps the promises that the runner and the other stages rely on.
///
/// ```swift
/// @Test func conforms() throws { #expect(try StageConformance(Emotions.self).faults() == []) }
/// ```
public struct StageConformance<S: StageDefinition> where S: Stage {
  private let registry: StageRegistry
  private let options: [(key: OptionValue.OptionKey, value: OptionValue)]

  /// Prepares the check of a stage.
  ///
  /// - Parameters:
  ///   - options: Options by name; the defaults for the rest.
  ///   - registry: The stages that make what this one needs.
  public init(
    _ stage: S.Type, options: [String: String] = [:], registry: StageRegistry = StageRegistry()
  ) {
    self.registry = registry.adding(stage)
    self.options = options.sorted { $0.key < $1.key }.map {
      (OptionValue.OptionKey(name: $0.key), OptionValue(.scalar($0.value)))
    }
  }

  /// What is wrong with the stage, in words; empty when nothing is.
  ///
  /// - Throws: `ConfigurationError` when the stage cannot be made or lacks a provider.
  public func faults() throws -> [String] {
    var faults: [String] = []
    for sample in ConformanceSample.all {
      let first = try outcome(of: [sample.document])
      let second = try outcome(of: [sample.document])
      if first.map(Self.record) != second.map(Self.record) {
        faults.append("\(sample.name): two runs differ")
      }
      for document in first {
        faults += check(document, against: sample).map { "\(sample.name): \($0)" }
      }
    }
    let documents = ConformanceSample.all.map(\.document)
    let together = try outcome(of: documents).map(Self.record)
    let apart = try documents.flatMap { try outcome(of: [$0]) }.map(Self.record)
    if together != apart {
      faults.append("a document's outcome depends on the documents before it")
    }
    return faults
  }

  private func outcome(of documents: [Document]) throws -> [Document] {
    var diagnostics = Diagnostics()
    let stage = registry[S.description.name]?.prepare(
      options, at: nil, diagnostics: &diagnostics)
    let plan = PipelinePlan(
      [stage].compactMap { $0 }.map { PipelinePlan.Request($0) }, registry: registry,
      available: [.text], diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else { throw ConfigurationError(diagnostics) }
    return try DocumentRunner(plan: plan).run(documents)
  }

  private static func record(_ document: Document) -> [UInt8] {
    var writer = JSONWriter()
    DocumentCodec().encode(document, to: &writer)
    return writer.bytes
  }

  private func check(_ document: Document, against sample: ConformanceSample) -> [String] {
    var faults: [String] = []
    if document.id != sample.document.id { faults.append("the identifier changed") }
    let record = Self.record(document)
    do throws(JSONError) {
      let read = try DocumentCodec().decode(record, fallbackID: "")
      if Self.record(read) != record { faults.append("the record reads back as another") }
    } catch {
      faults.append("the record does not read back: \(error)")
    }
    faults += LayerChecker(document.text).faults(in: document)
    return faults
  }
}

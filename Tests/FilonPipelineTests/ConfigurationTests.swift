import Filon
import FilonCore
import FilonPipeline
import Testing

@Suite struct ConfigurationTests {
  private func diagnose(_ yaml: String) -> (configuration: PipelineConfiguration, text: String) {
    var diagnostics = Diagnostics()
    let configuration = PipelineConfiguration(
      yaml: yaml, folder: "", registry: .standard, environment: { $0 == "HOME" ? "/h" : nil },
      diagnostics: &diagnostics)
    if !diagnostics.hasErrors {
      _ = PipelinePlan(configuration.stages, registry: .standard, diagnostics: &diagnostics)
    }
    let text = diagnostics.entries.isEmpty ? "" : diagnostics.text(file: "p.yaml", source: yaml)
    return (configuration, text)
  }

  @Test func aSoundFileHasNoFaults() {
    let (configuration, text) = diagnose(
      """
      filon: 1
      name: demo
      input:
        - warc: [a.warc.gz, b.warc.gz]
        - jsonl: old.jsonl
          fields: { id: story_id, text: body }
      stages:
        - extract: { favour: precision }
        - detect: { keep: [fr, en], min_confidence: 0.8 }
        - claims
      output:
        - jsonl: out/claims.jsonl.zst
          what: claims
        - jsonl: out/documents.jsonl
          layers: [claims, entities]
      run: { jobs: 2, max_errors: 1%, timeout_per_doc: 10s }
      """)
    #expect(text == "")
    #expect(configuration.inputs.count == 2)
    #expect(configuration.inputs[1].fields == ["story_id": "id", "body": "text"])
    #expect(configuration.outputs.map(\.content) == [.claims, .documents])
    #expect(configuration.settings.maximumErrors == .percent(1))
    #expect(configuration.settings.timeoutPerDocument == .seconds(10))
  }

  @Test func allFaultsAreToldAtOnceWithTheirPlace() {
    let (_, text) = diagnose(
      """
      filon: 1
      inptu: stdin
      stages:
        - detect: { kep: [fr], min_confidence: 50 }
        - clams
        - extract: { favour: always }
      output: { jsonl: x, layers: [claimz] }
      run: { jobs: many }
      """)
    for line in [
      #"p.yaml:2:1: error: a pipeline file has no key "inptu""#, #"did you mean "input"?"#,
      #"p.yaml:4:15: error: stage "detect" has no key "kep""#, #"did you mean "keep"?"#,
      #"p.yaml:4:42: error: "min_confidence" must lie between 0 and 1"#,
      #"p.yaml:5:5: error: unknown stage "clams""#, #"did you mean "claims"?"#,
      #""favour" must be one of precision, balanced, recall, not "always""#,
      #"no stage makes a layer "claimz""#, #""jobs" must be whole number, not "many""#,
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    #expect(text.contains("7 errors"))
    #expect(text.contains("  4 |   - detect: { kep: [fr], min_confidence: 50 }"))
  }

  @Test func aStageBeforeWhatItNeedsIsAnError() {
    let (_, text) = diagnose(
      "filon: 1\ninput: stdin\nstages:\n  - claims\n  - normalize\noutput: stdout\n")
    #expect(text.contains(#"p.yaml:4:5: error: stage "claims" needs "#))
    #expect(text.contains(#"made by "normalize", which comes after it (line 5)"#))
  }

  @Test func missingStagesArePutInBeforeTheirUser() {
    var diagnostics = Diagnostics()
    let claims = StageRegistry.standard["claims"]?.prepare([], at: nil, diagnostics: &diagnostics)
    let plan = PipelinePlan(
      [claims].compactMap { $0 }.map { PipelinePlan.Request($0) }, registry: .standard,
      diagnostics: &diagnostics)
    #expect(plan.stages.map(\.name) == ["extract", "detect", "normalize", "entities", "claims"])
    #expect(plan.stages.dropLast().map(\.isAutomatic) == [true, true, true, true])
    #expect(!diagnostics.hasErrors)
  }

  @Test(arguments: [
    "", "[]", "filon: 2\nstages: [detect]", "stages: [detect]", "filon: 1\nstages: {}",
    "filon: 1\nstages: [detect", "filon: 1\nstages: [{detect: 3}]",
    "filon: 1\nstages: [*x]", "filon: 1\nstages: [detect]\ninput: ${NOWHERE}",
    "filon: 1\nstages: [detect]\ntests: [{name: a}]",
    "filon: 1\nstages: [detect]\ntests: [{text: a, expect: {claimz: 1}}]",
  ])
  func brokenFilesAreFaultsAndNoCrash(_ yaml: String) {
    #expect(diagnose(yaml).text.contains("error"))
  }

  @Test func environmentReferencesAreFilledIn() {
    let (configuration, text) = diagnose(
      "filon: 1\ninput: [{jsonl: \"${HOME}/a\"}, {jsonl: \"${NONE:-b}\"}]\nstages: [detect]")
    #expect(text == "")
    #expect(configuration.inputs.map(\.patterns) == [["/h/a"], ["b"]])
  }

  @Test(arguments: [
    ("detcet", "detect"), ("treshold", "threshold"), ("kep", "keep"), ("zzz", nil), ("", nil),
  ])
  func suggestsTheNearestName(_ word: String, _ expected: String?) {
    #expect(EditDistance.nearest(to: word, among: ["detect", "threshold", "keep"]) == expected)
  }

  @Test func theSchemaIsJSONAndNamesEveryStage() throws {
    let schema = PipelineSchema(.standard).json
    var reader = JSONReader(Array(schema.utf8))
    _ = try reader.skipValue()
    try reader.finish()
    for name in StageRegistry.standard.names { #expect(schema.contains("\"\(name)\"")) }
  }
}

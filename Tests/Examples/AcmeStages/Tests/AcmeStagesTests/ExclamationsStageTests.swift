import AcmeStages
import FilonTesting
import Testing

@Suite struct ExclamationsStageTests {
  @Test func conforms() throws {
    #expect(try StageConformance(ExclamationsStage.self).faults() == [])
  }
}

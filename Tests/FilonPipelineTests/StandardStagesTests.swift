import Filon
import FilonPipeline
import FilonTesting
import Testing

@Suite struct StandardStagesTests {
  @Test func detectConforms() throws {
    #expect(try StageConformance(DetectStage.self, registry: .standard).faults() == [])
  }

  @Test func normalizeConforms() throws {
    #expect(try StageConformance(NormalizeStage.self, registry: .standard).faults() == [])
  }

  @Test func normalizeWithTreesConforms() throws {
    let stage = StageConformance(
      NormalizeStage.self, options: ["parse": "true"], registry: .standard)
    #expect(try stage.faults() == [])
  }

  @Test func entitiesConforms() throws {
    #expect(try StageConformance(EntitiesStage.self, registry: .standard).faults() == [])
  }

  @Test func claimsConforms() throws {
    #expect(try StageConformance(ClaimsStage.self, registry: .standard).faults() == [])
  }

  @Test func extractConforms() throws {
    #expect(try StageConformance(ExtractStage.self, registry: .standard).faults() == [])
  }

  @Test func aNameIsTakenOnce() {
    var registry = StageRegistry.standard
    #expect(throws: ConfigurationError.self) { try registry.register(DetectStage.self) }
  }
}

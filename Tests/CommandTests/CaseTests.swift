import Glibc
import TestSupport
import Testing

/// Runs the folders under `Cases`: `pipeline.yaml`, an `input.*`, and `expected.jsonl`.
///
/// With `FILON_RECORD` set the expected output is written instead of compared.
@Suite struct CaseTests {
  static let folder = Shell.package + "/Tests/CommandTests/Cases"

  static let names: [String] = {
    let outcome = Shell()("ls '\(folder)'")
    return outcome.lines.map(String.init)
  }()

  @Test(arguments: names) func comesOutAsExpected(_ name: String) {
    let shell = Shell()
    let place = Self.folder + "/" + name
    let outcome = shell(
      "cd '\(place)' && filon run -q pipeline.yaml input.* -o '\(shell.folder.path("out.jsonl"))'"
        + " --errors '\(shell.folder.path("errors.jsonl"))'"
        + "; cat '\(shell.folder.path("out.jsonl"))' '\(shell.folder.path("errors.jsonl"))'")
    if getenv("FILON_RECORD") != nil {
      shell.folder.write(Array(outcome.output.utf8), to: "expected")
      #expect(shell("cp expected '\(place)/expected.jsonl'").status == 0)
      return
    }
    let expected = shell("cat '\(place)/expected.jsonl'").output
    #expect(!expected.isEmpty)
    #expect(outcome.output == expected, "\(outcome.errors)")
  }
}

import TestSupport
import Testing

@Suite struct CompletionTests {
  private let shell = Shell()

  @Test func optionsOfAStageAreOffered() {
    let outcome = shell("filon completions bash --words claims")
    #expect(outcome.status == 0)
    #expect(outcome.lines.contains("--min-confidence"))
    #expect(outcome.lines.contains("--emit"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func everyShellHasAScript(_ name: String) {
    let outcome = shell("filon completions \(name)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("--words"))
  }

  @Test func bashCompletesACommand() {
    let outcome = shell(
      """
      source <(filon completions bash)
      COMP_WORDS=(filon ext); COMP_CWORD=1; _filon; echo "${COMPREPLY[@]}"
      COMP_WORDS=(filon extract --fav); COMP_CWORD=2; _filon; echo "${COMPREPLY[@]}"
      """)
    #expect(outcome.lines == ["extract", "--favour"])
  }

  @Test func aMistypedCommandGetsASuggestion() {
    let outcome = shell("filon extrct")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("did you mean extract?"))
  }
}

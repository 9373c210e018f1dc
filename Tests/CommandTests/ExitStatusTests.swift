import TestSupport
import Testing

@Suite struct ExitStatusTests {
  @Test(arguments: [
    ("filon --version", 0), ("filon stages", 0), ("filon schema", 0), ("filon schema detect", 0),
    ("echo '{\"id\":\"a\",\"text\":\"x\"}' | filon detect", 0),
    ("printf '{\"id\":\"a\",\"text\":\"x\"}\\nnonsense\\n' | filon detect", 1),
    ("echo nonsense | filon detect --strict", 1),
    ("filon detect --no-such-flag", 64), ("filon nonsense", 64), ("filon schema nonsense", 64),
    ("filon detect --min-confidence 7 < /dev/null", 64),
    ("filon detect missing.jsonl", 66), ("filon run missing.yaml", 66),
    ("filon detect -o no/such/folder/out.jsonl < /dev/null", 73),
    ("printf 'filon: 1\\nstages: [nonsense]\\n' > p.yaml; filon run p.yaml", 78),
    ("printf 'filon: 1\\nstages: [nonsense]\\n' > p.yaml; filon validate p.yaml", 78),
    ("printf 'BZh91AY' > x.jsonl; filon read --format jsonl x.jsonl", 65),
  ])
  func theCodeTellsWhatHappened(_ line: String, _ expected: Int32) {
    let outcome = Shell()(line)
    #expect(outcome.status == expected, "\(line): \(outcome.errors)")
  }

  @Test func emptyInputIsFine() {
    let outcome = Shell()("filon claims < /dev/null")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }

  @Test func aBadRecordIsOneErrorLineAndTheRestGoesOn() {
    let outcome = Shell()(
      "printf '{\"id\":\"a\",\"text\":\"x\"}\\n{\"id\":\\n{\"id\":\"b\",\"text\":\"y\"}\\n' > in.jsonl;"
        + "filon detect in.jsonl --errors bad.jsonl; s=$?; cat bad.jsonl >&2; exit $s")
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 2)
    #expect(
      outcome.errors.contains(
        #"{"file":"in.jsonl","offset":28,"line":2,"stage":"read","code":"malformed-json""#))
  }

  @Test(arguments: ["show", "match", "export --to conllu", "eval"])
  func aBrokenLineIsNamedByCommandsThatNeedAllOfThem(_ command: String) {
    let outcome = Shell()("printf '\\n{\"type\":\\n' > in.jsonl; filon \(command) in.jsonl")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("filon: in.jsonl:2: "), "\(outcome.errors)")
  }

  @Test func aClosedPipeEndsSilently() {
    let outcome = Shell()(
      "for i in 1 2 3 4 5 6 7 8; do cat $P/corpora/news/sample.jsonl; done > big.jsonl;"
        + "filon detect big.jsonl | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(outcome.lines.count == 2)
    #expect(["0", "141"].contains(outcome.lines.last))
    #expect(outcome.errors == "")
  }

  @Test func nothingIsColouredOrAnimatedOffATerminal() {
    let outcome = Shell()("filon detect $P/corpora/news/sample.jsonl > /dev/null")
    #expect(outcome.errors == "")
  }

  @Test func pipelineFilesOfThePackageAreSoundAndTheirTestsPass() {
    let outcome = Shell()("filon validate --test $P/pipelines/*.yaml")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}

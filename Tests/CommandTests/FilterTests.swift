import TestSupport
import Testing

@Suite struct FilterTests {
  private let shell = Shell()

  @Test func aTextIsEnoughForClaims() {
    let outcome = shell(
      "filon claims --emit claims",
      input: #"{"id":"a","text":"« Nous partons », a dit mardi Ana Roy, la présidente."}"# + "\n")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.contains(#""text":"Nous partons""#))
    #expect(outcome.output.contains("Ana Roy"))
    #expect(outcome.errors.contains("ran extract") == false)
    #expect(outcome.errors.contains("ran detect, normalize, entities"))
  }

  @Test func stagesAddAndLeaveTheRestAlone() {
    let record = #"{"id":"a","text":"Le maire de Lyon parle.","mine":{"x":[1,2.50]}}"# + "\n"
    let outcome = shell("filon detect | filon normalize | filon entities", input: record)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""mine":{"x":[1,2.50]}"#))
    #expect(outcome.output.contains(#""code":"fr""#))
    #expect(outcome.output.contains(#""layers":{"sentences""#))
    #expect(outcome.output.contains(#""name":"Lyon""#))
  }

  @Test func aPageThatDeclaresAnotherLanguageIsNoted() {
    let record =
      #"{"id":"a","metadata":{"language":"en-GB"},"text":"Le maire de la ville a parlé hier."}"#
    let outcome = shell("filon detect", input: record + "\n")
    #expect(outcome.output.contains(#""code":"fr""#))
    #expect(outcome.output.contains(#""declared":"en-GB""#))
    let agreeing = shell("filon detect", input: record.replacing("en-GB", with: "fr_FR") + "\n")
    #expect(!agreeing.output.contains("declared"))
  }

  @Test func aMixedDocumentHasShares() {
    let text =
      "Le maire de la ville a parlé hier soir.\\n\\nThe mayor of the town spoke last night."
    let outcome = shell(
      "filon detect --format text -",
      input: text.replacing("\\n", with: "\n"))
    #expect(outcome.output.contains(#""shares":{"#))
  }

  @Test func aPipeOfFiltersGivesWhatOneRunGives() {
    let piped = shell(
      """
      filon read $P/corpora/news/news.warc.gz | filon extract | filon detect | filon normalize \
        | filon entities | filon claims --emit claims | head -c 2000000 > piped.jsonl
      cat > p.yaml <<'Y'
      filon: 1
      stages: [extract, detect, normalize, entities, claims]
      output: [{ jsonl: "-", what: claims }]
      Y
      filon run -q p.yaml $P/corpora/news/news.warc.gz > run.jsonl
      wc -l < run.jsonl
      cmp piped.jsonl run.jsonl
      """)
    #expect(piped.status == 0, "\(piped.output)\(piped.errors)")
    #expect((Int(piped.output.split(separator: "\n").first ?? "") ?? 0) > 300)
  }

  @Test func blocksNameTheBytesReceivedAfterAPipeToo() {
    let outcome = shell(
      """
      printf '<html><head><meta charset=windows-1252><title>Essai</title></head><body><article><p>' > a.html
      for i in 1 2 3; do printf 'L\\222\\351t\\351 fut chaud \\340 Meulan, selon la mairie, et le budget a \\351t\\351 vot\\351.</p><p>'; done >> a.html
      filon extract a.html > direct.jsonl
      filon read a.html | filon extract > piped.jsonl
      cmp direct.jsonl piped.jsonl && grep -c '"html":\\[' piped.jsonl
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output == "1\n")
  }

  @Test func extractExplainsOnePage() {
    let page = shell.folder.path("page.html")
    shell.folder.write(
      Array(
        "<html><body><nav>Menu</nav><p>Le conseil a voté le budget mardi soir.</p></body></html>"
          .utf8),
      to: "page.html")
    let text = shell("filon extract --explain \(page)")
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("+ paragraph  Le conseil a voté"))
    #expect(text.output.contains("- element  Menu"))
    #expect(!text.output.contains("\u{1B}"))
    #expect(shell("filon extract --explain \(page) --color always").output.contains("\u{1B}[32m"))
    let html = shell("filon extract --explain \(page) --explain-html why.html && cat why.html")
    #expect(html.output.contains("<!doctype html>"))
    #expect(shell("filon extract --explain none $P/corpora/news/news.warc.gz").status == 64)
  }

  @Test func rulesForSitesAreCheckedBeforeTheyAreUsed() {
    shell.folder.write(Array("*\tkeep\t#b\n".utf8), to: "good.tsv")
    shell.folder.write(Array("# rules\n*\tkeep\tdiv:x\n".utf8), to: "bad.tsv")
    shell.folder.write(
      Array(
        "<body><p>Un premier paragraphe, long.</p><div id=b><p>Celui-ci seul compte.</p></div>".utf8
      ),
      to: "page.html")
    let good = shell("filon extract page.html --rules good.tsv")
    #expect(good.output.contains(#""text":"Celui-ci seul compte.""#))
    let bad = shell("filon extract page.html --rules bad.tsv")
    #expect(bad.status == 64)
    #expect(bad.errors.contains("bad.tsv:2"))
  }

  @Test func htmlFilesAndFoldersAreRead() {
    let outcome = shell("filon read $P/corpora/news/pages | filon extract | wc -l")
    let pages = shell("find $P/corpora/news/pages -name '*.html' | wc -l")
    #expect(outcome.output == pages.output)
  }

  @Test func foreignFieldsAreMapped() {
    let outcome = shell(
      "filon read --format jsonl --fields id=story,text=body,published=day",
      input: #"{"story":"s1","body":"Bonjour","day":"2026-01-02","k":1}"# + "\n")
    #expect(outcome.output.contains(#""id":"s1""#))
    #expect(outcome.output.contains(#""text":"Bonjour""#))
    #expect(outcome.output.contains(#""published":"2026-01-02""#))
    #expect(outcome.output.contains(#""k":1"#))
  }

  @Test func anyProgramCanBeAStage() {
    let outcome = shell(
      """
      cat > tag.sh <<'S'
      while IFS= read -r line; do
        case $line in *leave*) echo;; *die*) exit 3;; *) echo "${line%?},\\"acme.tag\\":[1]}";; esac
      done
      S
      printf '{"id":"a","text":"stay"}\\n{"id":"b","text":"leave"}\\n{"id":"c","text":"die"}\\n{"id":"d","text":"stay"}\\n' \
        | filon exec --command bash,tag.sh -j 1
      """)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.allSatisfy { $0.contains(#""acme.tag":[1]"#) })
    #expect(outcome.errors.contains(#""id":"c","#))
    #expect(outcome.errors.contains("program-ended"))
  }

  @Test func printConfigWritesAFileThatRuns() {
    let outcome = shell(
      """
      filon detect --keep fr --min-confidence 0.3 --print-config > p.yaml && cat p.yaml
      filon validate p.yaml
      echo '{"id":"a","text":"Le conseil municipal a voté le budget de la ville lundi soir."}' | filon run -q p.yaml
      """)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("keep: [fr]"))
    #expect(outcome.output.contains(#""code":"fr""#))
  }

  @Test func aTreebankScoresTagsAndTrees() {
    let words = [
      "Le le DET 2 det", "maire maire NOUN 3 nsubj", "mange manger VERB 0 root", "une un DET 5 det",
      "pomme pomme NOUN 3 obj", ". . PUNCT 3 punct",
    ]
    let rows = words.enumerated().map { number, word in
      let cells = word.split(separator: " ")
      let front = ["\(number + 1)"] + cells[0...2].map(String.init)
      return (front + ["_", "_", "\(cells[3])", "\(cells[4])", "_", "_"]).joined(separator: "\t")
    }
    let outcome = shell(
      "cat > trees.conllu; filon eval --language fr trees.conllu",
      input: rows.joined(separator: "\n") + "\n\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.dropFirst().map { $0.split(separator: " ")[0] } == ["upos", "uas", "las"])
    #expect(outcome.lines.dropFirst().allSatisfy { $0.hasSuffix("  6") })
    #expect(outcome.lines.last?.contains("100.0") == true)
  }
}

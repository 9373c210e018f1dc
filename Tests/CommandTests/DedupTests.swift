import TestSupport
import Testing

@Suite struct DedupTests {
  /// Makes ten files of documents, half of which repeat one of the file before with an addition.
  private static let setUp = """
    python3 - <<'P'
    import json, random
    words = [a + b + c for a in "bcdfglmnprst" for b in "aeiou" for c in ("ron", "tel", "mis", "vard")]
    r = random.Random(5)
    before = []
    for day in range(10):
        texts = [" ".join(r.choices(words, k=150)) + "." for _ in range(150)]
        texts += [text + " " + " ".join(r.choices(words, k=10)) for text in before[:150]]
        with open("day%d.jsonl" % day, "w") as f:
            for n, text in enumerate(texts):
                f.write(json.dumps({"id": "d%d-%03d" % (day, n), "text": text}) + chr(10))
        before = texts
    P
    cat day?.jsonl > all.jsonl
    """

  @Test func shardsMergeToTheSingleRun() {
    let outcome = Shell()(
      Self.setUp + "\n"
        + """
        filon dedup --no-claims -q all.jsonl -o whole.jsonl || exit 9
        for i in 0 1 2; do
          filon dedup --no-claims -q --shard $i/3 --signatures $i.sig all.jsonl -o part$i.jsonl || exit 8
        done
        filon merge 2.sig 0.sig 1.sig -o merged.jsonl || exit 7
        filon merge 0.sig 1.sig 2.sig | cmp - merged.jsonl || exit 6
        cat part?.jsonl | wc -l
        grep -o '"duplicates":{[^}]*}' whole.jsonl | sort > a
        grep -o '"duplicates":{[^}]*}' merged.jsonl | sort > b
        wc -l < a
        cmp a b
        """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == "2850")
    #expect((outcome.lines.last.flatMap { Int($0) } ?? 0) > 1500)
  }

  @Test func aKilledRunLeavesTheIndexWhole() {
    let outcome = Shell()(
      Self.setUp + "\n"
        + """
        day() { filon dedup --no-claims -q --index seen day$1.jsonl -o out$1.jsonl; }
        for d in 0 1 2 3 4 5 6 7 8 9; do
          for delay in 0.02 0.05 0.09 0.14; do
            filon dedup --no-claims -q --index seen day$d.jsonl -o out$d.jsonl & run=$!
            sleep $delay; kill -9 $run 2>/dev/null; wait $run 2>/dev/null
          done
          day $d || exit 9
        done
        mkdir killed && mv out*.jsonl killed && rm -r seen
        for d in 0 1 2 3 4 5 6 7 8 9; do day $d || exit 8; done
        for d in 0 1 2 3 4 5 6 7 8 9; do cmp out$d.jsonl killed/out$d.jsonl || exit 7; done
        grep -c '"of":"d8' out9.jsonl
        """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect((outcome.lines.last.flatMap { Int($0) } ?? 0) > 0)
  }

  @Test(arguments: [
    ("truncate -s -5 seen/segment-1.fingerprints", 65, "seen/segment-1.fingerprints: ", "damaged"),
    ("echo more >> seen/segment-1.fingerprints", 65, "seen/segment-1.fingerprints: ", "damaged"),
    ("printf x > seen/segment-1.fingerprints", 65, "seen/segment-1.fingerprints: ", "not a file"),
    ("rm seen/segment-1.fingerprints", 66, "seen/segment-1.fingerprints: ", "lost"),
    ("rm seen/manifest", 66, "seen/manifest: ", "lost"),
    ("echo filon dedup index 99 > seen/manifest", 65, "seen/manifest: ", "not an index"),
    (
      "printf '\\x63' | dd of=seen/segment-1.fingerprints bs=1 seek=8 conv=notrunc", 65,
      "seen/segment-1.fingerprints: ", "version 99"
    ),
  ])
  func aDamagedIndexIsRefused(_ damage: String, _ status: Int32, _ path: String, _ words: String) {
    let outcome = Shell()(
      Self.setUp + "\n"
        + """
        filon dedup --no-claims -q --index seen day0.jsonl -o out.jsonl || exit 9
        { \(damage); } 2> /dev/null
        cp -r seen before
        filon dedup --no-claims -q --index seen day1.jsonl -o new.jsonl
        status=$?
        diff -r seen before || exit 8
        [ ! -e new.jsonl ] || exit 7
        exit $status
        """)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(path))
    #expect(outcome.errors.contains(words))
    #expect(outcome.errors.contains("index again"))
  }

  @Test func twoRunsAtOnceBothCount() {
    let outcome = Shell()(
      Self.setUp + "\n"
        + """
        for d in 0 1 2 3; do
          filon dedup --no-claims -q --index seen day$d.jsonl -o out$d.jsonl &
        done
        wait
        filon dedup --no-claims -q --index seen day4.jsonl -o out4.jsonl || exit 9
        grep -c '"of":"d3' out4.jsonl
        """)
    #expect(outcome.output == "150\n")
  }

  @Test func neitherOrderNorJobsChangeWhatIsFound() {
    let outcome = Shell()(
      Self.setUp + "\n"
        + """
        filon dedup --no-claims -q -j 1 all.jsonl -o one.jsonl || exit 9
        for jobs in 2 8; do
          filon dedup --no-claims -q -j $jobs all.jsonl | cmp - one.jsonl || exit 8
        done
        tac all.jsonl > reversed.jsonl
        filon dedup --no-claims -q reversed.jsonl -o two.jsonl || exit 7
        for name in one two; do sed 's/"source":{[^}]*},//' $name.jsonl | sort > $name.sorted; done
        cmp one.sorted two.sorted
        """)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func theEarliestThenTheFullestRepresents() {
    let base =
      "Le conseil a voté hier la fermeture du pont de la Sainte-Marie pour dix mois, dit la mairie."
    func line(_ id: String, _ published: String, _ more: String) -> String {
      let date = published.isEmpty ? "" : #""metadata":{"published":"\#(published)"},"#
      return #"{"id":"\#(id)",\#(date)"text":"\#(base)\#(more)"}"#
    }
    let lines = [
      line("none", "", " Le chantier commence lundi par la rive gauche."),
      line("late", "2024-05-03", " Le chantier commence lundi par la rive gauche."),
      line("short", "2024-05-02", ""), line("full", "2024-05-02", " Le chantier commence lundi."),
      line("later-that-day", "2024-05-02T09:00:00Z", " Le chantier commence lundi, dit-on."),
    ]
    for order in [lines, lines.reversed()] {
      let outcome = Shell()(
        "filon dedup --no-claims | grep -o '\"role\":\"copy\".*\"of\":\"[a-z]*' | sed 's/.*\"//' | sort | uniq -c",
        input: order.joined(separator: "\n") + "\n")
      #expect(outcome.lines.map { $0.drop { $0 == " " } } == ["4 full"])
    }
  }

  @Test func twoTextsAreExplained() {
    let outcome = Shell()(
      """
      echo 'Le pont de Vauxbrun ferme mardi. La présidente Solange Maréchaud a annoncé 18 millions de travaux pour la rive.' > a.txt
      echo 'Le pont de Vauxbrun ferme mardi. La présidente Solange Maréchaud a annoncé 18 millions de travaux pour la gare.' > b.txt
      echo 'Les vendanges commencent tôt cette année dans le Jura, disent les vignerons de la coopérative.' > c.txt
      filon dedup --explain a.txt b.txt || exit 9
      echo ---
      filon dedup --explain a.txt c.txt || exit 8
      printf '{"id":"x","text":"%s"}\n' "$(cat a.txt)" "$(cat c.txt)" | sed '2s/"x"/"y"/' > in.jsonl
      filon dedup --explain x y in.jsonl > by-id || exit 7
      filon dedup --explain x z in.jsonl; [ $? = 66 ] || exit 6
      filon dedup --explain x; [ $? = 64 ]
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let parts = outcome.output.split(separator: "---")
    #expect(parts.count == 2)
    #expect(parts.first?.contains("is a copy of") ?? false)
    #expect(parts.first?.contains("« Le pont de Vauxbrun ferme mardi") ?? false)
    #expect(
      parts.first?.contains("names and numbers in both (4): Vauxbrun, Solange, Maréchaud, 18")
        ?? false)
    #expect(parts.last?.contains("no duplicates of each other") ?? false)
    #expect(parts.last?.contains("too little for near duplicates (from 30 %)") ?? false)
  }

  @Test func theReportCountsClusters() {
    let outcome = Shell()(
      Self.setUp + "\n"
        + """
        filon dedup --no-claims -q day0.jsonl day1.jsonl --manifest run.json -o out.jsonl || exit 9
        grep -o '"found":{[^}]*}' run.json | tail -n 1
        """)
    #expect(
      outcome.output
        == #"{"clusters":150,"copies, near":150,"documents in the largest cluster":2}"#
        .replacing("{", with: #""found":{"#, maxReplacements: 1) + "\n")
  }
}

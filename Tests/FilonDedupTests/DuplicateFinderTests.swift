import FilonCore
import FilonDedup
import Testing

@Suite struct DuplicateFinderTests {
  private let finder = DuplicateFinder(options: DuplicateOptions())

  @Test(arguments: [
    Articles.bridge.replacing("'", with: "’").replacing("«", with: "\"").replacing("»", with: "\""),
    Articles.bridge.uppercased(),
    Articles.bridge.replacing("\n\n", with: "\n"),
    Articles.bridge.replacing(" ", with: "\u{A0} "),
    Articles.bridge.replacing("é", with: "e\u{301}").replacing("ê", with: "e\u{302}"),
  ])
  func formattingMakesNoDifference(copy: String) {
    let verdicts = finder.verdicts([
      Articles.fingerprint("a", Articles.bridge), Articles.fingerprint("b", copy),
      Articles.fingerprint("c", Articles.match),
    ])
    #expect(verdicts[0]?.isRepresentative == true)
    #expect(verdicts[1]?.kind == .exact)
    #expect(verdicts[1]?.of == 0)
    #expect(verdicts[1]?.similarity == 1)
    #expect(verdicts[2] == nil)
  }

  @Test func anEditedTextIsNear() {
    let verdicts = finder.verdicts([
      Articles.fingerprint("a", Articles.bridge),
      Articles.fingerprint("b", Articles.bridgeEdited),
    ])
    #expect(verdicts[1]?.kind == .near)
    #expect(verdicts[1]?.cluster == verdicts[0]?.cluster)
    #expect((0.3..<1).contains(verdicts[1]?.similarity ?? 0))
  }

  @Test func aBriefInsideALongerTextIsContained() {
    let brief = Articles.bridge.split(separator: "\n\n").prefix(2).joined(separator: "\n\n")
    let long = Articles.bridge + "\n\n" + Articles.invented(300, seed: 3)
    let prints = [Articles.fingerprint("a", brief), Articles.fingerprint("b", long)]
    #expect(finder.verdicts(prints)[0]?.kind == .contained)
    var options = DuplicateOptions()
    options.findsContained = false
    #expect(DuplicateFinder(options: options).verdicts(prints) == [nil, nil])
  }

  @Test func aQuotedReleaseDoesNotJoinThoseWhoQuoteIt() {
    let release = Articles.bridge
    let verdicts = finder.verdicts([
      Articles.fingerprint("a", release + "\n\n" + Articles.invented(400, seed: 5)),
      Articles.fingerprint("b", Articles.invented(420, seed: 6) + "\n\n" + release),
      Articles.fingerprint("c", release),
    ])
    #expect(verdicts.count { $0 != nil } == 2)
    #expect(verdicts[2]?.cluster != nil)
  }

  @Test func aTranslationIsFound() {
    let prints = [
      Articles.fingerprint("a", Articles.bridge),
      Articles.fingerprint("b", Articles.harvest, language: "en"),
      Articles.fingerprint("c", Articles.bridgeInEnglish, language: "en"),
      Articles.fingerprint("d", Articles.match),
    ]
    let verdicts = finder.verdicts(prints)
    #expect(verdicts[0]?.cluster == verdicts[2]?.cluster)
    #expect(verdicts.compactMap { $0?.kind } == [.translation])
    #expect(verdicts[1] == nil && verdicts[3] == nil)
    var options = DuplicateOptions()
    options.findsTranslations = false
    #expect(DuplicateFinder(options: options).verdicts(prints).allSatisfy { $0 == nil })
  }

  @Test(arguments: ["", "und"])
  func anUnknownLanguageMakesNoTranslation(language: String) {
    let verdicts = finder.verdicts([
      Articles.fingerprint("a", Articles.bridge),
      Articles.fingerprint("b", Articles.bridgeInEnglish, language: language),
    ])
    #expect(verdicts == [nil, nil])
  }

  @Test func unrelatedTextsStayApart() {
    let texts = [Articles.bridge, Articles.match, Articles.harvest, "Météo : pluie demain."]
    let prints = texts.enumerated().map { Articles.fingerprint("d\($0)", $1) }
    #expect(finder.verdicts(prints).allSatisfy { $0 == nil })
  }

  @Test func theEarliestRepresentsThenTheFullest() {
    let long = Articles.bridge + "\n\nMis à jour avec les réactions des communes voisines."
    let undated = finder.verdicts([
      Articles.fingerprint("a", Articles.bridge), Articles.fingerprint("b", long),
    ])
    #expect(undated[1]?.isRepresentative == true)
    let dated = finder.verdicts([
      Articles.fingerprint("a", Articles.bridge, published: "2024-03-05T09:30:00+01:00"),
      Articles.fingerprint("b", long, published: "2024-03-05T09:00:00Z"),
      Articles.fingerprint("c", Articles.bridge),
    ])
    #expect(dated.map { $0?.isRepresentative } == [true, false, false])
    #expect(dated[2]?.of == 0)
  }

  @Test func boilerplateOfOneSiteIsNoText() {
    let menu = (0..<12).map { Articles.invented(9, seed: 100 + $0) }.joined(separator: "\n")
    let bodies = (0..<6).map { Articles.invented(60, seed: 200 + $0) }
    func verdicts(host: String?) -> [DuplicateVerdict?] {
      finder.verdicts(
        bodies.enumerated().map {
          Articles.fingerprint("d\($0)", menu + "\n" + $1, host: host)
        })
    }
    #expect(verdicts(host: "exemple.test").allSatisfy { $0 == nil })
    #expect(verdicts(host: nil).contains { $0 != nil })
  }

  @Test func copiesOnOneSiteAreNotBoilerplate() {
    let prints = (0..<8).map { Articles.fingerprint("d\($0)", Articles.bridge, host: "a.test") }
    #expect(finder.verdicts(prints).count { $0?.kind == .exact } == 7)
  }

  @Test func clustersDoNotDependOnTheOrder() {
    var prints: [(id: String, print: DocumentFingerprint)] = []
    func add(_ text: String, _ language: String) {
      let id = "d\(prints.count)"
      prints.append((id, Articles.fingerprint(id, text, language: language)))
    }
    for text in [Articles.bridge, Articles.bridgeEdited, Articles.match] { add(text, "fr") }
    for text in [Articles.bridgeInEnglish, Articles.harvest, Articles.harvest] { add(text, "en") }
    for seed in 0..<20 { add(Articles.invented(150, seed: seed), "fr") }
    add(Articles.match + " " + Articles.invented(20, seed: 99), "fr")
    func clusters() -> Set<Set<String>> {
      var members: [String: Set<String>] = [:]
      for (index, verdict) in finder.verdicts(prints.map(\.print)).enumerated() {
        if let verdict { members[verdict.cluster, default: []].insert(prints[index].id) }
      }
      return Set(members.values)
    }
    let first = clusters()
    #expect(first == [["d0", "d1", "d3"], ["d2", "d26"], ["d4", "d5"]])
    prints.reverse()
    #expect(clusters() == first)
    prints.sort { $0.id < $1.id }
    #expect(clusters() == first)
  }

  @Test func textsWithoutWordsAreNoDuplicates() {
    let texts = ["", " ", "\0\0", "…!", "\u{301}\u{301}", "🙂🙂"]
    let prints = texts.enumerated().map { Articles.fingerprint("d\($0)", $1) }
    #expect(finder.verdicts(prints).allSatisfy { $0 == nil })
    #expect(finder.verdicts([]).isEmpty)
  }

  @Test func eachVerdictNamesItsRepresentative() {
    let prints = (0..<30).map { index in
      Articles.fingerprint(
        "d\(index)", Articles.invented(120, seed: index / 3) + " fin \(index % 3)")
    }
    let verdicts = finder.verdicts(prints)
    for (index, verdict) in verdicts.enumerated() {
      guard let verdict else {
        Issue.record("document \(index) has two near copies")
        continue
      }
      #expect((verdict.of == nil) == verdict.isRepresentative)
      guard let representative = verdict.of else { continue }
      #expect(representative / 3 == index / 3)
      #expect(verdicts[representative]?.isRepresentative == true)
      #expect(verdicts[representative]?.cluster == verdict.cluster)
    }
  }
}

import ArgumentParser

/// `filon licences`
struct LicencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "licences", abstract: "What Filon is made of, and under which licences.")

  func run() {
    let width = Self.parts.map(\.name.count).max() ?? 0
    for part in Self.parts {
      let padding = String(repeating: " ", count: width - part.name.count)
      print(
        "\(part.name)\(padding)  \(part.licence)\n\(String(repeating: " ", count: width + 2))\(part.note)"
      )
    }
  }

  private static let parts: [(name: String, licence: String, note: String)] = [
    ("Filon", "Apache-2.0", "the program and its word lists"),
    ("corpora", "CC BY 4.0", "articles, pages and names, our own writing"),
    ("swift-argument-parser", "Apache-2.0", "linked"),
    ("Yams, LibYAML", "MIT", "linked"),
    ("libxml2", "MIT", "linked, from the system"),
    ("libdeflate, zlib, zstd", "MIT; Zlib; BSD-3-Clause", "linked, from the system"),
    (
      "language.bin", "weights, Apache-2.0",
      "learnt from Universal Dependencies (CC BY-SA 4.0), Common Voice sentences (CC0), UDHR, "
        + "OpenSubtitles counts (CC BY-SA 4.0); see language.md"
    ),
    (
      "tagger-*.bin, parser-*.bin", "weights and derived tables, CC BY-SA 4.0 and LGPL-LR",
      "learnt from UD French GSD, Sequoia, Rhapsodie, ParisStories, FQB, Lefff forms, UD English "
        + "EWT, GUM (free genres), forms of LemmInflect (MIT, from the SPECIALIST Lexicon of the NLM), "
        + "word clusters and probabilities of spacy-lookups-data (MIT); "
        + "see MODELS.md"
    ),
    (
      "model.bin, clusters.bin, names.bin", "weights and derived tables, CC BY-SA 4.0",
      "learnt from WiNER-fr (CC BY 4.0), Universal NER, GUM, CLDR, INSEE and CC0 name lists, US "
        + "census names (public domain), WordNet 3.0 (WordNet licence); see MODEL.md"
    ),
    (
      "attribution*.bin", "weights, Apache-2.0",
      "learnt from PolNeAR (research corpus, no licence stated, no text included) and French "
        + "Wikinews (CC BY 2.5); see attribution.md"
    ),
    (
      "checkworthiness.tsv", "weights, Apache-2.0",
      "learnt from debates of CheckThat! 2019 (free for research, no text included); see "
        + "checkworthiness.md"
    ),
    (
      "bilingual-lexicon.tsv", "derived table, CC BY 2.0 FR",
      "learnt from Tatoeba pairs (CC BY 2.0 FR) and Canadian Digital Service pages (MIT)"
    ),
  ]
}

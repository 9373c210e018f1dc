import ArgumentParser
import Filon
import FilonCore
import FilonEntities
import FilonIO
import FilonPipeline

/// `filon gazetteer`
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Tables of entities for the entities stage.",
    subcommands: [Build.self])

  /// `filon gazetteer build`
  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "build",
      abstract: "Make a table of entities with identifiers from a Wikidata JSON dump.",
      discussion: """
        Reads the dump twice, line by line, plain or compressed with gzip or zstd. Persons, \
        organisations, places, products, events and works with pages in enough wikis become rows \
        of key, type, name_fr, name_en, aliases, wikidata. Memory grows with the rows kept. Lines \
        that cannot be read are counted and left out.

        EXAMPLES
          filon gazetteer build latest-all.json.gz -o wikidata.tsv
              entities with pages in three wikis or more
          filon gazetteer build latest-all.json.gz --minimum-links 20 --types PER,ORG -o known.tsv
              well-known persons and organisations
          filon entities --catalogues wikidata.tsv < articles.jsonl
              gives the identifiers to the names found
        """)

    @Argument(help: "The dump, a JSON array with one entity a line.")
    var dump: String

    @Option(name: [.short, .customLong("output")], help: "The file for the table.")
    var output: String

    @Option(help: "Leave out entities with pages in fewer wikis.")
    var minimumLinks = 3

    @Option(help: "Types to keep, with commas between: PER, ORG, LOC, PRODUCT, EVENT, MISC.")
    var types: String?

    func validate() throws {
      for name in names where Entity.Kind(rawValue: name) == nil {
        throw ValidationError("'\(name)' is no type: PER, ORG, LOC, PRODUCT, EVENT or MISC.")
      }
    }

    private var names: [String] { types.map { $0.split(separator: ",").map(String.init) } ?? [] }

    func run() throws {
      var settings = WikidataCompiler.Settings()
      settings.minimumLinks = minimumLinks
      if types != nil { settings.kinds = Set(names.compactMap(Entity.Kind.init)) }
      var compiler = WikidataCompiler(settings: settings)
      var unreadable = 0
      for pass in 1...2 {
        unreadable = 0
        var reader = try LineReader(path: dump)
        while let event = try reader.next() {
          guard case .line(let line) = event else {
            unreadable += 1
            continue
          }
          do {
            if pass == 1 { try compiler.learn(line.bytes) } else { try compiler.add(line.bytes) }
          } catch {
            unreadable += 1
          }
        }
      }
      let file = try OutputFile(path: output, compression: Compression.none)
      try file.write(compiler.table())
      try file.commit()
      let complaint = unreadable > 0 ? ", \(unreadable) lines could not be read" : ""
      StandardError.write("filon: \(output), \(compiler.count) entities\(complaint)\n")
    }
  }
}

import ArgumentParser
import Filon
import FilonCore
import FilonDedup
import FilonIO

/// `filon merge`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Duplicates among documents whose signatures several runs made.",
    discussion: """
      Writes one line for each document that has a duplicate, in the order of the identifiers: what \
      one run of `filon dedup` over all the documents would put into its field `duplicates`.

      EXAMPLES
        filon dedup --shard 1/2 --signatures 1.sig dump.jsonl -o /dev/null
        filon dedup --shard 2/2 --signatures 2.sig dump.jsonl -o /dev/null
        filon merge 1.sig 2.sig -o duplicates.jsonl
      """)

  @Argument(help: "Files that filon dedup --signatures wrote.")
  var files: [String]

  @Option(name: [.short, .customLong("output")], help: "Output file; standard output without it.")
  var output: String?

  @Option(help: "Verified similarity above which documents are duplicates.")
  var threshold = DuplicateOptions().threshold

  @Flag(inversion: .prefixedNo, help: "Find texts inside longer ones.")
  var contained = true

  @Flag(inversion: .prefixedNo, help: "Find translations.")
  var acrossLanguages = true

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold must lie between 0 and 1")
    }
  }

  func run() throws {
    var all = FingerprintSegment()
    for file in files { all.append(try FingerprintIndex.segment(at: file)) }
    var options = DuplicateOptions()
    options.threshold = threshold
    options.findsContained = contained
    options.findsTranslations = acrossLanguages
    let found = all.duplications(options: options)
    let sink = try OutputFile(path: output)
    var lines: [(id: String, line: [UInt8])] = []
    for (id, duplication) in zip(all.ids, found) {
      guard let duplication else { continue }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("id")
      writer.string(id)
      writer.key("duplicates")
      duplication.encode(to: &writer)
      writer.endObject()
      writer.newline()
      lines.append((id, writer.bytes))
    }
    // Bytes decide between documents of one identifier, whatever the order of the files.
    lines.sort { $0.id != $1.id ? $0.id < $1.id : $0.line.lexicographicallyPrecedes($1.line) }
    for (_, line) in lines { try sink.write(line) }
    try sink.commit()
  }
}

import ArgumentParser
import FilonCore
import FilonPipeline

/// `filon stages`
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "The stages that this program knows.",
    discussion: """
      EXAMPLES
        filon stages
        filon stages --json
      """)

  @Flag(help: "Write JSON.")
  var json = false

  func run() {
    let entries = FilonCommand.registry.entries
    guard json else {
      let width = entries.map(\.name.count).max() ?? 0
      for entry in entries {
        let padding = String(repeating: " ", count: width - entry.name.count)
        print("\(entry.name)\(padding)  \(entry.description.summary)")
        let requires = entry.description.requires.map(\.rawValue).sorted().joined(separator: ", ")
        let provides = entry.description.provides.map(\.rawValue).sorted().joined(separator: ", ")
        let margin = String(repeating: " ", count: width + 2)
        if !requires.isEmpty { print("\(margin)reads \(requires)") }
        print("\(margin)makes \(provides)")
      }
      return
    }
    var writer = JSONWriter()
    writer.beginArray()
    for entry in entries {
      writer.beginObject()
      writer.key("name")
      writer.string(entry.name)
      writer.key("summary")
      writer.string(entry.description.summary)
      for (key, layers) in [
        ("requires", entry.description.requires), ("provides", entry.description.provides),
      ] {
        writer.key(key)
        writer.beginArray()
        for layer in layers.map(\.rawValue).sorted() { writer.string(layer) }
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endArray()
    print(String(decoding: writer.bytes, as: UTF8.self))
  }
}

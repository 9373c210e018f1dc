import CLibXML2Peer
import Filon
import FilonCore
import FilonHTML
import FilonIO
import FilonLanguage
import FilonPipeline

let folder = CommandLine.arguments.dropFirst().first ?? "../../corpora/news/pages"
let pages = try Pages(folder: folder)
guard !pages.bodies.isEmpty else { fatalError("no HTML files in \(folder)") }
let megabytes = Double(pages.bytes) / 1e6
func figure(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
func report(_ name: String, _ amount: Double, _ unit: String, _ seconds: Double, note: String = "")
{
  print("\(name): \(figure(amount / seconds)) \(unit)/s \(note)")
}
if CommandLine.arguments.count > 2 {
  let archive = Archive(path: CommandLine.arguments[2])
  var sum = (pages: 0, bytes: 0)
  let seconds = try Stopwatch.seconds { sum = try archive.read() }
  report("WARC", Double(sum.bytes) / 1e6, "MB of pages", seconds, note: "\(sum.pages) pages")
}
print(
  "\(pages.bodies.count) pages, \(figure(megabytes)) MB, one thread, least CPU time of five rounds")

// Bare libxml2, its tree builder, on the same bytes.
xmlInitParser()
let options = Int32(
  HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    | HTML_PARSE_NONET.rawValue)
let bare = Stopwatch.seconds {
  for page in pages.bodies {
    page.withUnsafeBytes { bytes in
      let tree = htmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "utf-8", options)
      xmlFreeDoc(tree)
    }
  }
}
report("libxml2 tree, bare", megabytes, "MB", bare)

var texts: [Document] = []
let extraction = Stopwatch.seconds {
  texts = []
  var extractor = PageExtractor()
  for (number, page) in pages.bodies.enumerated() {
    guard let extracted = try? extractor.extract(Page(bytes: page), url: nil),
      !extracted.text.isEmpty
    else { continue }
    var document = Document(id: "\(number)", text: extracted.text)
    document.metadata = extracted.metadata
    document[Block.self] = Layer(extracted.blocks)
    texts.append(document)
  }
}
report(
  "extract", megabytes, "MB", extraction,
  note: "\(figure(extraction / bare)) times the time of bare libxml2")

let characters = Double(texts.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
let detector = LanguageDetector()
var detected = 0
let detection = Stopwatch.seconds {
  for document in texts { detected &+= detector.detect(document.text).code.utf8.count }
}
report("detect", characters, "MB of text", detection)

/// Runs stages, by name, on documents in memory.
func run(_ names: [String], _ documents: [Document]) throws -> [Document] {
  var diagnostics = Diagnostics()
  let requests = names.compactMap {
    StageRegistry.standard[$0]?.prepare([], at: nil, diagnostics: &diagnostics)
  }
  let plan = PipelinePlan(
    requests.map { PipelinePlan.Request($0) }, registry: .standard,
    available: [
      .text, .language, Sentence.layer, Token.layer, Quantity.layer, TemporalExpression.layer,
      Entity.layer,
    ],
    diagnostics: &diagnostics)
  return try DocumentRunner(plan: plan).run(documents)
}

var current = try run(["detect"], texts)
var previous = current
for stage in ["normalize", "entities", "claims", "dedup"] {
  let seconds = try Stopwatch.seconds { previous = try run([stage], current) }
  current = previous
  let tokens = Double(current.reduce(0) { $0 + $1[Token.self].count })
  report(stage, tokens / 1e3, "thousand tokens", seconds)
}

/// Measures the codec on typed records; returns the records.
func measureRecords(_ name: String, _ documents: [Document]) throws -> [UInt8] {
  var writer = JSONWriter()
  let writing = Stopwatch.seconds {
    writer.removeAll()
    for document in documents {
      DocumentCodec().encode(document, to: &writer)
      writer.newline()
    }
  }
  let records = writer.bytes
  let amount = Double(records.count) / 1e6
  report("JSON, writing \(name)", amount, "MB", writing)
  let lines = records.split(separator: 0x0A).map { Array($0) }
  let reading = try Stopwatch.seconds {
    for line in lines { _ = try DocumentCodec().decode(line, fallbackID: "") }
  }
  report("JSON, reading \(name)", amount, "MB", reading)
  return records
}
_ = try measureRecords("records of text and blocks", texts)
let records = try measureRecords("records with every layer", current)
if CommandLine.arguments.count > 3 {
  let file = try OutputFile(path: CommandLine.arguments[3])
  try file.write(records)
  try file.commit()
}

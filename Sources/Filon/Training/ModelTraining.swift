import FilonCore
import FilonIO
import FilonLanguage
import FilonTerms

/// Trains the models that come with Filon from a data folder.
///
/// The same data give the same bytes. Each method returns files by the names under which the library
/// embeds them.
public struct ModelTraining {
  /// A model by the name of its file.
  public typealias Model = (file: String, bytes: [UInt8])

  let data: TrainingFolder

  /// Trains from this folder.
  public init(_ data: TrainingFolder) { self.data = data }

  /// The language model, from `lid/train`, `lid/words` and the French and English of `text`.
  public func language() throws -> [Model] {
    var corpora: [LanguageCorpus] = []
    for path in try data.files(matching: "lid/train/*.txt.gz") {
      let code = Self.stem(path)
      let words = "\(data.path)/lid/words/\(code).txt.gz"
      let list = InputDiscovery([words]).failures.isEmpty ? try data.bytes(words) : []
      var corpus = LanguageCorpus(code: code, text: try data.bytes(path), wordList: list)
      if code == "fr" || code == "en" {
        for file in try data.files(matching: "text/\(code)/*.jsonl.gz") {
          for text in try data.texts(file, field: "text") {
            for line in text.utf8.split(separator: 0x0A) where !line.allSatisfy({ $0 <= 0x20 }) {
              corpus.add(Array(line) + [0x0A])
            }
          }
        }
      }
      corpora.append(corpus)
    }
    return [("language.bin", LanguageTrainer().train(corpora))]
  }

  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}

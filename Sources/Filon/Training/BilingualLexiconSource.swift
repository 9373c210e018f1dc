import FilonClaims

/// Reads sentence pairs, French and English in two columns, for the table of word translations.
struct BilingualLexiconSource {
  private static let files = ["canada-cds", "tatoeba-manythings2019"]

  private let data: TrainingFolder

  init(_ data: TrainingFolder) { self.data = data }

  mutating func train() throws -> String {
    var trainer = BilingualLexiconTrainer()
    for name in Self.files {
      for line in try data.text("\(data.path)/parallel/\(name).tsv.gz").split(separator: "\n") {
        let columns = line.split(separator: "\t")
        guard columns.count >= 2 else { continue }
        trainer.add(french: String(columns[0]), english: String(columns[1]))
      }
    }
    return trainer.train()
  }
}

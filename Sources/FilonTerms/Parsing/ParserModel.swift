import CFilonTermsData
import FilonCore

/// The parser of one language: its network, and the word vectors in eight bits.
struct ParserModel: Sendable {
  /// Section numbers of the model file.
  enum Section {
    static let layout: UInt32 = 13
    static let forms: UInt32 = 14
    static let wordVectors: UInt32 = 15
    static let matrices: UInt32 = 16
    static let vectors: UInt32 = 17
  }

  let network: ParserNetwork
  let index: WordVectorIndex
  private let wordVectors: ModelSection
  private let width: Int

  /// A model from its file; nil when the bytes are none.
  init?(_ bytes: EmbeddedBytes) {
    guard let file = ModelFile(bytes) else { return nil }
    let sizes = file.section(Section.layout)
    func size(_ number: Int) -> Int { Int(sizes.load(UInt16.self, at: number * 2)) }
    guard sizes.count == 10, (1...8).contains(size(2)),
      [0, 1, 3, 4].allSatisfy({ (1...1024).contains(size($0)) })
    else { return nil }
    let layout = ParserLayout(
      embedding: size(0), hidden: size(1), layers: size(2), arc: size(3), label: size(4))
    index = WordVectorIndex(file.section(Section.forms))
    wordVectors = file.section(Section.wordVectors)
    width = layout.embedding
    let matrices = QuantizedRows(file.section(Section.matrices))
    let vectors = file.section(Section.vectors)
    guard wordVectors.count == index.rows * (width + 4),
      matrices.count == layout.matrices.reduce(0, { $0 + $1.columns * ($1.rows + 4) }),
      vectors.count == layout.vectors.reduce(0, { $0 + $1.count * 4 })
    else { return nil }
    let weights = FloatStorage(layout.count)
    var offset = 0
    for block in layout.matrices {
      for column in 0..<block.columns {
        matrices.add(
          at: offset, width: block.rows, to: weights.base + block.offset + column,
          stride: block.columns)
        offset += block.rows + 4
      }
    }
    offset = 0
    for block in layout.vectors {
      for number in 0..<block.count {
        weights.base[block.offset + number] = Float(
          bitPattern: vectors.load(UInt32.self, at: offset))
        offset += 4
      }
    }
    network = ParserNetwork(layout: layout, weights: weights)
  }

  /// Adds the vectors of rows to `sum`.
  func addVectors(_ rows: ArraySlice<Int32>, to sum: UnsafeMutablePointer<Float>) {
    let vectors = QuantizedRows(wordVectors)
    for row in rows {
      vectors.add(at: Int(row) * (width + 4), width: width, to: sum, stride: 1)
    }
  }

  /// The model of a language that is built in; nil when it is damaged.
  static func of(_ language: AnalysisLanguage) -> ParserModel? {
    language == .french ? french : english
  }

  private static let french = ParserModel(
    EmbeddedBytes(filon_terms_parser_fr_bytes(), count: filon_terms_parser_fr_size()))
  private static let english = ParserModel(
    EmbeddedBytes(filon_terms_parser_en_bytes(), count: filon_terms_parser_en_size()))
}

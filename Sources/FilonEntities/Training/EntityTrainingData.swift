public import FilonCore

/// What the recogniser learns from, gathered from the files of a data folder: annotated texts, lists
/// of names, raw text.
public struct EntityTrainingData: Sendable {
  /// The annotated texts.
  public private(set) var documents: [AnnotatedDocument] = []
  /// The lists of names.
  public private(set) var names = NameListCompiler()
  /// Raw texts with their language.
  public private(set) var texts: [(language: String, text: String)] = []

  /// Data without files.
  public init() {}

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: The path inside the data folder, without the ending of a compression.
  ///   - contents: The file, uncompressed.
  /// - Returns: Whether the file is of use.
  /// - Throws: ``FilonCore/JSONError`` when a row of a JSON Lines file is malformed.
  @discardableResult
  public mutating func add(path: String, contents: [UInt8]) throws(JSONError) -> Bool {
    var used = false
    for set in TrainingRecipe.examples where set.path == path {
      used = true
      let start = documents.count
      if path.hasSuffix(".jsonl") {
        documents += try AnnotatedDocumentReader.readRows(contents, set)
      } else {
        documents += ColumnCorpusReader(set).read(contents)
      }
      texts += documents[start...].map { ($0.language, $0.text) }
    }
    for list in TrainingRecipe.lists where list.path == path {
      used = true
      addList(contents, list)
    }
    for folder in TrainingRecipe.texts where path.hasPrefix(folder + "/") {
      used = true
      texts += try AnnotatedDocumentReader.readTexts(contents, language: String(folder.suffix(2)))
    }
    if path.hasPrefix(TrainingRecipe.parallel + "/"), path.hasSuffix(".tsv") {
      used = true
      addParallel(contents)
    }
    return used
  }

  /// Adds a file of paragraphs with inline annotation of all kinds, see ``InlineAnnotationReader``.
  ///
  /// - Throws: ``InlineAnnotationReader/Failure`` at the first line that is not well formed.
  public mutating func add(
    annotated contents: [UInt8], language: String
  ) throws(InlineAnnotationReader.Failure) {
    for paragraph in try InlineAnnotationReader.read(contents) {
      documents.append(
        AnnotatedDocument(
          language: language, text: paragraph.text,
          names: paragraph.names.map { .init(range: $0.range, kinds: [$0.kind]) },
          marked: Set(Entity.Kind.allCases), weight: TrainingRecipe.inlineWeight))
      texts.append((language, paragraph.text))
    }
  }

  /// Adds a list of names, one a line.
  public mutating func add(names contents: [UInt8], _ category: NameListCompiler.Category) {
    for line in contents.split(separator: 0x0A) {
      addListed(String(decoding: line, as: UTF8.self), category)
    }
  }

  private mutating func addList(_ contents: [UInt8], _ list: TrainingRecipe.List) {
    let lines = contents.split(separator: 0x0A)
    guard let header = lines.first else { return }
    let titles = header.split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let columns = list.columns.compactMap(titles.firstIndex(of:))
    let fund = titles.firstIndex(of: "ETF")
    for line in lines.dropFirst() {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if let fund, fund < cells.count, cells[fund].elementsEqual([0x59]) { continue }
      for column in columns where column < cells.count {
        for name in cells[column].split(separator: 0x7C) {
          addListed(String(decoding: name, as: UTF8.self), list.category)
        }
      }
    }
  }

  mutating func addListed(_ name: String, _ category: NameListCompiler.Category) {
    guard let first = name.utf8.first, first &- 0x30 >= 10 else { return }
    names.add(name, category)
    guard category == .company else { return }
    for short in CompanyName.shortForms(name) { names.add(short, category) }
  }

  private mutating func addParallel(_ contents: [UInt8]) {
    var columns: [[UInt8]] = [[], []]
    for line in contents.split(separator: 0x0A) {
      let cells = line.split(separator: 0x09)
      guard cells.count >= 2 else { continue }
      for column in 0..<2 {
        columns[column] += cells[column]
        columns[column].append(0x0A)
      }
    }
    texts.append(("fr", String(decoding: columns[0], as: UTF8.self)))
    texts.append(("en", String(decoding: columns[1], as: UTF8.self)))
  }
}

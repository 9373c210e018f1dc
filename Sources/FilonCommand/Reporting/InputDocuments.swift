import FilonCore
import FilonIO
import FilonPipeline

/// The documents of inputs in any format, for commands that look at one of them.
struct InputDocuments {
  private var reader: CorpusReader
  private let decoder: RecordDecoder
  private var report = RunReport()

  /// Opens the inputs.
  init(
    _ input: InputSpecification, standardInput: InputSpecification.Format, maximumBytes: Int
  ) throws {
    reader = try CorpusReader([input], standardInput: standardInput, maximumBytes: maximumBytes)
    decoder = RecordDecoder(codec: DocumentCodec(), maximumBytes: maximumBytes)
  }

  /// The next document; nil at the end. Throws ``RecordFailure`` for a record that is none, after
  /// which reading can go on.
  mutating func next() throws -> Document? {
    while let record = try reader.next() {
      if let document = try decoder.document(record, &report) { return document }
    }
    return nil
  }
}

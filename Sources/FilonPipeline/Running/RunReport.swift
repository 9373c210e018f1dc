import FilonCore

/// What happened in a run, stage by stage. Reports of shards can be merged.
public struct RunReport: Sendable, Equatable {
  /// What happened in one stage.
  public struct StageCount: Sendable, Equatable {
    /// Documents that came in.
    public var documents = 0
    /// Documents dropped, by reason.
    public var dropped: [String: Int] = [:]
    /// What the stage found in the corpus, by name: clusters, say.
    public var found: [String: Int] = [:]
    /// Documents that failed.
    public var failed = 0
    /// Time in the stage, over all tasks.
    public var nanoseconds: Int64 = 0
  }

  /// Records read, failed and skipped ones included.
  public var records = 0
  /// Records skipped by the reader, by reason.
  public var skipped: [String: Int] = [:]
  /// Failed records.
  public var errors = 0
  /// Documents written.
  public var documents = 0
  /// Claims in the documents written.
  public var claims = 0
  /// The stages, in order.
  public private(set) var stages: [(name: String, count: StageCount)] = []
  /// Wall-clock seconds.
  public var seconds = 0.0
  /// Bytes of the input read, as stored.
  public var bytesRead = 0

  /// An empty report.
  public init() {}

  /// The count of a stage by name, made when first asked for.
  public subscript(stage name: String) -> StageCount {
    get { stages.first { $0.name == name }?.count ?? StageCount() }
    set {
      if let index = stages.firstIndex(where: { $0.name == name }) {
        stages[index].count = newValue
      } else {
        stages.append((name, newValue))
      }
    }
  }

  /// Adds another report: a batch, or a shard.
  public mutating func merge(_ other: RunReport) {
    records += other.records
    errors += other.errors
    documents += other.documents
    claims += other.claims
    seconds += other.seconds
    bytesRead += other.bytesRead
    for (reason, count) in other.skipped { skipped[reason, default: 0] += count }
    for (name, count) in other.stages {
      var mine = self[stage: name]
      mine.documents += count.documents
      mine.failed += count.failed
      mine.nanoseconds += count.nanoseconds
      for (reason, number) in count.dropped { mine.dropped[reason, default: 0] += number }
      for (what, number) in count.found { mine.found[what, default: 0] += number }
      self[stage: name] = mine
    }
  }

  /// Whether two reports say the same.
  public static func == (lhs: RunReport, rhs: RunReport) -> Bool {
    var (left, right) = (JSONWriter(), JSONWriter())
    lhs.encode(to: &left)
    rhs.encode(to: &right)
    return left.bytes == right.bytes
  }

  /// The report as a table for people.
  public var table: String {
    var lines: [[String]] = [["stage", "documents", "dropped", "failed", "seconds"]]
    for (name, count) in stages {
      lines.append([
        name, "\(count.documents)", "\(count.dropped.values.reduce(0, +))", "\(count.failed)",
        Self.seconds(count.nanoseconds),
      ])
    }
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    var text = lines.map { line in
      line.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return column == 0 ? line[column] + padding : padding + line[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
    for (name, count) in stages {
      for (reason, number) in count.dropped.sorted(by: { $0.key < $1.key }) {
        text += "\n\(name) dropped \(number): \(reason)"
      }
      for (what, number) in count.found.sorted(by: { $0.key < $1.key }) {
        text += "\n\(name) found \(number): \(what)"
      }
      if count.documents > 0, count.documents == count.dropped.values.reduce(0, +) {
        text += "\nwarning: \(name) dropped every document"
      }
    }
    for (reason, number) in skipped.sorted(by: { $0.key < $1.key }) {
      text += "\nread skipped \(number): \(reason)"
    }
    text += "\n\(records) records read, \(documents) documents and \(claims) claims written, "
    text += "\(errors) errors, \(Self.seconds(Int64(seconds * 1e9))) s"
    if seconds > 0 { text += ", \(Int(Double(records) / seconds)) records/s" }
    return text + "\n"
  }

  private static func seconds(_ nanoseconds: Int64) -> String {
    let hundredths = (nanoseconds + 5_000_000) / 10_000_000
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

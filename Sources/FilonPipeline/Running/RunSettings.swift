/// How a run goes, apart from what its stages do.
public struct RunSettings: Sendable {
  /// How many documents are worked on at once; 0 for all cores.
  public var jobs = 0
  /// Stop at the first failed record.
  public var isStrict = false
  /// Stop when more records than this have failed.
  public var maximumErrors: ErrorLimit?
  /// Larger records become errors.
  public var maximumDocumentBytes = 32 << 20
  /// Documents that take longer become errors; nil for no limit.
  public var timeoutPerDocument: Duration? = .seconds(60)
  /// The file for error records; nil for standard error.
  public var errorsPath: String?
  /// Where the manifest goes; nil for none.
  public var manifestPath: String?
  /// Go on where an interrupted run of the same configuration on the same input stopped.
  public var resumes = false
  /// When progress is shown.
  public var progress = ProgressMode.auto

  /// The defaults.
  public init() {}

  /// How many failed records are too many.
  public enum ErrorLimit: Sendable, Equatable {
    case count(Int)
    case percent(Double)

    /// Reads `12` or `1%`.
    public init?(_ text: String) {
      if text.hasSuffix("%"), let value = Double(text.dropLast()), (0...100).contains(value) {
        self = .percent(value)
      } else if let value = Int(text), value >= 0 {
        self = .count(value)
      } else {
        return nil
      }
    }

    /// Whether `errors` of `records` are too many. A share is judged from 100 records on.
    func isExceeded(_ errors: Int, of records: Int, atEnd: Bool) -> Bool {
      switch self {
      case .count(let limit): errors > limit
      case .percent(let share):
        (atEnd || records >= 100) && Double(errors) * 100 > share * Double(records)
      }
    }
  }

  /// When progress is shown on standard error.
  public enum ProgressMode: String, Sendable, CaseIterable { case auto, always, never, json }
}

/// Why a run ended before its input did.
public enum RunAbort: Error, Sendable, Equatable {
  /// `--strict` and a record failed.
  case strict(RecordFailure)
  /// More errors than `--max-errors` allows.
  case tooManyErrors(errors: Int, records: Int)
  /// SIGINT.
  case interrupted
  /// `--resume`, but this is another run.
  case cannotResume(String)
}

extension RunSettings: StageOptions {
  /// The keys of a pipeline file's `run` part, which are also flags.
  public static let fields: [OptionField<RunSettings>] = [
    OptionField("jobs", \.jobs, help: "Documents worked on at once; 0 for all cores.") {
      $0 >= 0 ? nil : "must not be negative"
    },
    OptionField("strict", \.isStrict, help: "Stop at the first record that fails."),
    OptionField(
      "max_errors", \.maximumErrors, help: "Stop when more records fail: a number, or 1%."),
    OptionField(
      "max_doc_bytes", \.maximumDocumentBytes, help: "Larger records become errors."
    ) { $0 > 0 ? nil : "must be positive" },
    OptionField(
      "timeout_per_doc", \.timeoutPerDocument,
      help: "Documents that take longer become errors: 10s, 500ms, 2m."),
    OptionField(
      "errors", \.errorsPath, help: "File for error records; standard error without it."),
    OptionField("manifest", \.manifestPath, help: "File for the manifest of the run."),
    OptionField("resume", \.resumes, help: "Go on where an interrupted run stopped."),
    OptionField("progress", \.progress, help: "When to show progress on standard error."),
  ]
}

extension RunSettings.ProgressMode: OptionChoice {}

extension RunSettings.ErrorLimit: OptionConvertible {
  public static var optionTypeName: String { "a number, or a share such as 1%" }
  public static var jsonSchema: String { #"{"type":["integer","string"]}"# }
  public init?(option: OptionValue) {
    guard let text = option.scalar else { return nil }
    self.init(text)
  }
  public var yaml: String {
    switch self {
    case .count(let limit): limit.description
    case .percent(let share): "\"\(share)%\""
    }
  }
}

extension Duration: OptionConvertible {
  public static var optionTypeName: String { "a time such as 10s, 500ms or 2m" }
  public static var jsonSchema: String { #"{"type":["number","string"]}"# }

  /// Reads `10s`, `500ms`, `2m` or a number of seconds.
  public init?(option: OptionValue) {
    guard let text = option.scalar else { return nil }
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let value = Double(digits), value > 0, value < 1e9 else { return nil }
    switch text.dropFirst(digits.count) {
    case "ms": self = .milliseconds(value)
    case "s", "": self = .seconds(value)
    case "m", "min": self = .seconds(value * 60)
    default: return nil
    }
  }
  public var yaml: String {
    let milliseconds = SegmentWorker.nanoseconds(self) / 1_000_000
    return milliseconds.isMultiple(of: 1000) ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
  }
}

/// The faults of a configuration, collected so that all are told at once.
public struct Diagnostics: Sendable {
  /// One fault.
  public struct Diagnostic: Sendable {
    /// Errors stop the run; warnings do not.
    public enum Severity: String, Sendable { case error, warning }
    /// Whether it stops the run.
    public var severity: Severity
    /// Where it is; nil when it has no place in the file.
    public var position: SourcePosition?
    /// What is wrong and what to do.
    public var message: String
    /// Further lines: a suggestion, the known keys.
    public var notes: [String] = []
  }

  /// The faults, in the order found.
  public private(set) var entries: [Diagnostic] = []

  /// No faults.
  public init() {}

  /// Whether some fault stops the run.
  public var hasErrors: Bool { entries.contains { $0.severity == .error } }

  /// Adds an error.
  public mutating func error(_ message: String, at position: SourcePosition?, notes: [String] = [])
  {
    entries.append(
      Diagnostic(severity: .error, position: position, message: message, notes: notes))
  }

  /// Adds a warning.
  public mutating func warning(_ message: String, at position: SourcePosition?) {
    entries.append(Diagnostic(severity: .warning, position: position, message: message))
  }

  /// Adds the error of a key or name that is not known, with the nearest one that is.
  public mutating func unknownKey(
    _ key: String, in place: String, known: [String], at position: SourcePosition?
  ) {
    var notes: [String] = []
    if let nearest = EditDistance.nearest(to: OptionName.canonical(key), among: known) {
      notes.append("did you mean \"\(nearest)\"?")
    }
    notes.append(known.isEmpty ? "it has no keys" : "known keys: " + known.joined(separator: ", "))
    error("\(place) has no key \"\(key)\"", at: position, notes: notes)
  }

  /// The faults as text: `file:line:column: error: …`, with the line that is at fault.
  public func text(file: String, source: String?) -> String {
    let lines = source?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    var text = ""
    for entry in entries {
      let place = entry.position.map { "\(file):\($0.line):\($0.column)" } ?? file
      text += "\(place): \(entry.severity.rawValue): \(entry.message)\n"
      if let position = entry.position, lines.indices.contains(position.line - 1) {
        text += "  \(position.line) | \(lines[position.line - 1])\n"
        let margin = String(position.line).count + 5 + position.column - 1
        text += String(repeating: " ", count: margin) + "^\n"
      }
      for note in entry.notes { text += "  \(note)\n" }
    }
    let errors = entries.count { $0.severity == .error }
    let warnings = entries.count - errors
    text += "\(errors) error\(errors == 1 ? "" : "s")"
    text += warnings > 0 ? ", \(warnings) warning\(warnings == 1 ? "" : "s")\n" : "\n"
    return text
  }
}

/// The faults that stopped a run before it began.
public struct ConfigurationError: Error, Sendable {
  /// The faults.
  public var diagnostics: Diagnostics

  /// Makes an error of collected faults.
  public init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  /// Makes an error of one fault that has no place.
  public init(_ message: String) {
    diagnostics = Diagnostics()
    diagnostics.error(message, at: nil)
  }
}

import FilonPipeline

/// `${NAME}` and `${NAME:-default}` in pipeline files.
enum EnvironmentReferences {
  /// Replaces every reference; one without value or default is an error.
  static func expand(
    _ text: String, _ environment: (String) -> String?, _ diagnostics: inout Diagnostics
  ) -> String {
    guard text.contains("${") else { return text }
    var expanded = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { expanded += "\n" }
      var rest = line
      while let dollar = rest.firstIndex(of: "$"), rest[dollar...].hasPrefix("${"),
        let close = rest[dollar...].firstIndex(of: "}")
      {
        expanded += rest[..<dollar]
        let inside = rest[rest.index(dollar, offsetBy: 2)..<close]
        let parts = inside.split(separator: ":-", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        if let value = environment(name) ?? (parts.count > 1 ? String(parts[1]) : nil) {
          expanded += value
        } else {
          diagnostics.error(
            "the environment has no \(name)",
            at: SourcePosition(
              line: number + 1, column: line.distance(from: line.startIndex, to: dollar) + 1),
            notes: ["set it, or give a default: ${\(name):-value}"])
        }
        rest = rest[rest.index(after: close)...]
      }
      expanded += rest
    }
    return expanded
  }
}

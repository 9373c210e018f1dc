import Filon
import FilonCore

/// Explanations as text for a terminal, in colour when it shows any.
struct TerminalExplanation {
  let hasColour: Bool

  func text(_ explanations: [ClaimExplanation]) -> String {
    var lines: [String] = []
    for (number, claim) in explanations.enumerated() {
      lines.append(styled("\(number + 1)  \(claim.heading)", "1"))
      let passage = claim.pieces.map { piece in
        styled(Self.printable(piece.text), Self.codes[piece.role] ?? "0")
      }
      lines.append("   " + passage.joined())
      for fact in claim.facts { lines.append("   \(fact.name): \(Self.printable(fact.value))") }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static let codes: [ClaimExplanation.Role: String] = [
    .content: "32", .source: "36", .cue: "33", .other: "2",
  ]

  private func styled(_ text: String, _ code: String) -> String {
    hasColour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// A text without control characters, which could steer the terminal.
  private static func printable(_ text: String) -> String {
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      printable.append(isControl ? " " : scalar)
    }
    return String(printable)
  }
}

/// Explanations as one HTML page that loads nothing.
struct HTMLExplanation {
  func page(_ explanations: [ClaimExplanation], title: String, language: String) -> String {
    var html = """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(language))"><head><meta charset="utf-8">
      <title>\(Self.escaped(title))</title>
      <style>
      body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
      article{border-top:1px solid #bbb;padding:1rem 0}
      h2{font-size:1rem;margin:0}
      dl{display:grid;grid-template-columns:9rem 1fr;margin:0}
      dd{margin:0}
      .content{background:#d7f0d7}.source{background:#d3e6fa}.cue{background:#fbeec2}
      </style></head><body>
      <h1>\(Self.escaped(title))</h1>
      <p><span class="content">content</span> <span class="source">source</span> \
      <span class="cue">cue</span></p>

      """
    for claim in explanations {
      html += "<article><h2>\(Self.escaped(claim.heading))</h2>\n<p>"
      for piece in claim.pieces {
        let text = Self.escaped(piece.text)
        html +=
          piece.role == .other ? text : "<span class=\"\(piece.role.rawValue)\">\(text)</span>"
      }
      html += "</p>\n<dl>"
      for fact in claim.facts {
        html += "<dt>\(Self.escaped(fact.name))</dt><dd>\(Self.escaped(fact.value))</dd>"
      }
      html += "</dl></article>\n"
    }
    return html + "</body></html>\n"
  }

  /// A text for element content and quoted attributes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

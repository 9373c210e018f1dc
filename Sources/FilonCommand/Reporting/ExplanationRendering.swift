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
        styled(piece.text.printable, Self.codes[piece.role] ?? "0")
      }
      lines.append("   " + passage.joined())
      for fact in claim.facts { lines.append("   \(fact.name): \(fact.value.printable)") }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static let codes: [ClaimExplanation.Role: String] = [
    .content: "32", .source: "36", .cue: "33", .other: "2",
  ]

  private func styled(_ text: String, _ code: String) -> String {
    hasColour ? text.styled(code) : text
  }
}

/// Explanations as one HTML page that loads nothing.
struct HTMLExplanation {
  func page(_ explanations: [ClaimExplanation], title: String, language: String) -> String {
    var html = """
      <!DOCTYPE html>
      <html lang="\(language.escapedForHTML)"><head><meta charset="utf-8">
      <title>\(title.escapedForHTML)</title>
      <style>
      body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
      article{border-top:1px solid #bbb;padding:1rem 0}
      h2{font-size:1rem;margin:0}
      dl{display:grid;grid-template-columns:9rem 1fr;margin:0}
      dd{margin:0}
      .content{background:#d7f0d7}.source{background:#d3e6fa}.cue{background:#fbeec2}
      </style></head><body>
      <h1>\(title.escapedForHTML)</h1>
      <p><span class="content">content</span> <span class="source">source</span> \
      <span class="cue">cue</span></p>

      """
    for claim in explanations {
      html += "<article><h2>\(claim.heading.escapedForHTML)</h2>\n<p>"
      for piece in claim.pieces {
        let text = piece.text.escapedForHTML
        html +=
          piece.role == .other ? text : "<span class=\"\(piece.role.rawValue)\">\(text)</span>"
      }
      html += "</p>\n<dl>"
      for fact in claim.facts {
        html += "<dt>\(fact.name.escapedForHTML)</dt><dd>\(fact.value.escapedForHTML)</dd>"
      }
      html += "</dl></article>\n"
    }
    return html + "</body></html>\n"
  }
}

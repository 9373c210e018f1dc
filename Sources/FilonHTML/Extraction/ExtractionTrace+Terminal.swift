import FilonCore

extension ExtractionTrace {
  /// The trace as lines for a terminal: what was kept, and what was dropped with the reason and the
  /// place.
  ///
  /// - Parameter isColoured: Whether ANSI colours are used. Control characters of the page never
  ///   reach the terminal.
  public func terminalText(isColoured: Bool) -> String {
    func paint(_ text: String, _ code: String) -> String {
      isColoured ? text.styled(code) : text
    }
    var out = ""
    for (name, value) in summary {
      out += paint(name, "1") + ": " + value.printable + "\n"
    }
    out += "\n"
    for entry in entries {
      let text = entry.text.printable
      let place = " (\(entry.html.lowerBound)–\(entry.html.upperBound))"
      if entry.isKept {
        out += paint("+ \(entry.kind.rawValue)", "32") + "  " + text + paint(place, "2") + "\n"
      } else {
        out +=
          paint("- \(entry.reason)", "31") + "  " + paint(text.shortened(to: 160), "2")
          + paint("  \(entry.path.printable)" + place, "2;36") + "\n"
      }
    }
    return out
  }

  /// What is said once for the page: container, counts, metadata with its evidence.
  var summary: [(name: String, value: String)] {
    let metadata = page.metadata
    func value(_ text: String?, _ field: String) -> String {
      guard let text, !text.isEmpty else { return "–" }
      return metadata.evidence[field].map { "\(text) [\($0)]" } ?? text
    }
    let kept = entries.count { $0.isKept }
    return [
      ("title", value(metadata.title, "title")),
      ("authors", value(metadata.authors.joined(separator: ", "), "authors")),
      ("published", value(metadata.published, "published")),
      ("modified", value(metadata.modified, "modified")), ("site", value(metadata.site, "site")),
      ("page type", metadata.pageType ?? "–"), ("charset", page.charset),
      ("container", container.isEmpty ? "–" : container),
      ("blocks", "\(kept) kept, \(entries.count - kept) dropped"),
    ]
  }
}

extension String {
  /// The beginning of the text, with an ellipsis when there is more.
  fileprivate func shortened(to limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(limit))) + "…"
  }
}

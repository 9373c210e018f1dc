import FilonCore

extension ExtractionTrace {
  /// The trace as one self-contained HTML page without scripts; everything of the page is escaped.
  ///
  /// - Parameter name: What was explained: a file, an address, an identifier.
  public func htmlPage(name: String) -> String {
    var out = """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>filon extract: \(name.escapedForHTML)</title>
      <style>
      body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;background:#fff}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
      .s{margin:.3em 0;padding:.2em .7em;border-left:5px solid;white-space:pre-wrap;overflow-wrap:anywhere}
      .kept{border-color:#2a8a3e}.dropped{border-color:#c0392b;background:#f6f4f3;color:#555}
      .heading.kept{font-weight:700}.s small{display:block;color:#666}
      @media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}.dropped{background:#222;color:#999}.s small{color:#999}}
      </style>
      <h1>\(name.escapedForHTML)</h1>
      <dl>

      """
    for (name, value) in summary {
      out += "<dt>\(name.escapedForHTML)</dt><dd>\(value.escapedForHTML)</dd>\n"
    }
    out += "</dl>\n"
    for entry in entries {
      let state = entry.isKept ? "kept" : "dropped"
      let note = entry.isKept ? entry.kind.rawValue : entry.reason
      out += "<div class=\"s \(state) \(entry.kind.rawValue)\">"
      out += "<small>\(note.escapedForHTML) · \(entry.path.escapedForHTML) · bytes "
      out += "\(entry.html.lowerBound)–\(entry.html.upperBound)</small>"
      out += entry.text.escapedForHTML + "</div>\n"
    }
    return out + "</html>\n"
  }
}

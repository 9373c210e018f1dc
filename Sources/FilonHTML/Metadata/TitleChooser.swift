/// Chooses the title among what a page offers and takes the name of the site off.
struct TitleChooser {
  let head: PageHead
  let linked: LinkedData
  let site: String?

  /// The title and its evidence.
  func choose() -> (title: String, evidence: String)? {
    let openGraph = head.meta("og:title", "twitter:title", "dc.title", "title", "parsely-title")
      .map { strip($0) }
    let document = head.documentTitle.map { strip($0) }
    let headline = linked.text("headline").map { strip($0.unescapedReferences.collapsedSpaces) }
    let witnesses = [openGraph, document, headline, head.documentTitle].compactMap { $0 }
      .map(\.looseForm).filter { !$0.isEmpty }
    let headings = head.headings.filter { !$0.text.isEmpty && !isSite($0.text) }
    // A heading that the head of the page repeats.
    var best: (text: String, score: Int)?
    for heading in headings {
      let form = heading.text.looseForm
      guard form.utf8.count > 3 else { continue }
      let score = witnesses.reduce(0) { $0 + agreement(form, $1) }
      if score > (best?.score ?? 0) { best = (heading.text, score) }
    }
    if let best { return (withoutKicker(best.text, [headline, openGraph, document]), "markup") }
    for title in head.titles.prefix(6) where title.text.utf8.count > 8 {
      let form = title.text.looseForm
      if witnesses.contains(where: { agreement(form, $0) >= 2 }) { return (title.text, "markup") }
    }
    if headings.count == 1, headings[0].text.utf8.count > 12 { return (headings[0].text, "markup") }
    if let headline, headline.utf8.count > 3 { return (headline, "json-ld") }
    if let openGraph, openGraph.utf8.count > 3, !isSite(openGraph) {
      return (openGraph, "opengraph")
    }
    if let document, !document.isEmpty { return (document, "markup") }
    return headings.first.map { ($0.text, "markup") }
  }

  /// The heading, or the witness that it repeats after a kicker or before a subtitle.
  private func withoutKicker(_ heading: String, _ witnesses: [String?]) -> String {
    let form = heading.looseForm
    for witness in witnesses.compactMap({ $0 }) {
      let other = witness.looseForm
      if other.utf8.count >= 16, other.utf8.count < form.utf8.count, form.hasSuffix(other),
        !witness.hasSuffix("…"), !witness.hasSuffix("...")
      {
        return witness
      }
    }
    return heading
  }

  /// How well two loose forms agree: 3 equal, 2 one starts with the other, 1 one holds the other.
  private func agreement(_ left: String, _ right: String) -> Int {
    if left == right { return 3 }
    if left.utf8.count < 6 || right.utf8.count < 6 { return 0 }
    if left.hasPrefix(right) || right.hasPrefix(left) { return 2 }
    if left.utf8.count >= 16, right.utf8.count >= 16, left.hasSuffix(right) || right.hasSuffix(left)
    {
      return 1
    }
    return 0
  }

  private func isSite(_ text: String) -> Bool {
    guard let site else { return false }
    return text.looseForm == site.looseForm
  }

  /// The title without the name of the site at either end.
  func strip(_ title: String) -> String {
    let separators = [
      " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " // ", " > ",
    ]
    let siteForm = site?.looseForm ?? ""
    var title = title
    for _ in 0..<3 {
      guard let cut = lastSeparator(in: title, separators) else { break }
      let head = String(title[..<cut.start]).collapsedSpaces
      let tail = String(title[cut.end...]).collapsedSpaces
      let tailForm = tail.looseForm
      let isNamed =
        !siteForm.isEmpty
        && (tailForm == siteForm || siteForm.contains(tailForm)
          || tailForm.contains(siteForm))
      let words = tail.split(separator: " ").count
      let isShort = words <= 4 && head.split(separator: " ").count >= 3
      let isBar = cut.isBar && head.utf8.count >= 10 && words <= 8
      guard isNamed || isShort || isBar, !head.isEmpty else { break }
      title = head
    }
    if !siteForm.isEmpty {
      for separator in separators {
        guard let range = title.firstRange(of: separator) else { continue }
        let head = String(title[..<range.lowerBound])
        if head.looseForm == siteForm {
          title = String(title[range.upperBound...]).collapsedSpaces
          break
        }
      }
    }
    return title
  }

  private func lastSeparator(
    in title: String, _ separators: [String]
  ) -> (start: String.Index, end: String.Index, isBar: Bool)? {
    var best: (start: String.Index, end: String.Index, isBar: Bool)?
    for separator in separators {
      var search = title.startIndex
      while let range = title[search...].firstRange(of: separator) {
        if best.map({ range.lowerBound > $0.start }) ?? true {
          best = (range.lowerBound, range.upperBound, separator == " | " || separator == " :: ")
        }
        search = range.upperBound
      }
    }
    return best
  }
}

extension StringProtocol {
  /// The first place where `text` stands, scalar by scalar.
  func firstRange(of text: String) -> Range<Index>? {
    let pattern = Array(text.unicodeScalars)
    let scalars = unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      var index = start
      var matched = 0
      while matched < pattern.count, index < scalars.endIndex, scalars[index] == pattern[matched] {
        matched += 1
        index = scalars.index(after: index)
      }
      if matched == pattern.count { return start..<index }
      start = scalars.index(after: start)
    }
    return nil
  }
}

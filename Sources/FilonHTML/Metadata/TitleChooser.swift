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
    let headings = head.headings.map { head.text(of: $0) }.filter { !$0.isEmpty && !isSite($0) }
    // A heading that the head of the page repeats.
    var best: (text: String, score: Int)?
    for heading in headings {
      let form = heading.looseForm
      guard form.utf8.count > 3 else { continue }
      let score = witnesses.reduce(0) { $0 + agreement(form, $1) }
      if score > (best?.score ?? 0) { best = (heading, score) }
    }
    if (best?.score ?? 0) < 6, let title = exactTitle([openGraph, headline]) {
      return (title, "markup")
    }
    if let best { return (withoutKicker(best.text, [headline, openGraph, document]), "markup") }
    let marked = head.titles.prefix(6).map { head.text(of: $0) }.filter { $0.utf8.count > 8 }
    for title in marked {
      let form = title.looseForm
      if witnesses.contains(where: { agreement(form, $0) >= 2 }) { return (title, "markup") }
    }
    if headings.isEmpty, let title = secondHeading(witnesses) { return (title, "markup") }
    if headings.isEmpty, headline == nil, openGraph == nil, wordCount(document ?? "") <= 2,
      let title = marked.first(where: { wordCount($0) >= 3 })
    {
      return (title, "markup")
    }
    if headings.count == 1, headings[0].utf8.count > 12 { return (headings[0], "markup") }
    if let headline, headline.utf8.count > 3 { return (headline, "json-ld") }
    if let openGraph, openGraph.utf8.count > 3, !isSite(openGraph) {
      return (openGraph, "opengraph")
    }
    if let document, !document.isEmpty { return (document, "markup") }
    return headings.first.map { ($0, "markup") }
  }

  private func wordCount(_ text: String) -> Int { text.split(separator: " ").count }

  /// A title marked as such, whatever its level, that the head of the page repeats word for word: on
  /// many blogs the main heading is the name of the blog.
  private func exactTitle(_ witnesses: [String?]) -> String? {
    let forms = witnesses.compactMap { $0?.looseForm }.filter { $0.utf8.count > 8 }
    return head.titles.prefix(6).map { head.text(of: $0) }.first { forms.contains($0.looseForm) }
  }

  /// The heading of level 2 that the document's title starts or ends with.
  private func secondHeading(_ witnesses: [String]) -> String? {
    head.secondHeadings.map { head.text(of: $0) }.first { heading in
      let form = heading.looseForm
      return form.utf8.count >= 16 && witnesses.contains { agreement(form, $0) >= 1 }
    }
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
        && (tailForm.isEmpty || siteForm.firstRange(of: tailForm) != nil
          || tailForm.firstRange(of: siteForm) != nil)
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
    let bytes = title.utf8
    var index = bytes.endIndex
    while index > bytes.startIndex {
      index = bytes.index(before: index)
      guard bytes[index] == 0x20 else { continue }
      for separator in separators where bytes[index...].starts(with: separator.utf8) {
        let end = bytes.index(index, offsetBy: separator.utf8.count)
        return (index, end, separator == " | " || separator == " :: ")
      }
    }
    return nil
  }
}

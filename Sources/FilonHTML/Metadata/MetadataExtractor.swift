internal import FilonCore

/// Gathers the metadata of a page from what it offers, most trustworthy evidence first.
struct MetadataExtractor {
  let head: PageHead
  let linked: LinkedData
  let arena: NodeArena
  /// The scanner's text.
  let bytes: [UInt8]
  /// The page in UTF-8.
  let page: [UInt8]
  let segments: [Segment]
  let url: String?
  /// What the rules for the page's site select.
  let rules: SiteRules.Matches

  /// All metadata but the kind of page.
  func extract() -> Metadata {
    var metadata = Metadata()
    site(&metadata)
    if let (title, evidence) = TitleChooser(
      head: head, linked: linked, site: metadata.site
    ).choose() {
      metadata.title = title.canonicallyComposed
      metadata.evidence["title"] = evidence
    }
    if let title = rules.title.map({ head.text($0) }), !title.isEmpty {
      metadata.title = title.canonicallyComposed
      metadata.evidence["title"] = "rule"
    }
    let heading = headingNode(metadata.title)
    let ranking = MentionRanking(arena: arena, title: heading)
    let evidence = TextEvidence(arena: arena, bytes: bytes, segments: segments, title: heading)
    authors(&metadata, ranking, evidence)
    dates(&metadata, ranking, evidence)
    applyRules(&metadata)
    simpleValues(&metadata)
    return metadata
  }

  /// Authors and date as the rules for the site find them.
  private func applyRules(_ metadata: inout Metadata) {
    let names = AuthorNames.clean(rules.authors.map { head.text($0) })
    if !names.isEmpty { set(names, "rule", &metadata) }
    guard let node = rules.date else { return }
    let values = [
      arena.value(of: .datetime, at: node), arena.value(of: .content, at: node), head.text(node),
    ]
    let parser = DateParser(monthFirst: (head.language ?? "").lowercased().hasPrefix("en-us"))
    guard let date = values.lazy.compactMap({ $0 }).compactMap({ parser.first(in: $0) }).first
    else {
      return
    }
    metadata.published = date.iso8601
    metadata.evidence["published"] = "rule"
  }

  private func set(
    _ metadata: inout Metadata, _ key: WritableKeyPath<Metadata, String?>, _ name: String,
    _ candidates: [(value: String?, evidence: String)]
  ) {
    for (value, evidence) in candidates {
      guard let value = value?.unescapedReferences.collapsedSpaces, !value.isEmpty else { continue }
      metadata[keyPath: key] = value.canonicallyComposed
      metadata.evidence[name] = evidence
      return
    }
  }

  private func site(_ metadata: inout Metadata) {
    set(
      &metadata, \.site, "site",
      [
        (head.meta("og:site_name"), "opengraph"),
        (linked.text("publisher").flatMap { $0.hasPrefix("http") ? nil : $0 }, "json-ld"),
        (
          head.meta(
            "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher",
            "citation_journal_title"), "meta"
        ),
        (head.meta("twitter:site").map { String($0.drop { $0 == "@" }) }, "meta"),
        (titleTail(), "markup"), (PageAddress(url ?? head.canonical ?? "").siteName, "url"),
      ])
  }

  /// The last part of the document's title when the host spells it.
  private func titleTail() -> String? {
    guard let title = head.documentTitle else { return nil }
    let host =
      PageAddress(url ?? head.canonical ?? head.meta("og:url") ?? "").siteName?.looseForm ?? ""
    guard host.utf8.count > 2 else { return nil }
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
      var rest = title[...]
      while let range = rest.firstRange(of: separator) { rest = rest[range.upperBound...] }
      let tail = String(rest)
      if tail.utf8.count < title.utf8.count {
        let form = tail.looseForm
        if form.firstRange(of: host) != nil
          || form.utf8.count > 3 && host.firstRange(of: form) != nil
        {
          return tail
        }
      }
    }
    return nil
  }

  /// The heading that shows the title, or -1.
  private func headingNode(_ title: String?) -> Int {
    guard let form = title?.looseForm, !form.isEmpty else { return -1 }
    let headings = head.headings + head.titles + head.secondHeadings
    let forms = headings.map { head.text(of: $0).looseForm }
    let place = forms.firstIndex(of: form) ?? forms.firstIndex { $0.firstRange(of: form) != nil }
    if let place { return headings[place].node }
    // A title that only the head of the page has goes with the page's only main heading.
    return head.headings.count == 1 ? head.headings[0].node : -1
  }

  private func authors(
    _ metadata: inout Metadata, _ ranking: MentionRanking, _ evidence: TextEvidence
  ) {
    // Each is asked only when those before it know nobody.
    let candidates: [(values: () -> [String], evidence: String)] = [
      ({ linked.names("author") }, "json-ld"),
      ({ Self.authorKeys.flatMap { head.all($0) } + labelled() }, "meta"),
      ({ microdataAuthors(ranking) }, "microdata"),
      ({ head.all("article:author") + head.all("og:article:author") }, "opengraph"),
      ({ nearest(ranking, head.relAuthors) }, "markup"),
      ({ nearest(ranking, head.authors) }, "markup"), ({ evidence.authors() }, "text"),
    ]
    let site = metadata.site?.looseForm ?? ""
    var doubtful: (names: [String], evidence: String)?
    for (values, evidence) in candidates {
      var names = AuthorNames.clean(values())
      if evidence == "markup", names.count > 4 { names = [names[0]] }
      let sure = names.filter { !AuthorNames.isDoubtful($0, site: site) }
      if !sure.isEmpty {
        set(sure, evidence, &metadata)
        return
      }
      if !names.isEmpty, doubtful == nil { doubtful = (names, evidence) }
    }
    if let doubtful { set(doubtful.names, doubtful.evidence, &metadata) }
  }

  private static let authorKeys = [
    "author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator",
    "sailthru.author", "citation_author", "byl",
  ]

  private func microdataAuthors(_ ranking: MentionRanking) -> [String] {
    guard head.itempropAuthors.count <= 3 else { return [] }
    return ranking.ranked(head.itempropAuthors).map { head.text(of: $0) }
  }

  private func set(_ names: [String], _ evidence: String, _ metadata: inout Metadata) {
    metadata.authors = names.map(\.canonicallyComposed)
    metadata.evidence["authors"] = evidence
  }

  /// The value that Twitter's label calls the writer: "Written by", "Verfasst von".
  private func labelled() -> [String] {
    guard let label = head.meta("twitter:label1")?.lowercased(),
      ["written by", "verfasst von", "écrit par", "escrito por", "scritto da"].contains(label),
      let value = head.meta("twitter:data1")
    else { return [] }
    return [value]
  }

  /// The nearest mention, with the others right beside it.
  private func nearest(
    _ ranking: MentionRanking, _ mentions: [PageHead.Mention]
  ) -> [String] {
    for mention in ranking.ranked(mentions).prefix(4) {
      let text = head.text(of: mention)
      if !AuthorNames.split(text).isEmpty { return [text] }
    }
    return []
  }

  private func dates(
    _ metadata: inout Metadata, _ ranking: MentionRanking, _ evidence: TextEvidence
  ) {
    let chooser = DateChooser(
      head: head, linked: linked, url: url, page: page, ranking: ranking, evidence: evidence)
    if let (date, evidence) = chooser.published() {
      metadata.published = date.iso8601
      metadata.evidence["published"] = evidence
    }
    if let (date, evidence) = chooser.modified() {
      metadata.modified = date.iso8601
      metadata.evidence["modified"] = evidence
    }
  }

  private func simpleValues(_ metadata: inout Metadata) {
    set(
      &metadata, \.description, "description",
      [
        (head.meta("og:description"), "opengraph"),
        (head.meta("description", "twitter:description", "dc.description"), "meta"),
        (linked.text("description"), "json-ld"),
      ])
    set(
      &metadata, \.subtitle, "subtitle",
      [
        (linked.text("alternativeHeadline"), "json-ld"),
        (
          head.subtitles.lazy.map { head.text(of: $0) }
            .first { $0.utf8.count > 15 && $0.utf8.count < 500 }, "markup"
        ),
      ])
    if metadata.subtitle == metadata.title {
      metadata.subtitle = nil
      metadata.evidence["subtitle"] = nil
    }
    set(
      &metadata, \.section, "section",
      [
        (linked.text("articleSection"), "json-ld"), (head.meta("article:section"), "opengraph"),
        (head.meta("section", "parsely-section", "category"), "meta"),
      ])
    set(
      &metadata, \.language, "language",
      [
        (head.language, "markup"), (linked.text("inLanguage"), "json-ld"),
        (head.meta("og:locale"), "opengraph"),
        (head.meta("content-language", "dc.language", "language"), "meta"),
      ])
    set(
      &metadata, \.image, "image",
      [
        (head.meta("og:image", "og:image:url"), "opengraph"), (linked.text("image"), "json-ld"),
        (head.meta("twitter:image", "thumbnail"), "meta"),
      ])
    let address = PageAddress(url ?? "")
    set(
      &metadata, \.url, "url",
      [
        (head.canonical.flatMap { address.resolve($0) }, "markup"),
        (head.meta("og:url").flatMap { address.resolve($0) }, "opengraph"), (url, "url"),
      ])
    let keywords: [(values: [String], evidence: String)] = [
      (head.all("article:tag"), "opengraph"), (linked.names("keywords"), "json-ld"),
      (head.all("news_keywords") + head.all("keywords"), "meta"), (head.tagLinks, "markup"),
    ]
    for (values, evidence) in keywords {
      var tags: [String] = []
      for value in values {
        for part in value.unescapedReferences.split(separator: ",") {
          let tag = String(part).collapsedSpaces.canonicallyComposed
          if !tag.isEmpty, tag.utf8.count < 80, !tags.contains(tag), tags.count < 30 {
            tags.append(tag)
          }
        }
      }
      if !tags.isEmpty {
        metadata.tags = tags
        metadata.evidence["tags"] = evidence
        break
      }
    }
    if let free = linked.isAccessibleForFree {
      metadata.isPaywalled = !free
      metadata.evidence["paywalled"] = "json-ld"
    } else if let tier = head.meta("article:content_tier") {
      metadata.isPaywalled = tier == "locked" || tier == "metered"
      metadata.evidence["paywalled"] = "opengraph"
    }
  }
}

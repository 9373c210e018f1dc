/// Chooses the day of publication and that of the last change.
struct DateChooser {
  let head: PageHead
  let linked: LinkedData
  let url: String?
  /// The page in UTF-8, whose scripts are the last resort.
  let page: [UInt8]
  let ranking: MentionRanking
  let evidence: TextEvidence

  private var parser: DateParser {
    DateParser(monthFirst: (head.language ?? "").lowercased().hasPrefix("en-us"))
  }

  private static let publishedKeys = ranks([
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "date", "pubdate", "publishdate", "publish_date",
    "publication_date", "publication-date", "sailthru.date", "og:pubdate",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime", "article_date_original", "citation_date",
    "citation_publication_date", "ptime", "published_time", "datecreated", "article.published",
    "article:post_date", "rnews:datepublished", "last-published", "timestamp", "created",
    "displaydate", "article.created", "article:created", "bt:pubdate",
    "shareaholic:article_published_time",
    "dcsext.articlefirstpublished", "pdate", "dc.created", "release_date", "video:release_date",
    "doc_date", "pub_date", "mediator_published_time", "news_published", "og:published_time",
    "ob:article:published", "cse-date", "time", "created-date", "creation_date", "article.date",
  ])

  private static let modifiedKeys = ranks([
    "article:modified_time", "og:updated_time", "datemodified", "dc.date.modified",
    "dcterms.modified", "last-modified", "lastmod", "modified_time", "og:modified_time",
    "article:updated_time", "revised", "modificationdate",
  ])

  private static func ranks(_ keys: [String]) -> [String: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first value that is a date.
  private func first(_ values: some Sequence<String>) -> CalendarDate? {
    for value in values {
      if let date = parser.first(in: value) { return date }
    }
    return nil
  }

  /// The first mention that is a date.
  private func first(_ mentions: [PageHead.Mention]) -> CalendarDate? {
    first(mentions.lazy.map { head.text(of: $0) })
  }

  /// The values of meta elements with one of these keys, in the order of the keys.
  private func metas(_ ranks: [String: Int]) -> [(key: String, value: String)] {
    head.metas.enumerated().compactMap { place, meta in
      ranks[meta.key].map { (rank: $0, place: place, meta: meta) }
    }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.meta)
  }

  /// The first date among meta elements with one of these keys, with its evidence.
  private func firstMeta(_ ranks: [String: Int]) -> (CalendarDate, String)? {
    for (key, value) in metas(ranks) {
      guard let date = parser.first(in: value) else { continue }
      if key == "date", let shown = shownBefore(date) { return shown }
      return (date, key.hasPrefix("article:") || key.hasPrefix("og:") ? "opengraph" : "meta")
    }
    return nil
  }

  /// The day of publication with its evidence.
  ///
  /// A time in UTC gives way to the day that the address spells or the page shows when the two are
  /// a day apart: those have the day of the place.
  func published() -> (CalendarDate, String)? {
    guard let (date, source) = declared() else { return nil }
    if source != "url", let url, let local = PageAddress(url).date, date.mayBe(local) {
      return (local, "url")
    }
    if source != "text", confirmations(of: date) == 0,
      let local = shownDays.first(where: { date.mayBe($0) })
    {
      return (local, "markup")
    }
    return (date, source)
  }

  /// The day shown right by the title, when it is a little before `date`: the plain key "date" is
  /// often that of the last change.
  private func shownBefore(_ date: CalendarDate) -> (CalendarDate, String)? {
    guard confirmations(of: date) == 0, let shown = evidence.dateByTitle(parser),
      (1...60).contains(shown.days(until: date))
    else { return nil }
    return (shown, "text")
  }

  /// The days that the page shows, the nearest to the title first.
  private var shownDays: [CalendarDate] {
    (own(head.times) + own(head.dateTexts) + head.publishedTimes).prefix(6)
      .compactMap { parser.first(in: head.text(of: $0)) }
  }

  private func declared() -> (CalendarDate, String)? {
    let meta = firstMeta(Self.publishedKeys)
    let linkedText =
      linked.text("datePublished") ?? linked.text("dateCreated")
      ?? linked.text("uploadDate")
    let linkedDate = linkedText.flatMap { parser.first(in: $0) }.map { ($0, "json-ld") }
    if let meta, let linkedDate {
      guard meta.0.ordinal != linkedDate.0.ordinal else { return linkedDate }
      // The two disagree: the day that the page shows or the address spells decides.
      return confirmations(of: linkedDate.0) > confirmations(of: meta.0) ? linkedDate : meta
    }
    if let found = meta ?? linkedDate { return found }
    return shown()
  }

  /// How often the address and the page's own dates name this day.
  private func confirmations(of date: CalendarDate) -> Int {
    var count = 0
    if let url, PageAddress(url).date?.ordinal == date.ordinal { count += 2 }
    return count + shownDays.count { $0.ordinal == date.ordinal }
  }

  private func shown() -> (CalendarDate, String)? {
    if let url, let date = PageAddress(url).date { return (date, "url") }
    if let date = first(own(head.publishedTimes)) ?? first(ranking.ranked(head.publishedTimes)) {
      return (date, "microdata")
    }
    if let date = first(own(head.times + head.dateTexts)) { return (date, "markup") }
    if let canonical = head.canonical ?? head.meta("og:url"), let date = PageAddress(canonical).date
    {
      return (date, "url")
    }
    if let date = evidence.date(parser) { return (date, "text") }
    if let text = linked.anyDate, let date = parser.first(in: text) { return (date, "json-ld") }
    if let (date, _) = firstMeta(Self.modifiedKeys) { return (date, "meta") }
    if let date = first(head.modifiedTimes) { return (date, "microdata") }
    if let date = first(ranking.ranked(head.times + head.dateTexts)) {
      return (date, "markup")
    }
    if let image = head.meta("og:image"), let date = PageAddress(image).date {
      return (date, "url")
    }
    if let date = ScriptDates.first(in: page) { return (date, "markup") }
    for text in [head.meta("description", "og:description"), head.documentTitle] {
      if let text, let date = parser.first(in: text) { return (date, "meta") }
    }
    return nil
  }

  /// The mentions that belong to the article, the nearest to the title first.
  private func own(_ mentions: [PageHead.Mention]) -> [PageHead.Mention] {
    ranking.ranked(mentions).filter { !ranking.isForeign($0.node) }
  }

  /// The day of the last change with its evidence.
  func modified() -> (CalendarDate, String)? {
    if let text = linked.text("dateModified"), let date = parser.first(in: text) {
      return (date, "json-ld")
    }
    return firstMeta(Self.modifiedKeys) ?? first(head.modifiedTimes).map { ($0, "microdata") }
  }
}

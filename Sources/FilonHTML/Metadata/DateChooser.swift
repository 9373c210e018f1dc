/// Chooses the day of publication and that of the last change.
struct DateChooser {
  let head: PageHead
  let linked: LinkedData
  let url: String?
  let ranking: MentionRanking
  let evidence: TextEvidence

  private var parser: DateParser {
    DateParser(monthFirst: (head.language ?? "").lowercased().hasPrefix("en-us"))
  }

  private static let publishedKeys = [
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
  ]

  private static let modifiedKeys = [
    "article:modified_time", "og:updated_time", "datemodified", "dc.date.modified",
    "dcterms.modified", "last-modified", "lastmod", "modified_time", "og:modified_time",
    "article:updated_time", "revised", "modificationdate",
  ]

  /// The first value that is a date.
  private func first(_ values: [String]) -> CalendarDate? {
    for value in values {
      if let date = parser.first(in: value) { return date }
    }
    return nil
  }

  /// The day of publication with its evidence.
  func published() -> (CalendarDate, String)? {
    if let text = linked.text("datePublished") ?? linked.text("dateCreated")
      ?? linked.text("uploadDate"), let date = parser.first(in: text)
    {
      return (date, "json-ld")
    }
    for key in Self.publishedKeys {
      if let date = first(head.all(key)) {
        return (date, key.hasPrefix("article:") || key.hasPrefix("og:") ? "opengraph" : "meta")
      }
    }
    if let date = first(ranking.ranked(head.publishedTimes).map(\.text)) {
      return (date, "microdata")
    }
    if let url, let date = PageAddress(url).date { return (date, "url") }
    if let date = first(own(head.times)) { return (date, "markup") }
    if let date = first(own(head.dateTexts)) { return (date, "markup") }
    if let canonical = head.canonical ?? head.meta("og:url"), let date = PageAddress(canonical).date {
      return (date, "url")
    }
    if let date = evidence.date(parser) { return (date, "text") }
    if let text = linked.anyDate, let date = parser.first(in: text) { return (date, "json-ld") }
    for key in Self.modifiedKeys {
      if let date = first(head.all(key)) { return (date, "meta") }
    }
    if let date = first(head.modifiedTimes.map(\.text)) { return (date, "microdata") }
    if let date = first(ranking.ranked(head.times + head.dateTexts).map(\.text)) {
      return (date, "markup")
    }
    if let image = head.meta("og:image"), let date = PageAddress(image).date {
      return (date, "url")
    }
    return nil
  }

  /// The texts of the mentions that belong to the article, the nearest to the title first.
  private func own(_ mentions: [PageHead.Mention]) -> [String] {
    ranking.ranked(mentions).filter { !ranking.isForeign($0.node) }.map(\.text)
  }

  /// The day of the last change with its evidence.
  func modified() -> (CalendarDate, String)? {
    if let text = linked.text("dateModified"), let date = parser.first(in: text) {
      return (date, "json-ld")
    }
    for key in Self.modifiedKeys {
      if let date = first(head.all(key)) {
        return (date, key.hasPrefix("article:") || key.hasPrefix("og:") ? "opengraph" : "meta")
      }
    }
    return first(head.modifiedTimes.map(\.text)).map { ($0, "microdata") }
  }
}

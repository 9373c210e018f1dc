/// Tells articles from pages that hold none: fronts, lists, errors.
struct PageTypeClassifier {
  let head: PageHead
  let linked: LinkedData
  let measures: NodeMeasures.Sum
  /// Characters of running text in the main text.
  let kept: Int
  /// Number of kept segments that read like running text.
  let paragraphs: Int
  /// Whether the main text stands in elements that name themselves a live page.
  let isMarkedLive: Bool
  let url: String?
  let title: String?

  /// The kind of page: `article`, `live`, `home`, `list`, `error`, or `other`.
  func classify() -> String {
    if isError { return "error" }
    if linked.types.contains("LiveBlogPosting") || isMarkedLive && paragraphs >= 2 { return "live" }
    let hasArticleSigns =
      linked.article != nil || head.meta("og:type")?.lowercased() == "article"
      || head.meta("article:published_time") != nil
    if isFront, !(hasArticleSigns && paragraphs >= 5) { return "home" }
    let isListing = linked.types.contains { $0 == "CollectionPage" || $0 == "SearchResultsPage" }
    if isListing, kept < 1500 { return "list" }
    if isMostlyLinks, !hasArticleSigns || kept < 200 { return "list" }
    if hasArticleSigns || paragraphs >= 3 || kept >= 600 { return "article" }
    return kept > 0 ? "other" : "list"
  }

  private var isError: Bool {
    guard kept < 1200 else { return false }
    let text = ((title ?? "") + " " + (head.documentTitle ?? "")).lowercased()
    return ErrorPhrases.all.contains { text.contains($0) }
  }

  private var isFront: Bool {
    guard let url else { return false }
    let address = PageAddress(url)
    guard !address.host.isEmpty else { return false }
    let path = address.path.split(separator: "/").filter {
      !$0.hasPrefix("?") && !$0.hasPrefix("#")
    }
    return path.isEmpty
      || path.count == 1
        && ["index.html", "index.php", "fr", "en", "de", "home", "accueil"]
          .contains(String(path[0]).lowercased())
  }

  private var isMostlyLinks: Bool {
    measures.linkSegments * 2 > measures.segments && paragraphs <= 3
  }
}

/// Words that titles of error pages have.
private enum ErrorPhrases {
  static let all: [String] = EmbeddedTable.furniture.filter { $0.count == 5 && $0[0] == "error" }
    .map { $0[4] }
}

/// Why a stretch of a page was kept or left out.
enum Verdict: UInt8, Sendable {
  case kept
  /// Outside the chosen container.
  case outside
  /// Hidden by the page.
  case hidden
  /// In an element that never holds the article (navigation, form, aside).
  case element
  /// In an element whose names say that it is furniture.
  case concept
  /// Mostly links.
  case links
  /// A phrase of page furniture.
  case phrase
  /// The title, byline or date, which the metadata hold.
  case metadata
  case caption
  case table
  /// Said before.
  case duplicate
  /// After the end of the article.
  case tail
  /// Nothing but marks.
  case empty
  /// A rule for the site drops it.
  case rule
}

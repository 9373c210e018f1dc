/// What the words of a class, id, role or itemprop say that an element is.
struct ConceptSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  /// The names that the data file uses, in the order of the bits.
  static let names = [
    "body", "entry", "article", "content", "main", "text", "share", "newsletter", "consent", "nav",
    "related", "footer", "ad", "author", "comment", "paywall", "sidebar", "header", "meta", "tags",
    "caption", "promo", "modal", "login", "breadcrumb", "widget", "gallery", "hidden", "date",
    "title", "subtitle", "toc", "credit", "print", "rating", "aside", "live", "reference",
    "bodyExact", "toolbar", "bio", "wrapper", "strong", "number",
  ]

  private static func named(_ name: String) -> ConceptSet {
    ConceptSet(rawValue: names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0)
  }

  /// The set of one name, or nil for a name that is not known.
  init?(name: String) {
    let set = Self.named(name)
    guard set.rawValue != 0 else { return nil }
    self = set
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// `itemprop=articleBody` and names that only ever hold the text of an article.
  static let body = named("body")
  static let entry = named("entry")
  static let article = named("article")
  static let content = named("content")
  static let main = named("main")
  static let text = named("text")
  static let share = named("share")
  static let newsletter = named("newsletter")
  static let consent = named("consent")
  static let nav = named("nav")
  static let related = named("related")
  static let footer = named("footer")
  static let ad = named("ad")
  static let author = named("author")
  static let comment = named("comment")
  static let paywall = named("paywall")
  static let sidebar = named("sidebar")
  static let header = named("header")
  static let meta = named("meta")
  static let tags = named("tags")
  static let caption = named("caption")
  static let promo = named("promo")
  static let modal = named("modal")
  static let login = named("login")
  static let breadcrumb = named("breadcrumb")
  static let widget = named("widget")
  static let gallery = named("gallery")
  static let hidden = named("hidden")
  static let date = named("date")
  static let title = named("title")
  static let subtitle = named("subtitle")
  static let toc = named("toc")
  static let credit = named("credit")
  static let print = named("print")
  static let rating = named("rating")
  static let aside = named("aside")
  static let live = named("live")
  static let reference = named("reference")
  static let toolbar = named("toolbar")
  static let bio = named("bio")
  static let wrapper = named("wrapper")
  /// The number of a line or a paragraph.
  static let number = named("number")

  /// Furniture wherever it stands.
  static let furniture: ConceptSet = [
    .share, .newsletter, .consent, .nav, .related, .footer, .ad, .paywall, .sidebar, .promo,
    .modal, .login, .breadcrumb, .toolbar, .tags, .comment, .rating, .print, .bio,
  ]
  /// Signs of an article's own text.
  static let positive: ConceptSet = [.body, .entry, .article, .content, .main, .text]
}

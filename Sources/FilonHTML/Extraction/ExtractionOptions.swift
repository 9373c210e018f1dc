/// What extraction keeps and how much it risks.
public struct ExtractionOptions: Sendable, Hashable {
  /// Which error is worse: leaving text out, or letting page furniture in.
  public enum Favour: String, Sendable, CaseIterable {
    /// Leave out whatever is doubtful.
    case precision
    /// The best of both.
    case balanced
    /// Keep whatever may be text: captions, notes, asides.
    case recall
  }

  /// Which error is worse.
  public var favour: Favour
  /// Whether tables of data are kept.
  public var keepTables: Bool
  /// Whether paragraphs that are mostly links are kept.
  public var keepLinks: Bool
  /// Whether the addresses of the links in the text are given.
  public var keepAddresses: Bool
  /// Shorter texts are tried again with looser rules, in characters.
  public var minimumLength: Int
  /// Longer pages are refused, in bytes.
  public var maximumPageBytes: Int
  /// What is known of single sites.
  public var rules: SiteRules

  /// Makes options; the defaults suit news pages.
  public init(
    favour: Favour = .balanced, keepTables: Bool = true, keepLinks: Bool = false,
    keepAddresses: Bool = false,
    minimumLength: Int = 250, maximumPageBytes: Int = 20 << 20, rules: SiteRules = SiteRules()
  ) {
    self.favour = favour
    self.keepTables = keepTables
    self.keepLinks = keepLinks
    self.keepAddresses = keepAddresses
    self.minimumLength = minimumLength
    self.maximumPageBytes = maximumPageBytes
    self.rules = rules
  }
}

import FilonClaims
public import FilonCore

/// Finds the claims of a list that say the same as a text, in its language and in the other.
///
/// Texts are documents that hold one claim as their whole text; quantities, dates and entities of
/// theirs are compared in normal form.
public struct ClaimSearch: Sendable {
  /// A claim that was found.
  public struct Match: Sendable {
    /// Its place in the list.
    public let index: Int
    /// How much it says the same, 0 to 1.
    public let score: Double
  }

  private let matcher: ClaimMatcher

  /// Indexes the claims to search.
  public init(_ claims: [Document]) {
    matcher = ClaimMatcher(claims.map { ClaimSignature(text: ClaimInput($0)) })
  }

  /// The claims nearest to a text, best first; one with the text's own identifier is left out.
  ///
  /// - Parameters:
  ///   - text: What to look for.
  ///   - otherLanguage: Only claims in another language.
  ///   - limit: How many at most.
  public func matches(
    for text: Document, otherLanguage: Bool = false, limit: Int = 5
  ) -> [Match] {
    matcher.ranked(
      for: ClaimSignature(text: ClaimInput(text)), otherLanguage: otherLanguage, limit: limit
    ).map { Match(index: $0.claim, score: $0.score) }
  }
}

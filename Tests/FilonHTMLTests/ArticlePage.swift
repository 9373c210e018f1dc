import FilonCore
import FilonHTML

/// Pages of our own writing, built around a given body.
enum ArticlePage {
  static let first =
    "Le conseil municipal a voté mardi soir, après trois heures de débat, le budget de la ville."
  static let second =
    "Il prévoit de planter deux cents arbres, selon la maire, et de rouvrir la piscine en juin."
  static let third =
    "L’opposition, qui demandait une baisse de la taxe foncière, s’est abstenue lors du vote."

  /// A page with a navigation, an article around `body`, and a footer.
  static func html(_ body: String, head: String = "") -> String {
    """
    <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le budget adopté</title>
    \(head)</head><body><nav><a href="/">Accueil</a><a href="/sport">Sport</a></nav>
    <article><h1>Le budget adopté</h1>\(body)</article>
    <footer>Mentions légales</footer></body></html>
    """
  }

  /// The text extracted from a page of these bytes.
  static func extract(_ bytes: [UInt8], charset: String? = nil) throws -> ExtractedPage {
    var extractor = PageExtractor()
    return try extractor.extract(Page(bytes: bytes, charset: charset))
  }

  static func extract(_ html: String) throws -> ExtractedPage { try extract(Array(html.utf8)) }
}

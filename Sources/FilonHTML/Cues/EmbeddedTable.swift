internal import CFilonHTMLData
internal import FilonCore

/// The tables that the engine embeds, read once on first use.
enum EmbeddedTable {
  static let entities = table(
    unsafe EmbeddedBytes(filon_html_entities_bytes(), count: filon_html_entities_size()))
  static let charsets = table(
    unsafe EmbeddedBytes(filon_html_charsets_bytes(), count: filon_html_charsets_size()))
  static let markupConcepts = table(
    unsafe EmbeddedBytes(
      filon_html_markup_concepts_bytes(), count: filon_html_markup_concepts_size()))
  static let furniture = table(
    unsafe EmbeddedBytes(filon_html_furniture_bytes(), count: filon_html_furniture_size()))
  static let stopWords = table(
    unsafe EmbeddedBytes(filon_html_stop_words_bytes(), count: filon_html_stop_words_size()))
  static let dateWords = table(
    unsafe EmbeddedBytes(filon_html_date_words_bytes(), count: filon_html_date_words_size()))
  static let bylineWords = table(
    unsafe EmbeddedBytes(filon_html_byline_words_bytes(), count: filon_html_byline_words_size()))

  private static func table(_ bytes: EmbeddedBytes) -> [[String]] {
    TabSeparatedTable(bytes.text).rows
  }
}

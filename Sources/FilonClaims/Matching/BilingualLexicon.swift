import CFilonClaimsData
import FilonCore

/// Which English word keys a French word key translates to.
///
/// A word key is the first six letters of a word without case and accents; it stands for the
/// inflected forms of a word, and for its cognates.
struct BilingualLexicon: Sendable {
  /// The embedded lexicon.
  static let standard = BilingualLexicon(
    EmbeddedBytes(
      filon_claims_bilingual_lexicon_bytes(), count: filon_claims_bilingual_lexicon_size()
    ).text)

  private let table: FormTable
  private let translations: [[(key: FormHash, share: Float)]]

  /// Reads lines of French key, English key and share in thousandths.
  init(_ text: String) {
    var order: [(FormHash, UInt32)] = []
    var translations: [[(key: FormHash, share: Float)]] = []
    var last = ""
    for row in TabSeparatedTable(text).rows where row.count >= 3 {
      if row[0] != last {
        last = row[0]
        order.append((FormHash(last), UInt32(translations.count)))
        translations.append([])
      }
      translations[translations.count - 1].append(
        (FormHash(row[1]), (Float(row[2]) ?? 0) / 1_000))
    }
    table = FormTable(order)
    self.translations = translations
  }

  /// The translations of a French key; empty for a word that the lexicon does not know.
  func translations(of key: FormHash) -> [(key: FormHash, share: Float)] {
    guard let index = table[key] else { return [] }
    return translations[Int(index)]
  }
}

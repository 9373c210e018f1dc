/// Made-up text in no language: strings of consonants, random letters, units, codes, identifiers.
enum UndeterminedText {
  /// Units, currencies and abbreviations, which say nothing about a language alone.
  private static let abbreviations =
    """
    kg km cm mm ml dl cl kw kwh mw gw hz khz mhz ghz kb mb gb tb kbps mbps db ph ppm rpm usd eur gbp
    chf jpy cad isbn issn doi http https html xml json css pdf jpg png gif svg mp csv txt zip utc gmt
    cet dna rna usb gps hdmi ssd cpu gpu ram ip tcp udp dns vpn url uri api sdk sql php asp xls nyse
    nasdaq cac ftse dax aapl msft goog tsla nvda lvmh btc eth ref no nr tel fax bp cp rcs siret tva ttc
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Words of program text.
  private static let identifiers =
    """
    var let const func def fn int str bool null nil void true false elif else endif printf println
    stdin stdout argv argc struct enum typedef sizeof malloc foo bar baz tmp idx obj ptr px em rgb rgba
    div span img href src alt nav btn ul li td tr tbody thead colspan onclick async await utf ascii
    param params args kwargs init self this func bool float double char byte uint len str num arr
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// A corpus of `lines` lines.
  static func corpus(lines: Int, seed: UInt64) -> LanguageCorpus {
    var random = RandomSource(seed: seed)
    let consonants = Array("bcdfghjklmnpqrstvwxz".utf8)
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    var text: [UInt8] = []
    for _ in 0..<lines {
      let kind = random.below(5)
      for _ in 0..<(1 + random.below(6)) {
        switch kind {
        case 0, 1:
          let length = (kind == 0 ? 3 : 4) + random.below(5)
          for _ in 0..<length { text.append(consonants[random.below(consonants.count)]) }
        case 2: for _ in 0..<(5 + random.below(8)) { text.append(letters[random.below(26)]) }
        case 3: text += abbreviations[random.below(abbreviations.count)].utf8
        default: text += identifiers[random.below(identifiers.count)].utf8
        }
        text.append(0x20)
      }
      text.append(0x0A)
    }
    return LanguageCorpus(code: LanguageModel.undetermined, text: text)
  }
}

/// The Latin letters that have a code of their own, and what they become without their accents.
enum LatinAlphabet {
  /// Lower-case letters in the order of their codes, which start at 1.
  ///
  /// The order is part of the model format: append only.
  static let letters =
    "abcdefghijklmnopqrstuvwxyz'" + "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß"
    + "āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž" + "șțəơưǎǐǒǔ"
    + "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ" + "ẁẃẅ"

  /// The code of the apostrophe, which ends a word: `l'`, `don'`.
  static let apostrophe: UInt8 = 27
  /// The code of every Latin letter outside ``letters``.
  static let otherLetter: UInt8 = 255

  /// Accented letters, each group after the plain letters that replace it.
  private static let plainForms: [(plain: String, accented: String)] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệə"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"),
    ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőǒơọỏốồổỗộớờởỡợ"), ("oe", "œ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
  ]

  /// The codes that replace a code when accents are lost, for the codes that change.
  static let withoutAccent: [[UInt8]] = {
    var codes: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in letters.unicodeScalars.enumerated() { codes[scalar] = UInt8(index + 1) }
    var table = [[UInt8]](repeating: [], count: 256)
    for form in plainForms {
      let plain = form.plain.unicodeScalars.compactMap { codes[$0] }
      for scalar in form.accented.unicodeScalars {
        if let code = codes[scalar] { table[Int(code)] = plain }
      }
    }
    return table
  }()
}

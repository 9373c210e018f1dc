import FilonCore

/// Documents that stages are tried on.
struct ConformanceSample {
  let name: String
  let document: Document

  static let all: [ConformanceSample] = [
    text("empty", ""),
    text("blank", " \n\n\t "),
    text("one word", "Bonjour"),
    text(
      "French",
      "« L’usine rouvrira en 2031 », a déclaré mardi Anne Morel, la directrice de Corvane. "
        + "Selon elle, 1 234,5 tonnes ont été perdues, soit 8 % de la production.\n\n"
        + "Le syndicat n’a pas confirmé ce chiffre."),
    text(
      "English",
      "“The plant will reopen in 2031,” said Anne Morel, who runs Corvane. She told reporters that "
        + "losses were about $1.2bn, up 8% on last year.\n\nThe union did not respond."),
    text("furniture", "Accueil\n\nS’abonner\n\nPartager\n\n© 2026"),
    text("wide characters", "😀 “𝕏” e\u{301} 👩‍👩‍👧 — ﬁn\u{FEFF} \u{202E}abc"),
    text("unbalanced", "« « “ ‘ » ( [ — « a dit"),
    text("long line", String(repeating: "mot ", count: 5_000)),
  ]

  private static func text(_ name: String, _ text: String) -> ConformanceSample {
    ConformanceSample(name: name, document: Document(id: name, text: text))
  }
}

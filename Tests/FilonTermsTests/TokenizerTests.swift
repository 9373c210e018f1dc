import FilonCore
import FilonTerms
import Testing

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("L'État l’a dit.", "L'|État|l’|a|dit|."),
    ("« Oui », dit-elle.", "«|Oui|»|,|dit|-elle|."),
    ("«\u{00A0}Non\u{202F}», répond Léa.", "«|Non|»|,|répond|Léa|."),
    ("Que fera-t-il ? Y a-t-on pensé ?", "Que|fera|-t-il|?|Y|a|-t-on|pensé|?"),
    ("Donnez-nous-en, dis-le-moi.", "Donnez|-nous|-en|,|dis|-le|-moi|."),
    ("Il parle du climat aux élus.", "Il|parle|de|le|climat|à|les|élus|."),
    (
      "Le rendez-vous d'aujourd'hui, c'est celui-ci.",
      "Le|rendez-vous|d'|aujourd'hui|,|c'|est|celui-ci|."
    ),
    ("Quelqu'un l'a vu jusqu'ici.", "Quelqu'un|l'|a|vu|jusqu'|ici|."),
    (
      "M. Durand et Mme Petit habitent Saint-Denis.",
      "M.|Durand|et|Mme|Petit|habitent|Saint-Denis|."
    ),
    (
      "Un déficit de 1 234,5 millions, soit 8 %.",
      "Un|déficit|de|1 234,5|millions|,|soit|8|%|."
    ),
    ("12 500 personnes à 20h30", "12 500|personnes|à|20|h|30"),
    (
      "Voir www.exemple.fr/a?b=1, ou ecrire@exemple.fr.",
      "Voir|www.exemple.fr/a?b=1|,|ou|ecrire@exemple.fr|."
    ),
    ("Bravo 👍🏽 👨‍👩‍👧 !", "Bravo|👍🏽|👨‍👩‍👧|!"),
    ("Né en 52 av. J.-C. à Rome.", "Né|en|52|av.|J.-C.|à|Rome|."),
    ("L'équipe s'est dite prête(s) etc.", "L'|équipe|s'|est|dite|prête(s)|etc."),
    ("Le G7 et l'UE (27 États)…", "Le|G7|et|l'|UE|(|27|États|)|…"),
    ("30 °C, 5 km/h et 3kg", "30|°C|,|5|km/h|et|3|kg"),
    ("J'ai 2,5 € -5 fois", "J'|ai|2,5|€|-5|fois"),
  ])
  func french(text: String, expected: String) {
    #expect(Analysis(text, .french).forms.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("I can't say it isn't Tom's.", "I|ca|n't|say|it|is|n't|Tom|'s|."),
    ("They’re sure we’ll win", "They|’re|sure|we|’ll|win"),
    (
      "Mr. Smith left the U.S. at 5 p.m. today.",
      "Mr.|Smith|left|the|U.S.|at|5|p.m.|today|."
    ),
    ("The workers' pay rose 3.5% to $13bn", "The|workers|'|pay|rose|3.5|%|to|$|13|bn"),
    ("She said \"no\" -- twice...", "She|said|\"|no|\"|--|twice|..."),
    (
      "a well-known e-mail from an ex-minister",
      "a|well|-|known|e-mail|from|an|ex-minister"
    ),
    ("We're gonna win; I cannot.", "We|'re|gon|na|win|;|I|can|not|."),
    (
      "See https://example.org/x. Or mail a.b@example.org!",
      "See|https://example.org/x|.|Or|mail|a.b@example.org|!"
    ),
    ("On 11/28/2000 at 7:30pm, 9/11", "On|11/28/2000|at|7:30|pm|,|9/11"),
    ("AT&T and J. K. Rowling", "AT&T|and|J.|K.|Rowling"),
    ("Nice :-) @user #topic", "Nice|:-)|@user|#topic"),
    ("'Yes,' he said, 'it works.'", "'|Yes|,|'|he|said|,|'|it|works|.|'"),
    ("five o'clock in the '90s", "five|o'clock|in|the|'90s"),
  ])
  func english(text: String, expected: String) {
    #expect(Analysis(text, .english).forms.joined(separator: "|") == expected)
  }

  @Test func contractionSharesItsRange() throws {
    let analysis = Analysis("Il vient du nord.", .french)
    try #require(analysis.tokens.count == 6)
    let (de, le) = (analysis.tokens[2], analysis.tokens[3])
    #expect(de.range == le.range)
    #expect(!de.flags.contains(.sharesRange) && le.flags.contains(.sharesRange))
    #expect(analysis.text.slice(de.range) == "du")
    #expect((de.lemma, le.lemma) == ("de", "le"))
  }

  @Test func cutMultiwordTokenTouches() throws {
    let analysis = Analysis("It can't.", .english)
    try #require(analysis.tokens.count == 4)
    #expect(analysis.tokens[1].range.end == analysis.tokens[2].range.start)
    #expect(analysis.tokens[1].flags.contains(.multiword))
    #expect(analysis.tokens[2].flags.contains(.multiword))
  }
}

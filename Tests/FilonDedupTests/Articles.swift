import FilonCore
import FilonDedup

/// Articles written for the tests.
enum Articles {
  static let bridge = """
    Le pont de Vauxbrun fermé jusqu'en avril

    La préfecture a annoncé mardi la fermeture du pont de Vauxbrun, long de 1 240 mètres, après la \
    découverte de fissures dans trois piles. Les travaux coûteront 18,5 millions d'euros, selon la \
    présidente du conseil départemental, Solange Maréchaud.

    « Nous ne prendrons aucun risque avec la sécurité des automobilistes », a-t-elle déclaré devant \
    la presse. Près de 23 400 véhicules empruntent chaque jour cet ouvrage inauguré en 1974 par le \
    ministre Raymond Castelin.

    Une déviation passera par Orbigny et Sainte-Colombe. L'entreprise Bertholin Construction, \
    retenue en 2019 pour l'entretien, n'a pas souhaité répondre. L'opposition demande une \
    commission d'enquête indépendante et la publication des rapports d'inspection de 2021.
    """

  static let bridgeInEnglish = """
    Vauxbrun bridge closed until April

    The prefecture announced on Tuesday that the Vauxbrun bridge, 1,240 metres long, would close \
    after cracks were discovered in three of its piers. The repairs will cost 18.5 million euros, \
    according to the president of the departmental council, Solange Maréchaud.

    "We will take no risk with the security of motorists," she told reporters. Almost 23,400 \
    vehicles a day use the structure, inaugurated in 1974 by the minister Raymond Castelin.

    A diversion will run through Orbigny and Sainte-Colombe. The company Bertholin Construction, \
    chosen in 2019 for maintenance, did not wish to answer. The opposition wants an independent \
    commission of inquiry and the publication of the inspection reports of 2021.
    """

  static let harvest = """
    Olive growers count their losses

    Farmers around Kelmora say that they will pick barely 900 tonnes of olives this autumn, a third \
    of what they harvested in 2022. The drought began in March and has not let up since.

    "My grandfather never saw anything like it," said Tomas Ferrand, who owns 60 hectares near the \
    village of Atteria. The cooperative expects prices to rise by 40 percent before the new year.

    The ministry of agriculture promised loans at low interest, but the growers' union wants direct \
    aid. Its secretary, Helen Okafor, will meet the minister in Lisbon on 14 November.
    """

  static let match = """
    Brignac renverse Saint-Aubert en prolongation

    Menés de deux buts à la pause, les joueurs de Brignac ont fini par l'emporter quatre à trois \
    samedi soir devant onze mille spectateurs. Le jeune attaquant Yanis Delcourt a marqué trois \
    fois, dont une tête à la dernière minute de la prolongation.

    L'entraîneur visiteur a regretté une erreur d'arbitrage sur le penalty qui a relancé la partie. \
    Brignac affrontera Montreuil-sur-Lys en demi-finale, le 3 mai, dans un stade encore en travaux.
    """

  /// An edited version: one sentence gone, words changed, another title.
  static let bridgeEdited = """
    Fissures : un pont fermé plusieurs mois

    \(bridge.split(separator: "\n\n").dropFirst().dropLast().joined(separator: "\n\n"))

    La déviation passera par Orbigny et Sainte-Colombe. L'entreprise Bertholin Construction, \
    retenue en 2019 pour l'entretien, n'a pas souhaité répondre.
    """

  static func fingerprint(
    _ id: String, _ text: String, language: String = "fr", host: String? = nil,
    published: String? = nil
  ) -> DocumentFingerprint {
    FingerprintMaker().fingerprint(
      id: id, text: text, blocks: [], host: host, language: language, published: published,
      anchors: [])
  }

  /// A text of `count` words that share nothing with those of another seed.
  static func invented(_ count: Int, seed: Int) -> String {
    var state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 | 1
    let consonants = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v"]
    let vowels = ["a", "e", "i", "o", "u"]
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var word = ""
      for shift in stride(from: 20, to: 60, by: 10) {
        let bits = Int((state >> UInt64(shift)) & 1023)
        word += consonants[bits % consonants.count] + vowels[bits / 32 % vowels.count]
      }
      return index % 12 == 11 ? word + "." : word
    }.joined(separator: " ")
  }
}

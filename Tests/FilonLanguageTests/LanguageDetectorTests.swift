import FilonCore
import FilonLanguage
import Testing

@Suite("Language of a text")
struct LanguageDetectorTests {
  let detector = LanguageDetector()

  @Test(
    "Sentences",
    arguments: [
      ("fr", "Le gouvernement a annoncé hier une baisse des impôts pour les petites entreprises."),
      ("en", "The minister said on Tuesday that the new law would come into force next spring."),
      ("de", "Der Minister sagte am Dienstag, dass das neue Gesetz im Frühjahr in Kraft tritt."),
      ("es", "El ministro dijo el martes que la nueva ley entrará en vigor en primavera."),
      ("it", "Il ministro ha detto martedì che la nuova legge entrerà in vigore in primavera."),
      ("pt", "O ministro disse na terça-feira que a nova lei entrará em vigor na primavera."),
      ("ca", "El ministre va dir dimarts que la nova llei entrarà en vigor a la primavera."),
      ("oc", "Los escolans an cantat una cançon vièlha e puèi se son anats passejar al mercat."),
      ("oc", "Cresi que lo monde comprenon plan çò que se passa dins nòstre país."),
      ("af", "Die minister het Dinsdag gesê dat die nuwe wet in die lente in werking tree."),
      ("nl", "De minister zei dinsdag dat de nieuwe wet in het voorjaar van kracht wordt."),
      ("ru", "Министр сказал во вторник, что новый закон вступит в силу весной."),
      ("uk", "Міністр сказав у вівторок, що новий закон набуде чинності навесні."),
      ("el", "Ο υπουργός είπε την Τρίτη ότι ο νέος νόμος θα τεθεί σε ισχύ την άνοιξη."),
      ("he", "השר אמר ביום שלישי כי החוק החדש ייכנס לתוקף באביב."),
      ("ar", "قال الوزير يوم الثلاثاء إن القانون الجديد سيدخل حيز التنفيذ في الربيع."),
      ("hi", "मंत्री ने मंगलवार को कहा कि नया कानून वसंत में लागू होगा।"),
      ("ko", "장관은 화요일에 새 법이 봄에 시행될 것이라고 말했다."),
      ("ja", "大臣は火曜日に、新しい法律が春に施行されると述べた。"),
      ("zh", "部长星期二表示，新法律将于春季生效。"),
    ])
  func sentences(code: String, text: String) {
    let guess = detector.detect(text)
    #expect(guess.code == code)
    #expect(guess.confidence > 0.5 && guess.confidence <= 1)
  }

  @Test(
    "Short strings and capital titles",
    arguments: [
      ("fr", "Lire la suite"), ("fr", "À lire aussi"), ("en", "Read more"), ("en", "About us"),
      ("fr", "LE PRESIDENT ANNONCE LA FIN DES DEBATS"),
      ("fr", "ELECTIONS : LES RESULTATS A 20 HEURES"),
      ("en", "PRIME MINISTER RESIGNS AFTER VOTE"), ("fr", "L’économie s’effondre"),
      ("fr", "L'ECONOMIE S'EFFONDRE"), ("en", "Don’t miss this"),
    ])
  func shortStrings(code: String, text: String) {
    #expect(detector.detect(text).code == code)
  }

  @Test(
    "Among names, the few other words decide",
    arguments: [
      ("en", "Photo by Benoît Lefèvre for Amélie Fontaine"),
      ("fr", "Photo de Benoît Lefèvre pour Amélie Fontaine"),
      ("en", "Amélie Fontaine with Sarah Whitfield, Benoît Lefèvre and Crédit Mutuel"),
      ("fr", "Sarah Whitfield, Amélie Fontaine et John Marlow"),
      ("en", "Regards, Hélène Gauthier, Head of Research, Crédit Mutuel"),
      ("fr", "Avec Kate Winfield, John Marlow et Sarah Whitfield"),
      ("tr", "Sayın Dekanımız Prof. Ayşe Yılmaz Çelik"),
    ])
  func namesWithFewWords(code: String, text: String) {
    #expect(detector.detect(text).code == code)
  }

  @Test("Any number of names gives a proper probability")
  func longListsOfNames() {
    for count in 0...60 {
      let text = Array(repeating: "Amélie Whitfield,", count: count).joined(separator: " ")
      let guess = detector.detect(text)
      #expect(guess.confidence >= 0 && guess.confidence <= 1)
      #expect(guess == detector.detect(text))
    }
  }

  @Test(
    "Foreign names and terms do not decide",
    arguments: [
      (
        "en",
        "The meeting with Jean-Luc Mélenchon and Élisabeth Borne was held near Aix-en-Provence."
      ),
      (
        "fr", "Les start-up du cloud misent sur le machine learning et l'open source, selon Google."
      ),
    ])
  func foreignNames(code: String, text: String) {
    #expect(detector.detect(text).code == code)
  }

  @Test(
    "Text in no language",
    arguments: [
      "", " ", "\u{0}\u{0}", "12 345,67 €", "https://example.org/le/chemin/de/la/page",
      "jean@example.org",
      "{\"a\": 1, \"b\": [2, 3]}", "— • →", "0x1F 0xFF", "😀👍🏽", "\u{301}\u{302}", "A4 B7 C9",
      "<br/>",
      "3,5 kg", "bcdfg hjklm npqrst",
    ])
  func noLanguage(text: String) {
    #expect(detector.detect(text).code == "und")
  }

  @Test("Addresses, tags and digits change nothing")
  func cleaning() {
    let plain = "Le ministre répondra demain aux questions des députés"
    let noisy =
      "<p class=\"the and of\">Le ministre</p> https://www.example.com/the/news/of-the-day répondra "
      + "demain &nbsp; aux the.news@example.org questions des 577 députés www.theguardian.com"
    let (first, second) = (detector.detect(plain), detector.detect(noisy))
    #expect(first.code == "fr")
    #expect(second.code == "fr")
    #expect(abs(first.confidence - second.confidence) < 0.01)
  }

  @Test("The prior decides only what the text leaves open")
  func prior() {
    let neutral = LanguageDetector(prior: .none)
    let expecting = LanguageDetector(prior: LanguagePrior(expecting: ["pt"], odds: 50))
    let catalan = "Aquesta és una frase escrita en català sobre el temps que farà demà."
    for detector in [detector, neutral, expecting] {
      #expect(detector.detect(catalan).code == "ca")
    }
    #expect(LanguageDetector(prior: LanguagePrior(["en": 1000])).detect("information").code == "en")
    #expect(LanguageDetector(prior: LanguagePrior(["fr": 1000])).detect("information").code == "fr")
    let odd = LanguagePrior(["fr": .nan, "en": -3, "de": 0, "xx": .infinity])
    #expect(odd.odds.isEmpty)
  }

  @Test("Long text is judged by all of its parts, and always the same")
  func longText() {
    let sentence = "La commission a rendu son avis sur le projet de loi de finances. "
    let long = String(repeating: sentence, count: 20_000)
    let first = detector.detect(long)
    #expect(first.code == "fr")
    #expect(first == detector.detect(long))
  }

  @Test(
    "Hostile text",
    arguments: [
      String(repeating: "a", count: 300_000), String(repeating: "é", count: 100_000),
      String(repeating: "<", count: 100_000), String(repeating: "&a", count: 100_000),
      String(repeating: "@", count: 100_000), String(repeating: "\u{301}", count: 100_000),
      String(repeating: "的", count: 50_000), String(repeating: "'", count: 100_000),
      "\u{FFFF}\u{10FFFF}\u{E000}", String(repeating: "👩‍👩‍👧‍👦", count: 5_000),
    ])
  func hostile(text: String) {
    let guess = detector.detect(text)
    #expect(guess.confidence >= 0 && guess.confidence <= 1)
  }
}

import TestSupport
import Testing

@Suite struct GazetteerTests {
  private let shell = Shell()

  @Test func aDumpBecomesACatalogueThatGivesIdentifiers() {
    let outcome = shell(
      #"""
      cat > dump.json <<'J'
      [
      {"type":"item","id":"Q9003","labels":{"en":{"language":"en","value":"city"}},"claims":{"P279":[{"mainsnak":{"snaktype":"value","property":"P279","datavalue":{"value":{"id":"Q9004"}}},"rank":"normal"}]},"sitelinks":{}},
      {"type":"item","id":"Q9015","labels":{"fr":{"language":"fr","value":"Lyon"},"en":{"language":"en","value":"Lyon"}},"aliases":[],"claims":{"P31":[{"mainsnak":{"snaktype":"value","property":"P31","datavalue":{"value":{"id":"Q9003"}}},"rank":"normal"}]},"sitelinks":{"enwiki":{},"frwiki":{},"dewiki":{}}},
      {"type":"item","id":
      ]
      J
      gzip dump.json
      filon gazetteer build dump.json.gz -o lyon.tsv && cat lyon.tsv
      echo '{"id":"a","text":"Le maire de Lyon parle."}' | filon entities --catalogues lyon.tsv
      """#)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("lyon.tsv, 1 entities, 1 lines could not be read"))
    #expect(outcome.output.contains("loc:lyon\tLOC\tLyon\tLyon\t\tQ9015"))
    #expect(outcome.output.contains(#""wikidata":"Q9015""#))
  }

  @Test func aTableOfOnesOwnGivesNamesAndKeys() {
    let outcome = shell(
      #"""
      printf 'key\tkind\tname_fr\tname_en\taliases\twikidata\norg:zbx\tORG\tZorblax\tZorblax\tZBX\tQ77\n' > own.tsv
      echo '{"id":"a","text":"Le groupe Zorblax embauche, dit ZBX."}' | filon entities --gazetteers own.tsv
      """#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""key":"org:zbx""#))
    #expect(outcome.output.contains(#""wikidata":"Q77""#))
  }

  @Test func anUnknownTypeIsRefused() {
    #expect(shell("filon gazetteer build d.json -o t.tsv --types PLANET").status == 64)
    #expect(shell("filon gazetteer build missing.json -o t.tsv").status == 66)
  }
}

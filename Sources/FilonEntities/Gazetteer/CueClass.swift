/// Classes of words that point to names: the rows of `cues.tsv`.
enum CueClass: String, CaseIterable {
  case title, role, kinship, organization, place, product, event, legal, reporting, connector
  case calendar, currency, unit, noun, edition, honorific

  /// The bit of the class in a set.
  var bit: UInt16 {
    switch self {
    case .title: 1
    case .role: 2
    case .kinship: 4
    case .organization: 8
    case .place: 16
    case .product: 32
    case .event: 64
    case .legal: 128
    case .reporting: 256
    case .connector: 512
    case .calendar: 1024
    case .currency: 2048
    case .unit: 4096
    case .noun: 8192
    case .edition: 16384
    case .honorific: 32768
    }
  }
}

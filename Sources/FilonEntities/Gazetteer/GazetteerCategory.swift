import FilonCore

/// What a list says about a name: the categories of gazetteer features.
enum GazetteerCategory: Int, CaseIterable {
  case city, region, country, forename, surname, company, fullName, commonWord
  case person, organization, location, product, event, miscellaneous, demonym

  /// The bit of the category in a set.
  var bit: UInt16 { 1 << UInt16(rawValue) }

  /// The category of the names of the built-in table that have this kind.
  init(_ kind: Entity.Kind) {
    self =
      switch kind {
      case .person: .person
      case .organization: .organization
      case .location: .location
      case .product: .product
      case .event: .event
      case .miscellaneous: .miscellaneous
      }
  }
}

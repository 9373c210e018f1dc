/// A type of few values, each with its spelling in records.
protocol JSONCase: CaseIterable {
  /// The spellings, in the order of `allCases`.
  static var keys: [JSONKey] { get }
}

extension JSONCase where Self: RawRepresentable, RawValue == String {
  /// The raw values as keys.
  static func rawKeys() -> [JSONKey] { allCases.map { JSONKey($0.rawValue) } }
}

extension JSONReader {
  /// Reads a string that names a case.
  mutating func readCase<E: JSONCase>(_ type: E.Type) throws(JSONError) -> E {
    let start = position
    let spelling = try readKey()
    if let index = E.keys.firstIndex(of: spelling) {
      let cases = E.allCases
      return cases[cases.index(cases.startIndex, offsetBy: index)]
    }
    let known = E.keys.compactMap(\.shortText).joined(separator: ", ")
    throw failure("unknown value '\(try text(of: spelling))'; known: \(known)", at: start)
  }
}

extension Block.Kind: JSONCase { static let keys = rawKeys() }
extension Claim.Kind: JSONCase { static let keys = rawKeys() }
extension Claim.Modality: JSONCase { static let keys = rawKeys() }
extension Claim.Certainty: JSONCase { static let keys = rawKeys() }
extension Claim.Source.Mention: JSONCase { static let keys = rawKeys() }
extension Claim.Source.Anonymity: JSONCase { static let keys = rawKeys() }
extension Duplication.Kind: JSONCase { static let keys = rawKeys() }
extension Entity.Kind: JSONCase { static let keys = rawKeys() }
extension Entity.Mention.Kind: JSONCase { static let keys = rawKeys() }
extension Quantity.Kind: JSONCase { static let keys = rawKeys() }
extension Quantity.Bound: JSONCase { static let keys = rawKeys() }
extension TemporalExpression.Kind: JSONCase { static let keys = rawKeys() }
extension UniversalPOS: JSONCase { static let keys = allCases.map { JSONKey($0.description) } }
extension DependencyRelation: JSONCase {
  static let keys = allCases.map { JSONKey($0.description) }
}

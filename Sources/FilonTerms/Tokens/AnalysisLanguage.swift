/// The languages that the analyser has rules and models for.
public enum AnalysisLanguage: UInt8, Sendable, CaseIterable {
  case french, english

  /// The language with this ISO 639-1 code, region ignored; every code but `fr` gets English rules,
  /// which do little harm elsewhere.
  public init(code: String) {
    let primary = code.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self = primary == "fr" ? .french : .english
  }

  /// The ISO 639-1 code.
  public var code: String { self == .french ? "fr" : "en" }
}

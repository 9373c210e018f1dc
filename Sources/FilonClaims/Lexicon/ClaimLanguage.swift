/// The languages that claims are extracted from.
enum ClaimLanguage: UInt8, Sendable, CaseIterable {
  case french, english

  /// The language of a BCP 47 code; anything but French is read as English.
  init(code: String) {
    let primary = code.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self = primary == "fr" || primary == "fra" ? .french : .english
  }

  /// The column of the data files.
  var column: String { self == .french ? "fr" : "en" }
}

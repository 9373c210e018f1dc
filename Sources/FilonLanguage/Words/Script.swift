/// The writing systems that are told apart by counting letters.
///
/// Chinese characters and kana are one group: Japanese mixes them freely. Scripts that no model
/// knows count as ``other``, so that they can outvote the rest.
enum Script: UInt8, CaseIterable, Sendable {
  case latin, cyrillic, arabic, eastAsian, greek, hebrew, devanagari, hangul, other

  /// Number of scripts.
  static let count = allCases.count

  /// How many Latin letters one letter of the script is worth when scripts are compared.
  var letterWeight: Int32 {
    switch self {
    case .eastAsian, .hangul: 3
    default: 1
    }
  }
}

/// A character encoding by its WHATWG name.
struct Charset: Sendable {
  /// How the bytes become scalars.
  enum Kind: Sendable {
    case utf8
    case utf16(bigEndian: Bool)
    /// The scalars of the bytes 80 to FF.
    case singleByte([UInt32])
    /// The name that the C library's `iconv` knows it by.
    case multiByte(String)
  }

  let name: String
  let kind: Kind

  static let utf8 = Charset(name: "utf-8", kind: .utf8)
  static let windows1252 = named("windows-1252") ?? utf8

  private static let registry: [String: Charset] = {
    var registry: [String: Charset] = [:]
    for label in ["utf-8", "utf8", "unicode-1-1-utf-8", "utf_8", "utf8mb4"] {
      registry[label] = .utf8
    }
    for label in ["utf-16le", "utf-16", "utf16", "unicode", "ucs-2"] {
      registry[label] = Charset(name: "utf-16le", kind: .utf16(bigEndian: false))
    }
    registry["utf-16be"] = Charset(name: "utf-16be", kind: .utf16(bigEndian: true))
    for row in EmbeddedTable.charsets where row.count == 3 {
      let kind: Kind =
        if row[2].hasPrefix("@") {
          .multiByte(String(row[2].dropFirst()))
        } else {
          .singleByte(row[2].split(separator: " ").map { UInt32($0, radix: 16) ?? 0xFFFD })
        }
      let charset = Charset(name: row[0], kind: kind)
      registry[row[0]] = charset
      for alias in row[1].split(separator: " ") { registry[String(alias)] = charset }
    }
    return registry
  }()

  /// The encoding of a label as pages spell it, or nil for one that nobody knows.
  static func named(_ label: String) -> Charset? {
    let name = label.lowercased().filter {
      !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != ";"
    }
    return registry[name]
  }
}

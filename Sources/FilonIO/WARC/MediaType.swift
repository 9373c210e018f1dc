/// A `Content-Type` value taken apart.
struct MediaType {
  /// Type and subtype in lower case, such as `text/html`.
  var name: String
  /// The charset parameter as given, without quotes.
  var charset: String?

  /// Reads `type/subtype; charset=…` leniently: blanks, any case, single, double or lost quotes.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let semicolon = bytes.firstIndex(where: { $0 == 0x3B || $0 == 0x2C }) ?? bytes.count
    let type = HeaderFields.trim(bytes, 0..<semicolon)
    name = String(decoding: bytes[type].map(HeaderFields.lower), as: UTF8.self)
    charset = Self.charset(in: bytes, from: semicolon)
  }

  private static let parameter = Array("charset".utf8)

  private static func charset(in bytes: [UInt8], from start: Int) -> String? {
    var position = start
    while position < bytes.count {
      let end = bytes.firstIndex(of: 0x3B, in: position..<bytes.count) ?? bytes.count
      defer { position = end + 1 }
      guard let equals = bytes.firstIndex(of: 0x3D, in: position..<end) else { continue }
      let name = HeaderFields.trim(bytes, position..<equals)
      guard HeaderFields.matches(bytes, name, parameter) else { continue }
      var value = HeaderFields.trim(bytes, equals + 1..<end)
      while let first = bytes[value].first, isQuote(first) { value = value.dropFirst() }
      while let last = bytes[value].last, isQuote(last) { value = value.dropLast() }
      value = HeaderFields.trim(bytes, value)
      if !value.isEmpty { return String(decoding: bytes[value], as: UTF8.self) }
    }
    return nil
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
}

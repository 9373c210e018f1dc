import FilonCore

/// What a Wikidata JSON dump says of one item, as far as names need it.
struct WikidataItem {
  /// The number in the identifier, 90 for Q90.
  var number: UInt32 = 0
  var french = ""
  var english = ""
  /// Further names in both languages, in the order of the dump.
  var aliases: [String] = []
  /// The classes that it is an instance of, and those that it is a subclass of.
  var instanceOf: [UInt32] = []
  var subclassOf: [UInt32] = []
  /// Pages about it in the wikis.
  var links = 0

  private static let instanceProperty: StaticString = "P31"
  private static let subclassProperty: StaticString = "P279"

  /// Reads a line of the dump; nil for lines that hold no item, such as the brackets of the array
  /// and properties.
  ///
  /// - Throws: ``FilonCore/JSONError`` when the line is not JSON of this form.
  init?(line: [UInt8]) throws(JSONError) {
    var end = line.count
    while end > 0, line[end - 1] <= 0x20 || line[end - 1] == UInt8(ascii: ",") { end -= 1 }
    guard end > 0, line[0] == UInt8(ascii: "{") else { return nil }
    var reader = JSONReader(line, range: 0..<end)
    var item = Self()
    var isItem = false
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "type": isItem = try reader.readString() == "item"
      case "id": item.number = Self.number(try reader.readString())
      case "labels": try item.readLabels(&reader)
      case "aliases": try item.readAliases(&reader)
      case "claims": try item.readClaims(&reader)
      case "sitelinks":
        try Self.readMap(&reader) { (reader, _) throws(JSONError) in
          item.links += 1
          _ = try reader.skipValue()
        }
      default: _ = try reader.skipValue()
      }
    }
    guard isItem, item.number > 0 else { return nil }
    self = item
  }

  private init() {}

  private static func number(_ identifier: String) -> UInt32 {
    identifier.hasPrefix("Q") ? UInt32(identifier.dropFirst()) ?? 0 : 0
  }

  /// Reads an object; the dump writes empty ones as empty arrays.
  private static func readMap(
    _ reader: inout JSONReader, _ body: (inout JSONReader, JSONKey) throws(JSONError) -> Void
  ) throws(JSONError) {
    if try reader.peek() == .object {
      try reader.readObject(body)
    } else {
      _ = try reader.skipValue()
    }
  }

  private mutating func readLabels(_ reader: inout JSONReader) throws(JSONError) {
    var (french, english) = ("", "")
    try Self.readMap(&reader) { (reader, language) throws(JSONError) in
      switch language {
      case "fr": french = try Self.readValue(&reader)
      case "en": english = try Self.readValue(&reader)
      default: _ = try reader.skipValue()
      }
    }
    (self.french, self.english) = (french, english)
  }

  private mutating func readAliases(_ reader: inout JSONReader) throws(JSONError) {
    var aliases: [String] = []
    try Self.readMap(&reader) { (reader, language) throws(JSONError) in
      guard language == "fr" || language == "en" else {
        _ = try reader.skipValue()
        return
      }
      try reader.readArray { (reader) throws(JSONError) in
        let alias = try Self.readValue(&reader)
        if !alias.isEmpty, !aliases.contains(alias) { aliases.append(alias) }
      }
    }
    self.aliases = aliases
  }

  private static func readValue(_ reader: inout JSONReader) throws(JSONError) -> String {
    var value = ""
    try readMap(&reader) { (reader, key) throws(JSONError) in
      if key == "value" { value = try reader.readString() } else { _ = try reader.skipValue() }
    }
    return value
  }

  private mutating func readClaims(_ reader: inout JSONReader) throws(JSONError) {
    var (instanceOf, subclassOf): ([UInt32], [UInt32]) = ([], [])
    try Self.readMap(&reader) { (reader, property) throws(JSONError) in
      switch property {
      case Self.instanceProperty: instanceOf = try Self.readTargets(&reader)
      case Self.subclassProperty: subclassOf = try Self.readTargets(&reader)
      default: _ = try reader.skipValue()
      }
    }
    (self.instanceOf, self.subclassOf) = (instanceOf, subclassOf)
  }

  /// The items that the statements about one property point at, those out of date left out.
  private static func readTargets(_ reader: inout JSONReader) throws(JSONError) -> [UInt32] {
    var result: [UInt32] = []
    try reader.readArray { (reader) throws(JSONError) in
      var target: UInt32 = 0
      var isDeprecated = false
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "rank": isDeprecated = try reader.readString() == "deprecated"
        case "mainsnak": target = try readSnak(&reader)
        default: _ = try reader.skipValue()
        }
      }
      if target > 0, !isDeprecated { result.append(target) }
    }
    return result
  }

  private static func readSnak(_ reader: inout JSONReader) throws(JSONError) -> UInt32 {
    var target: UInt32 = 0
    try reader.readObject { (reader, key) throws(JSONError) in
      guard key == "datavalue" else {
        _ = try reader.skipValue()
        return
      }
      try readMap(&reader) { (reader, key) throws(JSONError) in
        guard key == "value" else {
          _ = try reader.skipValue()
          return
        }
        try readMap(&reader) { (reader, key) throws(JSONError) in
          if key == "id" {
            target = number(try reader.readString())
          } else {
            _ = try reader.skipValue()
          }
        }
      }
    }
    return target
  }
}

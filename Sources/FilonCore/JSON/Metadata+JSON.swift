extension Metadata {
  init(from reader: inout JSONReader) throws(JSONError) {
    var metadata = Metadata()
    try reader.readObject { (reader, key) throws(JSONError) in
      if try metadata.readKnown(key, &reader) { return }
      let name = try reader.text(of: key)
      let range = try reader.skipValue()
      metadata.unknownFields.append(
        Document.UnknownField(key: name, json: Array(reader.bytes[range])))
    }
    self = metadata
  }

  /// Reads the value of a known key; a value of another type than ours is left as unknown.
  private mutating func readKnown(
    _ key: JSONKey, _ reader: inout JSONReader
  ) throws(JSONError) -> Bool {
    let kind = try reader.peek()
    switch (key, kind) {
    case ("title", .string): title = try reader.readString()
    case ("subtitle", .string): subtitle = try reader.readString()
    case ("authors", .array): authors = try reader.readStrings()
    case ("published", .string): published = try reader.readString()
    case ("modified", .string): modified = try reader.readString()
    case ("site", .string): site = try reader.readString()
    case ("section", .string): section = try reader.readString()
    case ("tags", .array): tags = try reader.readStrings()
    case ("language", .string): language = try reader.readString()
    case ("description", .string): description = try reader.readString()
    case ("image", .string): image = try reader.readString()
    case ("url", .string): url = try reader.readString()
    case ("page_type", .string): pageType = try reader.readString()
    case ("paywalled", .bool): isPaywalled = try reader.readBool()
    case ("evidence", .object):
      try reader.readObject { (reader, name) throws(JSONError) in
        let field = try reader.text(of: name)
        evidence[field] = try reader.readString()
      }
    default: return false
    }
    return true
  }

  /// Reads a field of a foreign record that was mapped to one of ours; a text is a list of one.
  mutating func readMapped(_ key: JSONKey, _ reader: inout JSONReader) throws(JSONError) -> Bool {
    let isText = try reader.peek() == .string
    if key == "authors" || key == "tags", isText {
      let value = try reader.readString()
      if key == "authors" { authors = [value] } else { tags = [value] }
      return true
    }
    return try readKnown(key, &reader)
  }

  /// Notes what a field beside the metadata tells: foreign records have `url`, `title` and `date` at
  /// the top. The field itself passes through.
  mutating func note(_ key: String, _ value: JSONReader) throws(JSONError) {
    var value = value
    guard let ours = Self.commonNames[key], try value.peek() == .string else { return }
    let text = try value.readString()
    switch ours {
    case "title": title = title ?? text
    case "url": url = url ?? text
    case "published": published = published ?? text
    case "site": site = site ?? text
    default: if authors.isEmpty { authors = [text] }
    }
  }

  private static let commonNames = [
    "title": "title", "headline": "title", "url": "url", "link": "url", "date": "published",
    "published": "published", "publish_date": "published", "site": "site", "publisher": "site",
    "author": "authors",
  ]

  func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("title", title)
    writer.field("subtitle", subtitle)
    writer.field("authors", authors)
    writer.field("published", published)
    writer.field("modified", modified)
    writer.field("site", site)
    writer.field("section", section)
    writer.field("tags", tags)
    writer.field("language", language)
    writer.field("description", description)
    writer.field("image", image)
    writer.field("url", url)
    writer.field("page_type", pageType)
    if let isPaywalled {
      writer.key("paywalled")
      writer.bool(isPaywalled)
    }
    if !evidence.isEmpty {
      writer.key("evidence")
      writer.beginObject()
      for (name, origin) in evidence.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        writer.string(origin)
      }
      writer.endObject()
    }
    for field in unknownFields {
      writer.key(field.key)
      writer.raw(field.json)
    }
    writer.endObject()
  }
}

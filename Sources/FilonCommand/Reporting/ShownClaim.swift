import FilonCore

/// A claim record as it is shown to people.
struct ShownClaim {
  private(set) var id = ""
  private(set) var document = ""
  private var content = ""
  /// The length of each part of the content in Unicode scalars.
  private var parts: [Int] = []
  private var language = ""
  private var kind = ""
  private var modality = ""
  private var source = ""
  private var sourceType = ""
  private var cue = ""
  private var title = ""
  private var site = ""
  private var published = ""
  private var worth = 0.0
  private var facts = 0
  private var languages = 1

  /// Reads a claim record.
  init(json: [UInt8]) throws(JSONError) {
    var claim = Self()
    var reader = JSONReader(json)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "type":
        let type = try reader.readString()
        guard type == "claim" else {
          throw reader.failure("record of type '\(type)'; expected 'claim' (see --emit claims)")
        }
      case "id": claim.id = try reader.readString()
      case "kind": claim.kind = try reader.readString()
      case "text": claim.content = try reader.readString()
      case "spans":
        try reader.readArray { (reader) throws(JSONError) in
          var offsets: [Int] = []
          try reader.readArray { (reader) throws(JSONError) in
            offsets.append(try reader.readInt())
          }
          if offsets.count == 2 { claim.parts.append(offsets[1] - offsets[0]) }
        }
      case "modality": claim.modality = try reader.readString()
      case "checkworthiness": claim.worth = try reader.readDouble()
      case "doc": try claim.readDocument(&reader)
      case "source": try claim.readSource(&reader)
      case "cue":
        try reader.readObject { (reader, key) throws(JSONError) in
          if key == "text" {
            claim.cue = try reader.readString()
          } else {
            _ = try reader.skipValue()
          }
        }
      case "quantities", "dates":
        try reader.readArray { (reader) throws(JSONError) in
          _ = try reader.skipValue()
          claim.facts += 1
        }
      case "cluster":
        try reader.readObject { (reader, key) throws(JSONError) in
          guard key == "languages" else {
            _ = try reader.skipValue()
            return
          }
          claim.languages = 0
          try reader.readArray { (reader) throws(JSONError) in
            _ = try reader.skipValue()
            claim.languages += 1
          }
        }
      default: _ = try reader.skipValue()
      }
    }
    self = claim
  }

  private init() {}

  private mutating func readDocument(_ reader: inout JSONReader) throws(JSONError) {
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "id": document = try reader.readString()
      case "title": title = try reader.readString()
      case "site": site = try reader.readString()
      case "published": published = try reader.readString()
      case "language": language = try reader.readString()
      default: _ = try reader.skipValue()
      }
    }
  }

  private mutating func readSource(_ reader: inout JSONReader) throws(JSONError) {
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "text": source = source.isEmpty ? try reader.readString() : source
      case "name": source = try reader.readString()
      case "type": sourceType = try reader.readString()
      default: _ = try reader.skipValue()
      }
    }
  }

  /// How interesting the claim is to somebody who looks for claims to check.
  var interest: Double {
    worth + (sourceType == "PER" ? 2 : source.isEmpty ? 0 : 1) + 0.2 * Double(min(facts, 3))
      + (languages > 1 ? 0.5 : 0) + (modality == "prediction" ? 0.1 : 0)
      - (content.utf8.count > 400 || content.utf8.count < 30 ? 1 : 0)
  }

  /// The claim in three lines.
  var text: String {
    let who = source.isEmpty ? "(the article)" : source
    let how = cue.isEmpty ? "" : " [\(cue)]"
    let place = [site, String(published.prefix(10)), title].filter { !$0.isEmpty }
    return
      "  \(who)\(how): \(marked)\n    \(kind), \(modality)\n    \(place.joined(separator: ", "))"
  }

  /// The content with a mark where something else stands between its parts: « […] » in French, an
  /// ellipsis in English.
  private var marked: String {
    let scalars = Array(content.unicodeScalars)
    guard parts.count > 1, parts.reduce(parts.count - 1, +) == scalars.count else { return content }
    var start = 0
    let pieces = parts.map { length in
      defer { start += length + 1 }
      return String(String.UnicodeScalarView(scalars[start..<(start + length)]))
    }
    return pieces.joined(separator: language == "fr" ? " […] " : " … ")
  }
}

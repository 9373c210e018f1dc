extension Token: JSONLayer {
  public static var isDense: Bool { true }

  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Token] {
    var (lemmas, tags, relations): ([String], [UniversalPOS], [DependencyRelation]) = ([], [], [])
    var (flags, heads): ([Int], [Int]) = ([], [])
    let columns = try OffsetColumns(from: &reader) { (reader, key) throws(JSONError) in
      switch key {
      case "lemma": lemmas = try reader.readStrings()
      case "pos":
        try reader.readArray { (reader) throws(JSONError) in
          let start = reader.position
          let spelling = try reader.readKey()
          guard let index = UniversalPOS.keys.firstIndex(of: spelling),
            let tag = UniversalPOS(rawValue: UInt8(index))
          else {
            throw reader.failure(
              "'\(try reader.text(of: spelling))' is not a universal part of speech", at: start)
          }
          tags.append(tag)
        }
      case "flags": flags = try reader.readInts()
      case "head": heads = try reader.readInts()
      case "deprel":
        try reader.readArray { (reader) throws(JSONError) in
          let spelling = try reader.readKey()
          let known = DependencyRelation.keys.firstIndex(of: spelling)
            .flatMap { DependencyRelation(rawValue: UInt8($0)) }
          if let known {
            relations.append(known)
          } else {
            relations.append(DependencyRelation(try reader.text(of: spelling)) ?? .dep)
          }
        }
      default: _ = try reader.skipValue()
      }
    }
    let ranges = try columns.ranges(in: text, reader)
    for (name, count) in [
      ("lemma", lemmas.count), ("pos", tags.count), ("flags", flags.count), ("head", heads.count),
      ("deprel", relations.count),
    ] where count != 0 && count != ranges.count {
      throw reader.failure("column '\(name)' has \(count) values for \(ranges.count) tokens")
    }
    return ranges.indices.map { row in
      Token(
        range: ranges[row], lemma: lemmas.isEmpty ? "" : lemmas[row],
        pos: tags.isEmpty ? .x : tags[row],
        flags: Flags(rawValue: flags.isEmpty ? 0 : UInt8(truncatingIfNeeded: flags[row])),
        head: heads.isEmpty ? -1 : Int32(clamping: heads[row]),
        relation: relations.isEmpty ? .dep : relations[row])
    }
  }

  public static func encodeLayer(
    _ elements: [Token], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginObject()
    OffsetColumns.write(elements.lazy.map(\.range), to: &writer, in: text)
    writer.key("lemma")
    writer.beginArray()
    for token in elements { writer.string(token.lemma) }
    writer.endArray()
    writer.key("pos")
    writer.beginArray()
    for token in elements { writer.string(token.pos.description) }
    writer.endArray()
    writer.key("flags")
    writer.beginArray()
    for token in elements { writer.int(Int(token.flags.rawValue)) }
    writer.endArray()
    if elements.contains(where: { $0.head >= 0 }) {
      writer.key("head")
      writer.beginArray()
      for token in elements { writer.int(Int(token.head)) }
      writer.endArray()
      writer.key("deprel")
      writer.beginArray()
      for token in elements { writer.string(token.relation.description) }
      writer.endArray()
    }
    writer.endObject()
  }
}

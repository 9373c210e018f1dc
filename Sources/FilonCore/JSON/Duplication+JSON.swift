extension Duplication {
  init(from reader: inout JSONReader) throws(JSONError) {
    var duplication = Duplication(cluster: "", role: .representative)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "cluster": duplication.cluster = try reader.readString()
      case "role":
        duplication.role = try reader.readString() == "copy" ? .copy : .representative
      case "kind": duplication.kind = try reader.readCase(Kind.self)
      case "of": duplication.of = try reader.readString()
      case "similarity": duplication.similarity = try reader.readDouble()
      default: _ = try reader.skipValue()
      }
    }
    self = duplication
  }

  /// Writes the verdict as the value of `duplicates`.
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.field("cluster", cluster)
    writer.field("role", role.rawValue)
    writer.field("kind", kind?.rawValue)
    writer.field("of", of)
    writer.field("similarity", similarity)
    writer.endObject()
  }
}

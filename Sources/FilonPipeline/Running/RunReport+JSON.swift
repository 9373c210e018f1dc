public import FilonCore

extension RunReport {
  /// Writes the report as an object.
  public func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, value) in [
      ("records", records), ("errors", errors), ("documents", documents), ("claims", claims),
      ("bytes_read", bytesRead),
    ] {
      writer.key(name)
      writer.int(value)
    }
    writer.key("seconds")
    writer.double((seconds * 1000).rounded() / 1000)
    Self.encode(skipped, key: "skipped", to: &writer)
    writer.key("stages")
    writer.beginArray()
    for (name, count) in stages {
      writer.beginObject()
      writer.key("name")
      writer.string(name)
      writer.key("documents")
      writer.int(count.documents)
      writer.key("failed")
      writer.int(count.failed)
      writer.key("nanoseconds")
      writer.int(Int(count.nanoseconds))
      Self.encode(count.dropped, key: "dropped", to: &writer)
      Self.encode(count.found, key: "found", to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func encode(
    _ counts: [String: Int], key: String, to writer: inout JSONWriter
  ) {
    guard !counts.isEmpty else { return }
    writer.key(key)
    writer.beginObject()
    for (reason, number) in counts.sorted(by: { $0.key < $1.key }) {
      writer.key(reason)
      writer.int(number)
    }
    writer.endObject()
  }

  /// Reads a report that ``encode(to:)`` has written.
  public init(from reader: inout JSONReader) throws(JSONError) {
    self.init()
    var report = RunReport()
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "records": report.records = try reader.readInt()
      case "errors": report.errors = try reader.readInt()
      case "documents": report.documents = try reader.readInt()
      case "claims": report.claims = try reader.readInt()
      case "bytes_read": report.bytesRead = try reader.readInt()
      case "seconds": report.seconds = try reader.readDouble()
      case "skipped": report.skipped = try Self.counts(&reader)
      case "stages":
        try reader.readArray { (reader) throws(JSONError) in
          var name = ""
          var count = StageCount()
          try reader.readObject { (reader, key) throws(JSONError) in
            switch key {
            case "name": name = try reader.readString()
            case "documents": count.documents = try reader.readInt()
            case "failed": count.failed = try reader.readInt()
            case "nanoseconds": count.nanoseconds = Int64(try reader.readInt())
            case "dropped": count.dropped = try Self.counts(&reader)
            case "found": count.found = try Self.counts(&reader)
            default: _ = try reader.skipValue()
            }
          }
          report[stage: name] = count
        }
      default: _ = try reader.skipValue()
      }
    }
    self = report
  }

  private static func counts(_ reader: inout JSONReader) throws(JSONError) -> [String: Int] {
    var counts: [String: Int] = [:]
    try reader.readObject { (reader, reason) throws(JSONError) in
      let name = try reader.text(of: reason)
      counts[name] = try reader.readInt()
    }
    return counts
  }
}

extension DocumentFingerprint {
  func encode(to writer: inout FingerprintWriter) {
    writer.append(identifier)
    writer.append(exact)
    writer.append(published)
    for field in [words, bar, host, language] { writer.append(field) }
    for list in [samples, lineRecords, anchors] {
      writer.append(UInt16(clamping: list.count))
      for value in list { writer.append(value) }
    }
  }

  init(from reader: inout FingerprintReader) throws(FingerprintStoreError) {
    let (identifier, exact) = (try reader.read(UInt64.self), try reader.read(UInt64.self))
    let published = try reader.read(Int64.self)
    let (words, bar) = (try reader.read(UInt32.self), try reader.read(UInt32.self))
    let (host, language) = (try reader.read(UInt32.self), try reader.read(UInt32.self))
    let samples = try reader.readArray()
    let lines = try reader.readArray()
    let anchors = try reader.readArray()
    // The lines' counts say which samples are theirs.
    guard lines.reduce(0, { $0 + Int($1 & 0xFF) }) == samples.count else { throw .damaged }
    self.init(
      identifier: identifier, exact: exact, published: published, words: Int(words), bar: bar,
      host: host, language: language, samples: samples, lines: lines, anchors: anchors)
  }
}

extension DocumentFingerprint {
  func encode(to writer: inout FingerprintWriter) {
    writer.append(identifier)
    writer.append(exact)
    writer.append(published)
    for field in [words, bar, host, language] { writer.append(field) }
    for list in [samples, lineRecords, anchors] { writer.append(list) }
  }

  init(from reader: inout FingerprintReader) throws(FingerprintStoreError) {
    let (identifier, exact) = (try reader.read(UInt64.self), try reader.read(UInt64.self))
    let published = try reader.read(Int64.self)
    let (words, bar) = (try reader.read(UInt32.self), try reader.read(UInt32.self))
    let (host, language) = (try reader.read(UInt32.self), try reader.read(UInt32.self))
    var values: [UInt32] = []
    values.reserveCapacity(FingerprintMaker.usualValues)
    let samples = try reader.readArray(into: &values)
    let lines = try reader.readArray(into: &values)
    _ = try reader.readArray(into: &values)
    // The lines' counts say which samples are theirs.
    let counted = values[samples..<samples + lines].reduce(0) { $0 + Int($1 & 0xFF) }
    guard counted == samples else { throw .damaged }
    self.init(
      identifier: identifier, exact: exact, published: published, words: words, bar: bar,
      host: host, language: language, values: values, samples: samples, lines: lines)
  }
}

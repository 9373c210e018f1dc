import FilonCore

/// Writes a web archive, WARC/1.1 (ISO 28500:2017), one gzip member or zstd frame a record.
///
/// The bytes depend on nothing but the calls: dates are the caller's, record ids come from the
/// content.
public struct WARCWriter {
  private let output: OutputFile
  private var count = 0

  /// A header field.
  public typealias Field = (name: String, value: String)

  /// Writes to the file at `path`, compressed by its extension; `nil` and `-` mean standard output.
  public init(path: String?, compression: Compression? = nil) throws(IOFailure) {
    output = try OutputFile(path: path, compression: compression, memberBytes: .max)
  }

  /// Writes the record that opens an archive: `fields` such as `software` and `format`.
  public mutating func writeInfo(
    filename: String?, date: String, fields: [Field]
  ) throws(IOFailure) {
    var named: [Field] = []
    if let filename { named.append(("WARC-Filename", filename)) }
    try write(
      type: "warcinfo", url: nil, date: date, contentType: "application/warc-fields",
      fields: named, block: Self.head(fields))
  }

  /// Writes a response as a server sent it: status, header fields, body.
  ///
  /// A `Content-Length` is added if `fields` has none.
  public mutating func writeResponse(
    url: String, date: String, status: Int = 200, reason: String = "OK", fields: [Field],
    body: [UInt8]
  ) throws(IOFailure) {
    var all = fields
    if !fields.contains(where: { $0.name.lowercased() == "content-length" }) {
      all.append(("Content-Length", String(body.count)))
    }
    var block = Array("HTTP/1.1 \(status) \(Self.oneLine(reason))\r\n".utf8)
    block += Self.head(all)
    block += Self.lineEnd
    block += body
    try write(
      type: "response", url: url, date: date,
      contentType: "application/http; msgtype=response",
      fields: [("WARC-Payload-Digest", "sha256:" + SHA256.hex(body))], block: block)
  }

  /// Writes a record of any type around `block`.
  public mutating func write(
    type: String, url: String?, date: String, contentType: String, fields: [Field],
    block: [UInt8]
  ) throws(IOFailure) {
    var all: [Field] = [("WARC-Type", type)]
    if let url { all.append(("WARC-Target-URI", url)) }
    all.append(("WARC-Date", date))
    let digest = SHA256.hex(block)
    all.append(("WARC-Record-ID", "<urn:uuid:\(recordID(type, url, date, digest))>"))
    all += fields
    all.append(("WARC-Block-Digest", "sha256:" + digest))
    all.append(("Content-Type", contentType))
    all.append(("Content-Length", String(block.count)))
    var record = Array("WARC/1.1\r\n".utf8)
    record += Self.head(all)
    record += Self.lineEnd
    record += block
    record += Self.lineEnd + Self.lineEnd
    try output.write(record)
    try output.flushMember()
    count += 1
  }

  /// Finishes the archive and gives it its name.
  public func commit() throws(IOFailure) { try output.commit() }

  /// A UUID of version 8 (RFC 9562) from the content and the place in the archive.
  private func recordID(_ type: String, _ url: String?, _ date: String, _ digest: String) -> String
  {
    var hash = SHA256()
    let seed = Array("\(count)\n\(type)\n\(url ?? "")\n\(date)\n\(digest)".utf8)
    unsafe seed.withUnsafeBytes { unsafe hash.update($0) }
    var bytes = hash.finish()
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = Array(SHA256.hexadecimal(Array(bytes[..<16])).utf8)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
      .map { String(decoding: hex[$0], as: UTF8.self) }
      .joined(separator: "-")
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private static func head(_ fields: [Field]) -> [UInt8] {
    fields.flatMap { Array("\($0.name): \(oneLine($0.value))\r\n".utf8) }
  }

  /// `text` without line ends, so that a value cannot make a new field.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    let bytes = text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

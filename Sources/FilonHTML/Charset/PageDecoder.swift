public import FilonCore

/// Decides the character encoding of a page and brings it to UTF-8.
///
/// The order is the one that is right most often on real pages: a byte order mark; bytes that are
/// valid UTF-8 and not ASCII alone; the transport's declaration; the page's own (`<meta>`, XML
/// declaration). Declared Latin-1 is windows-1252, which is also the last resort. Bytes that are
/// invalid in mostly valid UTF-8 are read as windows-1252.
public struct PageDecoder: Sendable {
  /// Makes a decoder.
  public init() {}

  /// Brings a page to UTF-8. Never fails: what cannot be decoded becomes U+FFFD.
  public func decode(_ page: Page) -> DecodedPage {
    let bytes = page.bytes
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, bigEndian: false, mark: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, bigEndian: true, mark: 2) }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if isValidUTF8(bytes) {
      if mark > 0 {
        return DecodedPage(utf8: Array(bytes[mark...]), charset: "utf-8", origin: .shifted(mark))
      }
      if let endian = hiddenUTF16(bytes) { return utf16(bytes, bigEndian: endian, mark: 0) }
      if let declared = sevenBitDeclaration(page) { return decode(bytes, as: declared) }
      return DecodedPage(utf8: bytes, charset: "utf-8", origin: .shifted(0))
    }
    if mark > 0 { return repaired(bytes, mark: mark) }
    if let endian = hiddenUTF16(bytes) { return utf16(bytes, bigEndian: endian, mark: 0) }
    let census = UTF8Census(bytes)
    let declared = declaration(of: page)
    if let declared {
      if case .utf8 = declared.kind { return repaired(bytes, mark: 0, census: census) }
      if census.isMostlyUTF8 { return repaired(bytes, mark: 0) }
      return decode(bytes, as: declared)
    }
    return census.isMostlyUTF8 ? repaired(bytes, mark: 0) : decode(bytes, as: .windows1252)
  }

  private func declaration(of page: Page) -> Charset? {
    if let label = page.charset, let charset = Charset.named(label) { return charset }
    guard let label = CharsetDeclaration.find(in: page.bytes) else { return nil }
    let charset = Charset.named(label)
    // A page that could be read to find the declaration is no UTF-16.
    if case .utf16 = charset?.kind { return .utf8 }
    return charset
  }

  /// ISO-2022-JP is seven-bit, so it passes for UTF-8; only its escape sequences give it away.
  private func sevenBitDeclaration(_ page: Page) -> Charset? {
    guard page.bytes.span.firstIndex(of: 0x1B, from: 0) < page.bytes.count,
      let declared = declaration(of: page),
      declared.name == "iso-2022-jp"
    else { return nil }
    return declared
  }

  private func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Whether every other byte near the start is NUL: UTF-16 without a mark. True for big-endian.
  private func hiddenUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 16, bytes[0] == 0 || bytes[1] == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    let end = min(bytes.count & ~1, 256)
    for index in 0..<end where bytes[index] == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 5 > end * 2, zeros.even == 0 { return false }
    if zeros.even * 5 > end * 2, zeros.odd == 0 { return true }
    return nil
  }

  private func decode(_ bytes: [UInt8], as charset: Charset) -> DecodedPage {
    switch charset.kind {
    case .utf8: return repaired(bytes, mark: 0)
    case .utf16(let bigEndian): return utf16(bytes, bigEndian: bigEndian, mark: 0)
    case .singleByte(let table): return singleByte(bytes, table: table, name: charset.name)
    case .multiByte(let name):
      guard let (utf8, map) = MultiByteDecoder.decode(bytes, charset: name) else {
        return decode(bytes, as: .windows1252)
      }
      return DecodedPage(utf8: utf8, charset: charset.name, origin: .mapped(map))
    }
  }

  private func singleByte(_ bytes: [UInt8], table: [UInt32], name: String) -> DecodedPage {
    let encoded = table.map { scalar in
      Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 4)
    var runStart = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      utf8.append(contentsOf: bytes[runStart..<index])
      utf8.append(contentsOf: encoded[Int(bytes[index]) - 0x80])
      runStart = index + 1
    }
    utf8.append(contentsOf: bytes[runStart...])
    return DecodedPage(
      utf8: utf8, charset: name, origin: .singleByte(ScalarOffsets(utf8: utf8)))
  }

  private func utf16(_ bytes: [UInt8], bigEndian: Bool, mark: Int) -> DecodedPage {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = mark
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    let utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    return DecodedPage(
      utf8: utf8, charset: bigEndian ? "utf-16be" : "utf-16le",
      origin: .utf16(UnitOffsets(utf8: utf8), mark: mark))
  }

  /// Keeps what is valid UTF-8 and reads the rest as windows-1252, byte by byte.
  private func repaired(_ bytes: [UInt8], mark: Int, census: UTF8Census? = nil) -> DecodedPage {
    if let census, !census.hasMultiByte { return decode(bytes, as: .windows1252) }
    guard case .singleByte(let table) = Charset.windows1252.kind else {
      return DecodedPage(utf8: [], charset: "utf-8", origin: .shifted(0))
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + 64)
    var map = OffsetMap()
    map.add(output: 0, input: mark)
    var index = mark
    while index < bytes.count {
      let length = UTF8Census.sequenceLength(in: bytes, at: index)
      if length > 0 {
        utf8.append(contentsOf: bytes[index..<(index + length)])
        index += length
      } else {
        let scalar = Unicode.Scalar(table[Int(bytes[index]) - 0x80]) ?? "\u{FFFD}"
        map.add(output: utf8.count, input: index)
        utf8.append(contentsOf: String(scalar).utf8)
        index += 1
        map.add(output: utf8.count, input: index)
      }
    }
    return DecodedPage(utf8: utf8, charset: "utf-8", origin: .mapped(map))
  }
}

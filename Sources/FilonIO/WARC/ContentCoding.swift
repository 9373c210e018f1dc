/// Undoes HTTP content codings (RFC 9110, section 8.4): gzip, deflate (zlib or raw), zstd.
///
/// Crawlers often store the body decoded and keep the header, so a body that is not in the coding
/// but looks like text is taken as it is.
final class ContentCoding {
  private let inflater = WholeMemberInflater()
  private let limit: Int

  /// Decodes to at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Undoes one coding of `body`.
  ///
  /// With `acceptsPrefix` a cut body gives what could be decoded.
  func undo(
    _ coding: String, of body: [UInt8], acceptsPrefix: Bool
  ) -> Result<[UInt8], WARCDamageReport> {
    switch coding {
    case "gzip", "x-gzip":
      guard body.starts(with: [0x1F, 0x8B]) else { return asStored(body, coding) }
      return gzip(body, acceptsPrefix: acceptsPrefix)
    case "deflate":
      return deflate(body, acceptsPrefix: acceptsPrefix)
    case "zstd":
      guard Compression.isZstandardMagic(body[...]) else { return asStored(body, coding) }
      return stream(body, ZstandardDecoder(), coding, acceptsPrefix: acceptsPrefix)
    default:
      guard Self.looksLikeMarkup(body) else {
        return .failure(
          WARCDamageReport(.encoding, "content encoding \(coding.debugDescription) is not known"))
      }
      return .success(body)
    }
  }

  private func gzip(
    _ body: [UInt8], acceptsPrefix: Bool
  ) -> Result<[UInt8], WARCDamageReport> {
    var output: [UInt8] = []
    var position = 0
    while position < body.count, body.has([0x1F, 0x8B], at: position) {
      let rest = position..<body.count
      let outcome = inflater.decode(
        body, in: rest, as: .gzip, into: &output, hint: Self.hint(body), limit: limit - output.count
      )
      switch outcome {
      case .done(let consumed): position += consumed
      case .tooLong: return .failure(tooLong)
      case .damaged:
        return acceptsPrefix
          ? stream(body, InflateDecoder(.gzip), "gzip", acceptsPrefix: true)
          : .failure(WARCDamageReport(.encoding, "gzip content encoding is damaged"))
      }
    }
    return .success(output)
  }

  /// `deflate` is zlib by the book and raw in the wild; the header check tells them apart.
  private func deflate(
    _ body: [UInt8], acceptsPrefix: Bool
  ) -> Result<[UInt8], WARCDamageReport> {
    let isZlib =
      body.count >= 2 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
    var output: [UInt8] = []
    for wrapper in isZlib ? [WholeMemberInflater.Wrapper.zlib, .raw] : [.raw] {
      let outcome = inflater.decode(
        body, in: 0..<body.count, as: wrapper, into: &output, hint: body.count * 6, limit: limit)
      switch outcome {
      case .done: return .success(output)
      case .tooLong: return .failure(tooLong)
      case .damaged: break
      }
    }
    if Self.looksLikeMarkup(body) { return .success(body) }
    if acceptsPrefix {
      return stream(body, InflateDecoder(isZlib ? .zlib : .raw), "deflate", acceptsPrefix: true)
    }
    return .failure(WARCDamageReport(.encoding, "deflate content encoding is damaged"))
  }

  private func stream(
    _ body: [UInt8], _ decoder: any MemberDecoder, _ coding: String, acceptsPrefix: Bool
  ) -> Result<[UInt8], WARCDamageReport> {
    var output: [UInt8] = []
    var position = 0
    while true {
      let room = min(1 << 18, limit + 1 - output.count)
      switch decoder.decode(body, from: &position, into: &output, upTo: room) {
      case .memberEnd:
        guard position < body.count, Compression.of(body[position...]) != .none else {
          return output.count > limit ? .failure(tooLong) : .success(output)
        }
        decoder.reset()
      case .outputFull:
        if output.count > limit { return .failure(tooLong) }
      case .needsInput, .damaged:
        if acceptsPrefix, !output.isEmpty { return .success(output) }
        return .failure(WARCDamageReport(.encoding, "\(coding) content encoding is damaged"))
      }
    }
  }

  private var tooLong: WARCDamageReport {
    WARCDamageReport(.tooLarge, "the decoded body is longer than \(limit) bytes")
  }

  private func asStored(_ body: [UInt8], _ coding: String) -> Result<[UInt8], WARCDamageReport> {
    if Self.looksLikeText(body) { return .success(body) }
    return .failure(WARCDamageReport(.encoding, "the body is not \(coding) as its header says"))
  }

  /// The length that the last gzip member states (modulo 2^32), as a first guess.
  private static func hint(_ body: [UInt8]) -> Int {
    guard body.count >= 18 else { return 64 }
    let tail = body.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return min(tail, body.count * 32) + 1
  }

  /// True if the first bytes hold no control characters.
  static func looksLikeText(_ body: [UInt8]) -> Bool {
    !body.prefix(512).contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
  }

  /// True for text that starts with a tag.
  static func looksLikeMarkup(_ body: [UInt8]) -> Bool {
    let start = body.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = body[start...].prefix(4096).first { $0 > 0x20 }
    return first == 0x3C && looksLikeText(body)
  }
}

/// What is wrong with a record, before it is known where.
struct WARCDamageReport: Error, Equatable {
  let code: WARCDamage
  let message: String

  init(_ code: WARCDamage, _ message: String) {
    self.code = code
    self.message = message
  }
}

internal import FilonCore

/// A page in UTF-8 can travel in a record without the bytes received, if it says how offsets lead back.
extension DecodedPage {
  /// How offsets of the UTF-8 form lead back to the page as received, as a JSON value; nil when the two
  /// are the same: `"scalar"` (one byte a scalar), `"utf-16"` or `"utf-16-marked"` (after a byte order
  /// mark), or an array of pairs of offsets, UTF-8 and received, between which the two run in step.
  public var offsetsJSON: String? {
    switch origin {
    case .shifted(let mark): mark == 0 ? nil : "[0,\(mark)]"
    case .singleByte: "\"scalar\""
    case .utf16(_, let mark): mark == 0 ? "\"utf-16\"" : "\"utf-16-marked\""
    case .mapped(let map): "[" + map.pairs.map(String.init).joined(separator: ",") + "]"
    }
  }

  /// A page that was decoded before.
  ///
  /// - Parameters:
  ///   - utf8: The page; bytes that are not UTF-8 are repaired.
  ///   - charset: The encoding that it was decoded from.
  ///   - offsetsJSON: What ``offsetsJSON`` said; anything else counts as nil.
  public init(utf8: [UInt8], charset: String, offsetsJSON: String?) {
    let isValid = (try? UTF8Span(validating: utf8.span)) != nil
    let utf8 = isValid ? utf8 : Array(String(decoding: utf8, as: UTF8.self).utf8)
    self.init(utf8: utf8, charset: charset, origin: Self.origin(offsetsJSON, utf8))
  }

  private static func origin(_ json: String?, _ utf8: [UInt8]) -> Origin {
    switch json {
    case nil: return .shifted(0)
    case "\"scalar\"": return .singleByte(ScalarOffsets(utf8: utf8))
    case "\"utf-16\"": return .utf16(UnitOffsets(utf8: utf8), mark: 0)
    case "\"utf-16-marked\"": return .utf16(UnitOffsets(utf8: utf8), mark: 2)
    case let json?:
      let numbers = json.split { !$0.isASCII || !$0.isNumber }.map { UInt32($0) ?? 0 }
      return OffsetMap(pairs: numbers).map { .mapped($0) } ?? .shifted(0)
    }
  }
}

internal import CLibXML2

/// Decodes East Asian encodings through the C library's `iconv`.
///
/// ASCII runs are copied; every other run is converted in small pieces, each with an entry in the
/// offset map, so that a UTF-8 offset leads back to within one piece of the received bytes.
enum MultiByteDecoder {
  /// The decoded bytes, or nil when the C library does not know the encoding.
  static func decode(_ bytes: [UInt8], charset: String) -> (utf8: [UInt8], map: OffsetMap)? {
    guard let converter = Converter(charset: charset) else { return nil }
    defer { converter.close() }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var map = OffsetMap()
    // A stateful encoding has no ASCII runs that can be copied.
    let isStateful = charset == "ISO-2022-JP"
    var index = 0
    while index < bytes.count {
      if !isStateful, bytes[index] < 0x80 {
        var end = index
        while end < bytes.count, bytes[end] < 0x80 { end += 1 }
        map.add(output: utf8.count, input: index)
        utf8.append(contentsOf: bytes[index..<end])
        index = end
        continue
      }
      map.add(output: utf8.count, input: index)
      let used = converter.convertOne(bytes, at: index, into: &utf8)
      if used == 0 {
        utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += 1
      } else {
        index += used
      }
    }
    map.add(output: utf8.count, input: index)
    return (utf8, map)
  }

  /// An open conversion descriptor, which must be closed.
  @safe private struct Converter {
    private let descriptor: iconv_t

    init?(charset: String) {
      let descriptor = unsafe iconv_open("UTF-8", charset)
      guard Int(bitPattern: descriptor) != -1, let descriptor = unsafe descriptor else {
        return nil
      }
      unsafe self.descriptor = descriptor
    }

    func close() { _ = unsafe iconv_close(descriptor) }

    /// Converts the shortest convertible prefix at `index`; returns the number of bytes used, or 0.
    func convertOne(_ bytes: [UInt8], at index: Int, into utf8: inout [UInt8]) -> Int {
      for length in 1...8 where index + length <= bytes.count {
        var input = bytes[index..<(index + length)].map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 32)
        var inputLeft = length
        var outputLeft = output.count
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
          unsafe output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            return unsafe iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
          }
        }
        let made = output.count - outputLeft
        if status != -1, inputLeft == 0 {
          if made == 0 { continue }
          utf8.append(contentsOf: output[0..<made].map { UInt8(bitPattern: $0) })
          return length
        }
      }
      return 0
    }
  }
}

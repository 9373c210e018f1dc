/// The name of a tag in the raw bytes, with what is to be done about it.
struct RawTagName {
  /// What the sanitizer does with a tag.
  enum Treatment: UInt8 {
    case keep
    /// The tag goes, what is inside stays.
    case dropTag
    /// Only the end tag goes.
    case dropEndTag
    /// The element goes with its contents.
    case dropElement
    case script
    case lineBreak
  }

  let treatment: Treatment
  /// The offset after the name.
  let end: Int
  /// The name in lower case.
  let text: String

  /// Whether `<name/>` is an element without contents.
  var mayCloseItself: Bool { text == "svg" }

  private static let treatments: [String: Treatment] = [
    "script": .script, "style": .dropElement, "svg": .dropElement, "textarea": .dropElement,
    "iframe": .dropElement, "noembed": .dropElement, "noframes": .dropElement,
    "wbr": .dropTag, "source": .dropTag, "track": .dropTag, "embed": .dropTag,
    "keygen": .dropTag, "input": .dropTag, "param": .dropTag, "col": .dropTag,
    "html": .dropEndTag, "body": .dropEndTag, "br": .lineBreak,
  ]

  init(_ page: Span<UInt8>, at start: Int) {
    var index = start
    var hasPrefix = false
    while index < page.count, index - start < 64 {
      let byte = page[index]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ":") { hasPrefix = true }
      index += 1
    }
    end = index
    let length = index - start
    guard !hasPrefix, Self.maySpecial(page[start], length) else {
      text = ""
      treatment = hasPrefix ? .dropTag : .keep
      return
    }
    var name: [UInt8] = []
    for cursor in start..<index {
      let byte = page[cursor]
      name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    text = String(decoding: name, as: UTF8.self)
    treatment = Self.treatments[text] ?? .keep
  }

  /// A cheap test that spares nearly every tag the look-up.
  private static func maySpecial(_ first: UInt8, _ length: Int) -> Bool {
    guard length >= 2, length <= 8 else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "s"): return length != 4 && length != 7
    case UInt8(ascii: "t"): return length == 8 || length == 5
    case UInt8(ascii: "b"): return length == 2 || length == 4
    case UInt8(ascii: "w"), UInt8(ascii: "k"), UInt8(ascii: "c"): return true
    case UInt8(ascii: "i"): return length == 6 || length == 5
    case UInt8(ascii: "p"): return length == 5
    case UInt8(ascii: "n"), UInt8(ascii: "e"): return length > 4
    case UInt8(ascii: "h"): return length == 4
    default: return false
    }
  }
}

extension String {
  /// The text for element content and quoted attributes of HTML: what means something there is
  /// escaped, and control characters but line ends and tabs are U+FFFD.
  public var escapedForHTML: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": escaped.append(scalar)
      default: escaped.append(scalar.isControl ? "\u{FFFD}" : scalar)
      }
    }
    return String(escaped)
  }

  /// The text on one line of a terminal, which no control character of it can steer: line ends and
  /// tabs are blanks, other control characters U+FFFD.
  public var printable: String {
    var printable = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isBlank = scalar == "\n" || scalar == "\t"
      printable.append(isBlank ? " " : scalar.isControl ? "\u{FFFD}" : scalar)
    }
    return String(printable)
  }

  /// The text in a style of ANSI terminals, such as "1" for bold; empty text stays empty.
  public func styled(_ code: String) -> String { isEmpty ? "" : "\u{1B}[\(code)m\(self)\u{1B}[0m" }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character (general category Cc).
  fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}

/// A type that an option can have.
public protocol OptionConvertible: Sendable {
  /// What a value of the type looks like, for help and errors: `number`, `true or false`.
  static var optionTypeName: String { get }
  /// The type in JSON Schema, as JSON text.
  static var jsonSchema: String { get }
  /// The value, or nil if it is of another type.
  init?(option: OptionValue)
  /// The value as YAML.
  var yaml: String { get }
}

extension Bool: OptionConvertible {
  public static var optionTypeName: String { "true or false" }
  public static var jsonSchema: String { #"{"type":"boolean"}"# }
  public init?(option: OptionValue) {
    switch option.scalar?.lowercased() {
    case "true", "yes", "on": self = true
    case "false", "no", "off": self = false
    default: return nil
    }
  }
  public var yaml: String { self ? "true" : "false" }
}

extension Int: OptionConvertible {
  public static var optionTypeName: String { "whole number" }
  public static var jsonSchema: String { #"{"type":"integer"}"# }
  public init?(option: OptionValue) {
    guard let text = option.scalar, let value = Int(text) else { return nil }
    self = value
  }
  public var yaml: String { description }
}

extension Double: OptionConvertible {
  public static var optionTypeName: String { "number" }
  public static var jsonSchema: String { #"{"type":"number"}"# }
  public init?(option: OptionValue) {
    guard let text = option.scalar, let value = Double(text), value.isFinite else { return nil }
    self = value
  }
  public var yaml: String { description }
}

extension String: OptionConvertible {
  public static var optionTypeName: String { "text" }
  public static var jsonSchema: String { #"{"type":"string"}"# }
  public init?(option: OptionValue) {
    guard let text = option.scalar else { return nil }
    self = text
  }
  public var yaml: String {
    let plain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || "0123456789-_./*".unicodeScalars.contains(scalar)
      }
    return plain && Double(self) == nil && Bool(option: OptionValue(.scalar(self))) == nil
      && !hasPrefix("-") && !hasPrefix("*") ? self : quotedYAML
  }

  /// The text as a double-quoted YAML scalar, which is also a JSON string.
  private var quotedYAML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Array: OptionConvertible where Element: OptionConvertible {
  public static var optionTypeName: String { "list of \(Element.optionTypeName)" }
  public static var jsonSchema: String { #"{"type":"array","items":\#(Element.jsonSchema)}"# }

  /// A list; a single value is a list of one, and commas separate in a single text.
  public init?(option: OptionValue) {
    let values: [OptionValue]
    switch option.shape {
    case .list(let list): values = list
    case .scalar(let text):
      values = text.split(separator: ",").map {
        OptionValue(.scalar(String($0.drop { $0 == " " })), position: option.position)
      }
    case .map: return nil
    }
    var elements: [Element] = []
    for value in values {
      guard let element = Element(option: value) else { return nil }
      elements.append(element)
    }
    self = elements
  }
  public var yaml: String { "[" + map(\.yaml).joined(separator: ", ") + "]" }
}

extension Optional: OptionConvertible where Wrapped: OptionConvertible {
  public static var optionTypeName: String { Wrapped.optionTypeName }
  public static var jsonSchema: String { Wrapped.jsonSchema }
  public init?(option: OptionValue) {
    guard let value = Wrapped(option: option) else { return nil }
    self = value
  }
  public var yaml: String { map(\.yaml) ?? "null" }
}

/// An option that is one of a few words.
public protocol OptionChoice: OptionConvertible, RawRepresentable, CaseIterable
where RawValue == String {}

extension OptionChoice {
  public static var optionTypeName: String {
    "one of " + allCases.map(\.rawValue).joined(separator: ", ")
  }
  public static var jsonSchema: String {
    #"{"enum":["# + allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]}"
  }
  public init?(option: OptionValue) {
    guard let text = option.scalar else { return nil }
    self.init(rawValue: text)
  }
  public var yaml: String { rawValue.yaml }
}

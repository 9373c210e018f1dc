/// The options of a stage, which carry their own schema.
///
/// Flags, the checking of pipeline files, help, `--print-config` and the JSON Schema all come from
/// ``fields``.
public protocol StageOptions: Sendable {
  /// The defaults.
  init()
  /// The options, in the order of the help.
  static var fields: [OptionField<Self>] { get }
}

/// The options of a stage that has none.
public struct NoOptions: StageOptions {
  /// No options.
  public static let fields: [OptionField<NoOptions>] = []
  /// The only value.
  public init() {}
}

extension StageOptions {
  /// Reads options from a configuration, reporting every fault.
  ///
  /// - Parameters:
  ///   - map: Keys and values; nil for the defaults.
  ///   - stage: The stage's name, for messages.
  ///   - base: The values of what is not given.
  ///   - diagnostics: Where faults go.
  /// - Returns: The options, with defaults where a value was at fault.
  public init(
    reading map: [(key: OptionValue.OptionKey, value: OptionValue)], stage: String,
    over base: Self = Self(), diagnostics: inout Diagnostics
  ) {
    self = base
    var seen: Set<String> = []
    for (key, value) in map {
      let name = OptionName.canonical(key.name)
      guard let field = Self.fields.first(where: { $0.name == name }) else {
        diagnostics.unknownKey(
          key.name, in: "stage \"\(stage)\"", known: Self.fields.map(\.name), at: key.position)
        continue
      }
      guard seen.insert(name).inserted else {
        diagnostics.error("key \"\(key.name)\" is given twice", at: key.position)
        continue
      }
      if let message = field.read(value, &self) {
        diagnostics.error("\"\(field.name)\" \(message)", at: value.position ?? key.position)
      }
    }
  }

  /// The options as YAML lines, `key: value`; only those that differ from the defaults if asked.
  public func yamlLines(onlyChanged: Bool) -> [String] {
    let defaults = Self()
    return Self.fields.compactMap { field in
      let text = field.yaml(self)
      if text == "null" || (onlyChanged && text == field.yaml(defaults)) { return nil }
      return "\(field.name): \(text)"
    }
  }
}

/// Spellings of option names: files use `min_confidence`, flags `--min-confidence`; both are read.
public enum OptionName {
  /// The spelling of files.
  public static func canonical(_ name: String) -> String {
    String(name.map { $0 == "-" ? "_" : $0 })
  }
  /// The spelling of flags, without the dashes before.
  public static func flag(_ name: String) -> String {
    String(name.map { $0 == "_" ? "-" : $0 })
  }
}

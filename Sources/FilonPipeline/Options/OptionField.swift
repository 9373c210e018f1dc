/// One option of a stage: its name, type, default, help and limits.
public struct OptionField<Root: StageOptions>: Sendable {
  /// The name, spelt as in files: `min_confidence`.
  public let name: String
  /// What it does, for help.
  public let help: String
  /// What a value looks like.
  public let typeName: String
  /// The type in JSON Schema.
  public let jsonSchema: String
  /// Whether the flag needs no value on the command line.
  public let isSwitch: Bool
  let read: @Sendable (OptionValue, inout Root) -> String?
  let yaml: @Sendable (Root) -> String

  /// Describes the option behind a key path.
  ///
  /// - Parameters:
  ///   - name: The option's name, with underscores.
  ///   - path: The value in the options.
  ///   - help: One sentence for the help text.
  ///   - check: Says what is wrong with a value, or nil.
  public init<Value: OptionConvertible>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, help: String,
    check: @escaping @Sendable (Value) -> String? = { _ in nil }
  ) {
    self.name = name
    self.help = help
    typeName = Value.optionTypeName
    jsonSchema = Value.jsonSchema
    isSwitch = Value.self == Bool.self
    read = { option, root in
      guard let value = Value(option: option) else {
        return "must be \(Value.optionTypeName)\(option.scalar.map { ", not \"\($0)\"" } ?? "")"
      }
      if let fault = check(value) { return fault }
      root[keyPath: path] = value
      return nil
    }
    yaml = { $0[keyPath: path].yaml }
  }

  /// The default, as YAML.
  public var defaultYAML: String { yaml(Root()) }
}

import ArgumentParser
import FilonPipeline

/// The flags of a stage, read by the stage's own option schema.
struct StageFlags {
  /// The options given.
  private(set) var options: [(key: OptionValue.OptionKey, value: OptionValue)] = []
  /// What is no flag: the inputs.
  private(set) var inputs: [String] = []

  /// Splits arguments into flags of `Options` and inputs. `--` ends the flags.
  init<Options: StageOptions>(_ arguments: [String], of type: Options.Type) throws {
    var rest = arguments[...]
    var repeated: [String: Int] = [:]
    while let argument = rest.popFirst() {
      if argument == "--" {
        inputs += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        inputs.append(argument)
        continue
      }
      let parts = argument.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      var name = OptionName.canonical(parts.first ?? "")
      var isNegated = false
      if name.hasPrefix("no_"), Options.fields.contains(where: { $0.name == name.dropFirst(3) }) {
        name = String(name.dropFirst(3))
        isNegated = true
      }
      guard let field = Options.fields.first(where: { $0.name == name }) else {
        throw ValidationError(Self.unknown(argument, Options.self))
      }
      let value: String
      if parts.count > 1 {
        value = parts[1]
      } else if field.isSwitch {
        value = isNegated ? "false" : "true"
      } else if let next = rest.popFirst() {
        value = next
      } else {
        throw ValidationError("\(argument) needs a value: \(field.typeName)")
      }
      if let index = repeated[name], case .scalar(let earlier) = options[index].value.shape {
        options[index].value = OptionValue(.scalar(earlier + "," + value))
      } else {
        repeated[name] = options.count
        options.append((OptionValue.OptionKey(name: name), OptionValue(.scalar(value))))
      }
    }
  }

  private static func unknown<Options: StageOptions>(
    _ argument: String, _ type: Options.Type
  ) -> String {
    let names = Options.fields.map(\.name)
    let given = OptionName.canonical(String(argument.drop { $0 == "-" }.prefix { $0 != "=" }))
    let hint =
      EditDistance.nearest(to: given, among: names)
      .map { "; did you mean --\(OptionName.flag($0))?" } ?? ""
    return "unknown option \(argument)\(hint)"
  }

  /// The stage's options as a section of the help.
  static func help<Options: StageOptions>(_ type: Options.Type) -> String {
    guard !Options.fields.isEmpty else { return "" }
    var text = "STAGE OPTIONS (in a pipeline file: the same names with _)\n"
    for field in Options.fields {
      let flag = "--" + OptionName.flag(field.name) + (field.isSwitch ? "" : " <value>")
      text += "  \(flag)\n      \(field.help)\n      \(field.typeName)"
      if field.defaultYAML != "null" { text += "; default \(field.defaultYAML)" }
      text += "\n"
    }
    return text + "\n"
  }
}

import FilonPipeline
import Yams

/// Turns YAML into option values that know their place.
enum YAMLOptionReader {
  /// Reads a YAML text.
  ///
  /// - Returns: The value; nil when the text is not YAML, which is reported.
  static func read(_ text: String, diagnostics: inout Diagnostics) -> OptionValue? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        diagnostics.error("the file is empty", at: nil)
        return nil
      }
      return value(node, &diagnostics, depth: 0)
    } catch let error as YamlError {
      report(error, &diagnostics)
    } catch {
      diagnostics.error("not YAML: \(error)", at: nil)
    }
    return nil
  }

  private static func report(_ error: YamlError, _ diagnostics: inout Diagnostics) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      diagnostics.error(
        "not YAML: \(problem)", at: SourcePosition(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      diagnostics.error(
        "key given twice: \(keys.map { "\($0)" }.joined(separator: ", "))",
        at: SourcePosition(line: context.mark.line, column: context.mark.column))
    default:
      diagnostics.error("not YAML: \(error)", at: nil)
    }
  }

  private static func value(
    _ node: Node, _ diagnostics: inout Diagnostics, depth: Int
  ) -> OptionValue {
    let position = node.mark.map { SourcePosition(line: $0.line, column: $0.column) }
    guard depth < 32 else {
      diagnostics.error("nested too deep", at: position)
      return OptionValue(.scalar(""), position: position)
    }
    switch node {
    case .scalar(let scalar):
      return OptionValue(.scalar(scalar.string), position: position)
    case .sequence(let sequence):
      return OptionValue(
        .list(sequence.map { value($0, &diagnostics, depth: depth + 1) }), position: position)
    case .mapping(let mapping):
      var entries: [(key: OptionValue.OptionKey, value: OptionValue)] = []
      for (key, content) in mapping {
        let place = key.mark.map { SourcePosition(line: $0.line, column: $0.column) }
        guard let name = key.scalar?.string else {
          diagnostics.error("a key must be a word", at: place)
          continue
        }
        entries.append(
          (
            OptionValue.OptionKey(name: name, position: place),
            value(content, &diagnostics, depth: depth + 1)
          ))
      }
      return OptionValue(.map(entries), position: position)
    case .alias:
      diagnostics.error("references (*name) are not used in pipeline files", at: position)
      return OptionValue(.scalar(""), position: position)
    }
  }
}

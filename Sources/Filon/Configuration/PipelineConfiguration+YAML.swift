import FilonCore
public import FilonPipeline

extension PipelineConfiguration {
  private typealias Entries = [(key: OptionValue.OptionKey, value: OptionValue)]

  private static let parts = [
    "filon", "name", "about", "input", "stages", "output", "run", "tests",
  ]

  /// Reads a pipeline file. All faults are reported at once.
  ///
  /// - Parameters:
  ///   - yaml: The file's text.
  ///   - folder: The file's folder, from which relative paths are resolved; empty for the present.
  ///   - registry: The stages that can be named.
  ///   - environment: The values of `${NAME}` and `${NAME:-default}`.
  ///   - diagnostics: Where faults go.
  public init(
    yaml: String, folder: String, registry: StageRegistry,
    environment: (String) -> String?, diagnostics: inout Diagnostics
  ) {
    self.init()
    let expanded = EnvironmentReferences.expand(yaml, environment, &diagnostics)
    guard let root = YAMLOptionReader.read(expanded, diagnostics: &diagnostics) else { return }
    guard case .map(let entries) = root.shape else {
      diagnostics.error(
        "a pipeline file has parts: \(Self.parts.joined(separator: ", "))", at: root.position)
      return
    }
    let paths = PathResolver(folder: folder)
    for (key, value) in entries {
      switch key.name {
      case "filon": checkSchema(value, &diagnostics)
      case "name": name = value.scalar
      case "about": about = value.scalar
      case "input": readInputs(value, paths, &diagnostics)
      case "stages": readStages(value, registry, paths, &diagnostics)
      case "output": readOutputs(value, registry, paths, &diagnostics)
      case "run": readSettings(value, paths, &diagnostics)
      case "tests": readTests(value, &diagnostics)
      default:
        diagnostics.unknownKey(key.name, in: "a pipeline file", known: Self.parts, at: key.position)
      }
    }
    if !entries.contains(where: { $0.key.name == "filon" }) {
      diagnostics.error(
        "the schema version is missing", at: nil, notes: ["write \"filon: 1\" in the first line"])
    }
    if stages.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(
        "no stages", at: root.position,
        notes: ["known stages: \(registry.names.joined(separator: ", "))"])
    }
  }

  private func checkSchema(_ value: OptionValue, _ diagnostics: inout Diagnostics) {
    guard let version = value.scalar.flatMap(Int.init), version == Release.schema else {
      diagnostics.error(
        "schema \(value.scalar ?? "") is not known; this version reads \(Release.schema)",
        at: value.position)
      return
    }
  }

  // MARK: - Input

  private mutating func readInputs(
    _ value: OptionValue, _ paths: PathResolver, _ diagnostics: inout Diagnostics
  ) {
    switch value.shape {
    case .scalar(let word) where word == "stdin" || word == "-": break
    case .scalar(let path):
      inputs.append(InputSpecification(patterns: [paths.resolve(path)], position: value.position))
    case .list(let items): for item in items { readInput(item, paths, &diagnostics) }
    case .map: readInput(value, paths, &diagnostics)
    }
  }

  private mutating func readInput(
    _ value: OptionValue, _ paths: PathResolver, _ diagnostics: inout Diagnostics
  ) {
    guard case .map(let entries) = value.shape else {
      if let path = value.scalar {
        inputs.append(InputSpecification(patterns: [paths.resolve(path)], position: value.position))
      }
      return
    }
    let formats = InputSpecification.Format.allCases.map(\.rawValue)
    var input = InputSpecification(position: value.position)
    for (key, value) in entries {
      if let format = InputSpecification.Format(rawValue: key.name) {
        input.format = format
        guard let patterns = [String](option: value) else {
          diagnostics.error("\"\(key.name)\" takes a path or a list of paths", at: value.position)
          continue
        }
        input.patterns += patterns.filter { $0 != "-" && $0 != "stdin" }.map(paths.resolve)
      } else if key.name == "fields", case .map(let fields) = value.shape {
        for (ours, theirs) in fields {
          guard FieldMapping.targets.contains(ours.name), let name = theirs.scalar else {
            diagnostics.unknownKey(
              ours.name, in: "\"fields\"", known: FieldMapping.targets, at: ours.position)
            continue
          }
          input.fields[name] = ours.name
        }
      } else {
        diagnostics.unknownKey(
          key.name, in: "an input", known: formats + ["fields"], at: key.position)
      }
    }
    inputs.append(input)
  }

  // MARK: - Stages

  private mutating func readStages(
    _ value: OptionValue, _ registry: StageRegistry, _ paths: PathResolver,
    _ diagnostics: inout Diagnostics
  ) {
    guard case .list(let items) = value.shape else {
      diagnostics.error("\"stages\" is a list", at: value.position)
      return
    }
    for item in items {
      var options: Entries = []
      let key: OptionValue.OptionKey
      switch item.shape {
      case .scalar(let name): key = OptionValue.OptionKey(name: name, position: item.position)
      case .map(let entries) where entries.count == 1:
        key = entries[0].key
        switch entries[0].value.shape {
        case .map(let map): options = map
        case .scalar(let text) where text.isEmpty || text == "null" || text == "~": break
        default:
          diagnostics.error(
            "the options of \"\(key.name)\" are keys and values", at: entries[0].value.position)
          continue
        }
      default:
        diagnostics.error(
          "a stage is a name, or a name with options", at: item.position,
          notes: ["write \"- detect\" or \"- detect: { keep: [fr, en] }\""])
        continue
      }
      guard let entry = registry[key.name] else {
        var notes = ["known stages: " + registry.names.joined(separator: ", ")]
        if let nearest = EditDistance.nearest(to: key.name, among: registry.names) {
          notes.insert("did you mean \"\(nearest)\"?", at: 0)
        }
        diagnostics.error("unknown stage \"\(key.name)\"", at: key.position, notes: notes)
        continue
      }
      let resolved = options.map { ($0.key, paths.resolvePaths(in: $0.value, of: $0.key.name)) }
      if let stage = entry.prepare(resolved, at: key.position, diagnostics: &diagnostics) {
        stages.append(PipelinePlan.Request(stage, at: key.position))
      }
    }
  }

  // MARK: - Output, run

  private mutating func readOutputs(
    _ value: OptionValue, _ registry: StageRegistry, _ paths: PathResolver,
    _ diagnostics: inout Diagnostics
  ) {
    switch value.shape {
    case .scalar(let word) where word == "stdout" || word == "-":
      outputs.append(SinkDescription(path: nil))
    case .scalar(let path): outputs.append(SinkDescription(path: paths.resolve(path)))
    case .list(let items):
      for item in items { readOutput(item, registry, paths, &diagnostics) }
    case .map: readOutput(value, registry, paths, &diagnostics)
    }
  }

  private mutating func readOutput(
    _ value: OptionValue, _ registry: StageRegistry, _ paths: PathResolver,
    _ diagnostics: inout Diagnostics
  ) {
    guard case .map(let entries) = value.shape else {
      readOutputs(value, registry, paths, &diagnostics)
      return
    }
    var output = SinkDescription(path: nil)
    var hasPath = false
    let layers = Set(registry.entries.flatMap { $0.description.provides.map(\.rawValue) })
    for (key, value) in entries {
      switch key.name {
      case "jsonl":
        hasPath = true
        output.path = value.scalar.flatMap { $0 == "-" || $0 == "stdout" ? nil : paths.resolve($0) }
      case "what":
        guard let content = value.scalar.flatMap(OutputContent.init(rawValue:)) else {
          diagnostics.error("\"what\" is documents or claims", at: value.position)
          continue
        }
        output.content = content
      case "layers":
        guard let names = [String](option: value) else {
          diagnostics.error("\"layers\" is a list of names", at: value.position)
          continue
        }
        for name in names where !layers.contains(name) {
          diagnostics.error(
            "no stage makes a layer \"\(name)\"", at: value.position,
            notes: ["known layers: \(layers.sorted().joined(separator: ", "))"])
        }
        output.layers = Set(names.map { LayerName($0) })
      case "keep_page":
        output.keepsPage = Bool(option: value) ?? false
      default:
        diagnostics.unknownKey(
          key.name, in: "an output", known: ["jsonl", "what", "layers", "keep_page"],
          at: key.position)
      }
    }
    guard hasPath else {
      diagnostics.error("an output needs \"jsonl: FILE\"", at: value.position)
      return
    }
    outputs.append(output)
  }

  private mutating func readSettings(
    _ value: OptionValue, _ paths: PathResolver, _ diagnostics: inout Diagnostics
  ) {
    guard case .map(let entries) = value.shape else {
      diagnostics.error("\"run\" has keys and values", at: value.position)
      return
    }
    settings = RunSettings(reading: entries, stage: "run", diagnostics: &diagnostics)
    settings.errorsPath = settings.errorsPath.map(paths.resolve)
    settings.manifestPath = settings.manifestPath.map(paths.resolve)
  }

  // MARK: - Tests

  private mutating func readTests(_ value: OptionValue, _ diagnostics: inout Diagnostics) {
    guard case .list(let items) = value.shape else {
      diagnostics.error("\"tests\" is a list", at: value.position)
      return
    }
    for item in items {
      guard case .map(let entries) = item.shape else {
        diagnostics.error("a test has a name, a text and what is expected", at: item.position)
        continue
      }
      var test = PipelineTest(name: "test \(tests.count + 1)", position: item.position)
      for (key, value) in entries {
        switch key.name {
        case "name": test.name = value.scalar ?? test.name
        case "text": test.text = value.scalar
        case "html": test.html = value.scalar
        case "expect": readExpectations(value, prefix: "", &test, &diagnostics)
        default:
          diagnostics.unknownKey(
            key.name, in: "a test", known: ["name", "text", "html", "expect"], at: key.position)
        }
      }
      if test.text == nil, test.html == nil {
        diagnostics.error("test \"\(test.name)\" has neither text nor html", at: item.position)
      }
      tests.append(test)
    }
  }

  private func readExpectations(
    _ value: OptionValue, prefix: String, _ test: inout PipelineTest,
    _ diagnostics: inout Diagnostics
  ) {
    guard case .map(let entries) = value.shape else { return }
    for (key, value) in entries {
      let field = prefix + key.name
      if case .map = value.shape {
        readExpectations(value, prefix: field + ".", &test, &diagnostics)
      } else if !PipelineTestRunner.fields.contains(field) {
        diagnostics.unknownKey(
          field, in: "\"expect\"", known: PipelineTestRunner.fields, at: key.position)
      } else if let scalar = value.scalar {
        test.expectations.append(.init(field: field, values: [scalar], position: value.position))
      } else if case .list(let list) = value.shape {
        test.expectations.append(
          .init(field: field, values: list.compactMap(\.scalar), position: value.position))
      }
    }
  }
}

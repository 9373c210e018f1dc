import FilonCore

/// JSON Schema of pipeline files, made from the option schemas of the registered stages.
public struct PipelineSchema {
  private let registry: StageRegistry

  /// The schema of files that may name these stages.
  public init(_ registry: StageRegistry) { self.registry = registry }

  /// The schema as JSON.
  public var json: String {
    let names = registry.names.map(Self.quoted).joined(separator: ",")
    let stages = registry.entries.map { entry in
      #"{"type":"object","maxProperties":1,"required":[\#(Self.quoted(entry.name))],"properties":"#
        + #"{\#(Self.quoted(entry.name)):\#(Self.options(of: entry.type))}}"#
    }
    let test =
      #"{"type":"object","properties":{"name":{"type":"string"},"text":{"type":"string"},"#
      + #""html":{"type":"string"},"expect":{"type":"object"}},"additionalProperties":false}"#
    return #"{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Filon pipeline","#
      + #""type":"object","required":["filon","stages"],"additionalProperties":false,"properties":{"#
      + #""filon":{"const":\#(Release.schema)},"name":{"type":"string"},"about":{"type":"string"},"#
      + #""input":{},"output":{},"stages":{"type":"array","minItems":1,"items":{"anyOf":["#
      + #"{"enum":[\#(names)]},\#(stages.joined(separator: ","))]}},"#
      + #""run":\#(Self.options(RunSettings.self)),"tests":{"type":"array","items":\#(test)}}}"#
  }

  /// The schema of one stage's options, as JSON.
  public static func options(of stage: any StageDefinition.Type) -> String {
    func schema<S: StageDefinition>(_ type: S.Type) -> String { options(S.Options.self) }
    return schema(stage)
  }

  private static func options<Options: StageOptions>(_ type: Options.Type) -> String {
    let properties = Options.fields.map { field in
      let body = field.jsonSchema.dropLast()
      return "\(quoted(field.name)):\(body),\"description\":\(quoted(field.help))}"
    }
    return #"{"type":"object","additionalProperties":false,"properties":{"#
      + properties.joined(separator: ",") + "}}"
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

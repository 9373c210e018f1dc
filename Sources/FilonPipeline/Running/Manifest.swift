import FilonCore
import FilonIO

/// What was run, on what, with which result: enough to run it again.
public struct Manifest: Sendable {
  /// An input file with its digest.
  public struct Input: Sendable {
    /// The file as it was named.
    public var path: String
    /// Size in bytes.
    public var bytes: Int
    /// SHA-256 of the whole file; of its size and both ends (1 MiB each) above 64 MiB.
    public var sha256: String

    /// Describes a file.
    public init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// The resolved configuration.
  public var configuration: String
  /// The input files.
  public var inputs: [Input]
  /// Models and word lists with their digests.
  public var models: [(name: String, digest: String)]
  /// The outputs.
  public var outputs: [String]
  /// When the run began.
  public var started: String
  /// What happened.
  public var report: RunReport?
  /// Whether the run came to its end.
  public var isComplete = false

  /// Describes a run that is about to begin.
  public init(
    configuration: String, inputs: [Input], models: [(name: String, digest: String)],
    outputs: [String]
  ) {
    self.configuration = configuration
    self.inputs = inputs
    self.models = models
    self.outputs = outputs
    started = UTCTimestamp.now
  }

  /// Identifies configuration, input and models, for `--resume`.
  public var runKey: String {
    var text = Release.version + "\n" + configuration
    for input in inputs { text += "\n\(input.path)\t\(input.bytes)\t\(input.sha256)" }
    for model in models { text += "\n\(model.name)\t\(model.digest)" }
    return SHA256.hex(text)
  }

  /// Writes the manifest to a file.
  public func write(to path: String) throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("filon")
    writer.int(Release.schema)
    writer.key("type")
    writer.string("manifest")
    writer.key("version")
    writer.string(Release.version)
    writer.key("complete")
    writer.bool(isComplete)
    writer.key("started")
    writer.string(started)
    writer.key("written")
    writer.string(UTCTimestamp.now)
    writer.key("configuration")
    writer.string(configuration)
    writer.key("configuration_sha256")
    writer.string(SHA256.hex(configuration))
    writer.key("inputs")
    writer.beginArray()
    for input in inputs {
      writer.beginObject()
      writer.key("path")
      writer.string(input.path)
      writer.key("bytes")
      writer.int(input.bytes)
      writer.key("sha256")
      writer.string(input.sha256)
      writer.endObject()
    }
    writer.endArray()
    writer.key("models")
    writer.beginObject()
    for model in models {
      writer.key(model.name)
      writer.string(model.digest)
    }
    writer.endObject()
    writer.key("outputs")
    writer.beginArray()
    for output in outputs { writer.string(output) }
    writer.endArray()
    if let report {
      writer.key("report")
      report.encode(to: &writer)
    }
    writer.endObject()
    writer.newline()
    let file = try OutputFile(path: path, compression: Compression.none)
    try file.write(writer.bytes)
    try file.commit()
  }
}

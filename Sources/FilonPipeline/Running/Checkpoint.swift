import FilonCore

/// How far a run has come: enough to go on to the same bytes after a kill.
struct Checkpoint: Equatable {
  /// Identifies configuration and input; another run's checkpoint is refused.
  var runKey: String
  /// The phase that is under way.
  var phase = 0
  /// Records of the phase's input that are done.
  var consumed = 0
  /// Stored lengths of the sinks.
  var sinkLengths: [Int]
  /// Length of the file set aside by this phase.
  var spillLength = 0
  /// Length of the errors file.
  var errorsLength = 0
  /// Whether all is written and only the final names are missing.
  var isCommitting = false
  /// The report so far.
  var report = RunReport()

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("run")
    writer.string(runKey)
    for (name, value) in [
      ("phase", phase), ("consumed", consumed), ("spill", spillLength), ("errors", errorsLength),
    ] {
      writer.key(name)
      writer.int(value)
    }
    writer.key("committing")
    writer.bool(isCommitting)
    writer.key("sinks")
    writer.beginArray()
    for length in sinkLengths { writer.int(length) }
    writer.endArray()
    writer.key("report")
    report.encode(to: &writer)
    writer.endObject()
    return writer.bytes
  }

  init(runKey: String, sinkCount: Int) {
    self.runKey = runKey
    sinkLengths = Array(repeating: 0, count: sinkCount)
  }

  init(json: [UInt8]) throws(JSONError) {
    var checkpoint = Checkpoint(runKey: "", sinkCount: 0)
    var reader = JSONReader(json)
    try reader.readObject { (reader, key) throws(JSONError) in
      switch key {
      case "run": checkpoint.runKey = try reader.readString()
      case "phase": checkpoint.phase = try reader.readInt()
      case "consumed": checkpoint.consumed = try reader.readInt()
      case "spill": checkpoint.spillLength = try reader.readInt()
      case "errors": checkpoint.errorsLength = try reader.readInt()
      case "committing": checkpoint.isCommitting = try reader.readBool()
      case "sinks":
        try reader.readArray { (reader) throws(JSONError) in
          checkpoint.sinkLengths.append(try reader.readInt())
        }
      case "report": checkpoint.report = try RunReport(from: &reader)
      default: _ = try reader.skipValue()
      }
    }
    try reader.finish()
    self = checkpoint
  }
}

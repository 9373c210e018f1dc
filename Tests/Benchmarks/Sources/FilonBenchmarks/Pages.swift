import FilonIO

/// The pages that the benchmarks work on.
struct Pages {
  let bodies: [[UInt8]]
  var bytes: Int { bodies.reduce(0) { $0 + $1.count } }

  /// Reads every HTML file (also `.gz`) below a folder.
  init(folder: String) throws {
    var bodies: [[UInt8]] = []
    for file in InputDiscovery([folder]).files where file.format == .html {
      var input = try ByteInput(path: file.path)
      bodies.append(try input.readAll(limit: 64 << 20))
    }
    self.bodies = bodies
  }
}

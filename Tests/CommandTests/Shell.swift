import Glibc
import TestSupport

/// Runs the command under test through the shell.
struct Shell {
  /// What a command line came to.
  struct Outcome {
    /// Exit code; 128 + signal for a process that a signal ended.
    var status: Int32
    var output: String
    var errors: String

    var lines: [Substring] { output.split(separator: "\n") }
  }

  let folder = TemporaryFolder()

  /// The package's own folder.
  static let package: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The command, beside the test bundle.
  static let filon: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") + "/filon"
  }()

  /// Runs a line of shell in the folder of the test; `filon` is the command under test, `$P` the
  /// package.
  func callAsFunction(_ line: String, input: String = "") -> Outcome {
    folder.write(Array(input.utf8), to: "stdin")
    folder.write(
      Array(
        """
        export PATH="\(Self.filon.prefix(upTo: Self.filon.lastIndex(of: "/") ?? Self.filon.endIndex)):$PATH"
        export P='\(Self.package)' SWIFT_BACKTRACE=enable=no
        cd '\(folder.root)'
        \(line)

        """.utf8), to: "script")
    let status = system(
      "bash '\(folder.path("script"))' < '\(folder.path("stdin"))' "
        + "> '\(folder.path("stdout"))' 2> '\(folder.path("stderr"))'")
    return Outcome(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
      output: String(decoding: folder.bytes("stdout"), as: UTF8.self),
      errors: String(decoding: folder.bytes("stderr"), as: UTF8.self))
  }
}

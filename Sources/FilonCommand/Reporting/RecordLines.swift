import FilonCore
import FilonIO

/// The lines of a JSON Lines file that a command needs as a whole: blank ones are passed over, and
/// one that cannot be read ends the command with its file and line.
struct RecordLines {
  private var lines: LineReader
  private let name: String

  /// Opens a file; nil and `-` mean standard input.
  init(path: String?) throws(IOFailure) {
    lines = try LineReader(path: path)
    name = path.flatMap { $0 == "-" ? nil : $0 } ?? "standard input"
  }

  /// What `read` makes of the next line; nil at the end.
  ///
  /// - Parameters:
  ///   - read: Reads the bytes of a line, with its number from 1.
  mutating func next<T>(
    _ read: ([UInt8], Int) throws(JSONError) -> T
  ) throws(IOFailure) -> T? {
    while let event = try lines.next() {
      switch event {
      case .tooLong(let number, _, let length):
        throw fault(number, "line of \(length) bytes is too long")
      case .line(let line):
        if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        do throws(JSONError) {
          return try read(line.bytes, line.number)
        } catch {
          throw fault(line.number, error.description)
        }
      }
    }
    return nil
  }

  /// All that `read` makes of the lines.
  mutating func all<T>(_ read: ([UInt8], Int) throws(JSONError) -> T) throws(IOFailure) -> [T] {
    var values: [T] = []
    while let value = try next(read) { values.append(value) }
    return values
  }

  private func fault(_ number: Int, _ message: String) -> IOFailure {
    IOFailure(code: .corrupt, path: "\(name):\(number)", message: message)
  }
}

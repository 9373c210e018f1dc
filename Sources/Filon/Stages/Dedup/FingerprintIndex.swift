public import FilonDedup
public import FilonIO
import Glibc

/// Fingerprints of earlier runs in a folder, to which each run adds its own.
///
/// A run writes one segment file, then a new manifest; each is written under another name, put on
/// the disk and renamed. What the manifest does not name does not count, so a process that is
/// killed at any moment leaves the index as it was before or as it is after. A lock keeps a second
/// run waiting until the first is done.
public struct FingerprintIndex {
  /// The documents of all runs before this one, the latest version of each.
  public private(set) var known: FingerprintSegment

  private let folder: String
  private let lock: FileLock
  private var segments: [Part] = []

  /// A segment file and the number of its documents.
  private struct Part {
    var name: String
    var count: Int
  }

  private static let firstLine = "filon dedup index 1"
  private static let remedy = "restore the folder from a copy, or remove it and index again"

  /// Opens the index in `folder`, which is made when it is missing.
  ///
  /// - Throws: `IOFailure` when a file cannot be read, or is damaged or of another version.
  public init(folder: String) throws(IOFailure) {
    self.folder = folder
    known = FingerprintSegment()
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw IOFailure(code: .cannotCreate, path: folder, message: "cannot make the folder")
    }
    lock = try FileLock(path: folder + "/lock")
    guard access(manifest, F_OK) == 0 else {
      // Only what has a manifest has segments: segments without one have lost it.
      guard access(folder + "/" + Self.name(1), F_OK) != 0 else {
        throw IOFailure(
          code: .missing, path: manifest, message: "the index has lost this file; \(Self.remedy)")
      }
      try writeManifest()
      return
    }
    var all = FingerprintSegment()
    for name in try readManifest() {
      let path = "\(folder)/\(name)"
      guard access(path, F_OK) == 0 else {
        throw IOFailure(
          code: .missing, path: path, message: "the index has lost this file; \(Self.remedy)")
      }
      do throws(IOFailure) {
        let segment = try Self.segment(at: path)
        segments.append(Part(name: name, count: segment.ids.count))
        all.append(segment)
      } catch {
        var failure = error
        failure.message += "; \(Self.remedy)"
        throw failure
      }
    }
    known = all.latest
  }

  /// Reads a file of fingerprints.
  public static func segment(at path: String) throws(IOFailure) -> FingerprintSegment {
    var source = try FileSource(path: path)
    let bytes = try source.readAll()
    do throws(FingerprintStoreError) {
      return try FingerprintSegment(bytes: bytes)
    } catch {
      throw IOFailure(
        code: error.isOfAnotherVersion ? .unsupported : .corrupt, path: path, message: "\(error)")
    }
  }

  /// Writes a file of fingerprints: all of it or nothing.
  public static func write(_ segment: FingerprintSegment, to path: String) throws(IOFailure) {
    let file = try OutputFile(path: path, compression: Compression.none)
    try file.write(segment.bytes)
    try file.commit()
  }

  /// Adds the documents of this run. Those that the index knows by their identifiers are replaced.
  ///
  /// The last segments become one with the new one while they are no larger than it: a document is
  /// written a number of times that grows with the logarithm of their number.
  public mutating func add(_ segment: FingerprintSegment) throws(IOFailure) {
    let number = (segments.last.flatMap { Self.number($0.name) } ?? 0) + 1
    var content = segment
    var replaced: [Part] = []
    while let last = segments.last, last.count <= content.ids.count {
      var merged = try Self.segment(at: "\(folder)/\(last.name)")
      merged.append(content)
      content = merged
      replaced.append(segments.removeLast())
    }
    content = content.latest
    let name = Self.name(number)
    try Self.write(content, to: "\(folder)/\(name)")
    segments.append(Part(name: name, count: content.ids.count))
    try writeManifest()
    for part in replaced { _ = unlink("\(folder)/\(part.name)") }
  }

  private func readManifest() throws(IOFailure) -> [String] {
    var input = try ByteInput(path: manifest)
    var lines = String(decoding: try input.readAll(), as: UTF8.self)
      .split(separator: "\n").map(String.init)[...]
    guard let first = lines.popFirst(), first == Self.firstLine,
      lines.allSatisfy({ Self.number($0).map(Self.name) == $0 })
    else {
      throw IOFailure(
        code: .unsupported, path: manifest,
        message: "not an index that this program knows (\"\(Self.firstLine)\"); \(Self.remedy)")
    }
    return Array(lines)
  }

  private func writeManifest() throws(IOFailure) {
    let file = try OutputFile(path: manifest, compression: Compression.none)
    try file.write(([Self.firstLine] + segments.map(\.name)).joined(separator: "\n") + "\n")
    try file.commit()
  }

  private var manifest: String { folder + "/manifest" }

  private static func name(_ number: Int) -> String { "segment-\(number).fingerprints" }

  private static func number(_ name: String) -> Int? {
    name.hasPrefix("segment-") ? Int(name.dropFirst(8).prefix { $0 != "." }) : nil
  }
}

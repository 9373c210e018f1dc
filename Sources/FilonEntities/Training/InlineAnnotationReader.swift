public import FilonCore

/// Reads texts annotated inline, a paragraph a line: `[surface](TYPE key)`.
///
/// Lines that start with `#` are comments. A paragraph is a document of its own.
public struct InlineAnnotationReader {
  /// What is wrong with a file.
  public struct Failure: Error, CustomStringConvertible, Equatable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong, in words.
    public let problem: String
    /// `line 3: …`.
    public var description: String { "line \(line): \(problem)" }
  }

  /// A paragraph and its names.
  public struct Paragraph: Sendable {
    /// The text without annotation.
    public var text: String
    /// The names, in the order of the text.
    public var names: [Name]
  }

  /// A name and the entity it means.
  public struct Name: Sendable {
    /// Where it is in the text.
    public var range: TextRange
    /// Its kind.
    public var kind: Entity.Kind
    /// The entity, by a key of the file's own.
    public var key: String
  }

  private static let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
  private static let (begin, end) = (UInt8(ascii: "("), UInt8(ascii: ")"))

  /// The paragraphs of a file. Throws ``Failure`` at the first line that is not well formed.
  public static func read(_ contents: [UInt8]) throws(Failure) -> [Paragraph] {
    var result: [Paragraph] = []
    var number = 0
    for line in contents.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      result.append(try paragraph(line, number))
    }
    return result
  }

  private static func paragraph(
    _ line: ArraySlice<UInt8>, _ number: Int
  ) throws(Failure) -> Paragraph {
    var text: [UInt8] = []
    var names: [Name] = []
    var index = line.startIndex
    while index < line.endIndex {
      guard line[index] == open else {
        guard line[index] != close else {
          throw Failure(line: number, problem: "a closing bracket without an opening one")
        }
        text.append(line[index])
        index += 1
        continue
      }
      guard let last = line[index...].firstIndex(of: close), last + 1 < line.endIndex,
        line[last + 1] == begin, let final = line[last...].firstIndex(of: end)
      else {
        throw Failure(line: number, problem: "expected [surface](TYPE key)")
      }
      let surface = line[index + 1..<last]
      let label = line[last + 2..<final].split(separator: 0x20, maxSplits: 1)
      guard !surface.isEmpty, !surface.contains(open), label.count == 2,
        let kind = Entity.Kind(rawValue: String(decoding: label[0], as: UTF8.self))
      else {
        throw Failure(
          line: number,
          problem: "'\(String(decoding: line[index...final], as: UTF8.self))' is no annotation")
      }
      names.append(
        Name(
          range: TextRange(text.count, text.count + surface.count), kind: kind,
          key: String(decoding: label[1], as: UTF8.self)))
      text += surface
      index = final + 1
    }
    return Paragraph(text: String(decoding: text, as: UTF8.self), names: names)
  }
}

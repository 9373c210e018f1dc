/// A fault in a JSON text: what was wrong and at which byte.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Offset of the fault in the bytes that were read.
  public let offset: Int
  /// What was wrong, in words.
  public let message: String

  /// Makes an error.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// The message with its offset.
  public var description: String { "\(message) at byte \(offset)" }
}

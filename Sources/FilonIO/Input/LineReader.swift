/// Splits bytes into lines in bounded memory.
///
/// Lines end with LF or CRLF; the last may have no end. A UTF-8 byte order mark at the start of the
/// input is dropped (offsets still count it).
public struct LineReader {
  private let input: ByteInput
  private let limit: Int
  private var window: [UInt8] = []
  /// Start of the unread bytes in `window`.
  private var head = 0
  /// Offset of `window[0]` in the decompressed input.
  private var base = 0
  private var number = 0
  private var isAtEnd = false
  private var hasStarted = false

  private static let step = 1 << 18

  /// Reads lines of at most `maximumLineBytes` bytes from `input`.
  public init(_ input: ByteInput, maximumLineBytes: Int = 1 << 28) {
    self.input = input
    limit = max(1, maximumLineBytes)
  }

  /// Opens the file at `path`; `nil` and `-` mean standard input.
  public init(path: String?, maximumLineBytes: Int = 1 << 28) throws(IOFailure) {
    self.init(try ByteInput(path: path), maximumLineBytes: maximumLineBytes)
  }

  /// The next line, or `nil` at the end.
  public mutating func next() throws(IOFailure) -> LineEvent? {
    if !hasStarted { try start() }
    var searched = head
    while true {
      if let end = window.firstLineFeed(from: searched) {
        let event = self.event(head..<end)
        head = end + 1
        return event
      }
      searched = window.count
      if searched - head > limit + 1 { return try skipLongLine() }
      let dropped = compact()
      searched -= dropped
      if try !fill() {
        guard head < window.count else { return nil }
        let event = self.event(head..<window.count)
        head = window.count
        return event
      }
    }
  }

  private mutating func start() throws(IOFailure) {
    hasStarted = true
    while window.count < 3, try fill() {}
    if window.starts(with: [0xEF, 0xBB, 0xBF]) { head = 3 }
  }

  private mutating func event(_ range: Range<Int>) -> LineEvent {
    number += 1
    var end = range.upperBound
    if end > range.lowerBound, window[end - 1] == 0x0D { end -= 1 }
    let offset = base + range.lowerBound
    let length = end - range.lowerBound
    if length > limit { return .tooLong(number: number, offset: offset, length: length) }
    return .line(Line(bytes: Array(window[range.lowerBound..<end]), number: number, offset: offset))
  }

  /// Reads on to the end of a line that is too long, keeping none of it.
  private mutating func skipLongLine() throws(IOFailure) -> LineEvent? {
    number += 1
    let offset = base + head
    var last: UInt8 = 0
    while true {
      if let end = window.firstLineFeed(from: head) {
        if end > head { last = window[end - 1] }
        let length = base + end - offset - (last == 0x0D ? 1 : 0)
        head = end + 1
        return .tooLong(number: number, offset: offset, length: length)
      }
      last = window.last ?? last
      head = window.count
      _ = compact()
      if try !fill() {
        return .tooLong(number: number, offset: offset, length: base + head - offset)
      }
    }
  }

  /// Drops the bytes already read; returns how many.
  private mutating func compact() -> Int {
    let dropped = head
    guard dropped > 0 else { return 0 }
    window.removeSubrange(0..<dropped)
    base += dropped
    head = 0
    return dropped
  }

  private mutating func fill() throws(IOFailure) -> Bool {
    if isAtEnd { return false }
    if try input.read(into: &window, upTo: Self.step) == 0 {
      isAtEnd = true
      return false
    }
    return true
  }
}

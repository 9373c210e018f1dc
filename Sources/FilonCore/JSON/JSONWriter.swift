/// Writes JSON text into a buffer of bytes.
///
/// Commas are put in by the writer; the caller opens and closes what it opens.
public struct JSONWriter {
  /// What has been written is at its beginning; it grows by doubling.
  private var buffer: [UInt8] = []
  /// Number of bytes written.
  public private(set) var count = 0
  private var needsComma = false

  /// A writer with an empty buffer.
  public init() {}

  /// What has been written; a copy.
  public var bytes: [UInt8] { Array(buffer[..<count]) }

  /// Empties the buffer, keeping its memory.
  public mutating func removeAll() {
    count = 0
    needsComma = false
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes the object that is open.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes the array that is open.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key that needs no escapes.
  public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    append(room: length + 4) { output in
      output.byte(UInt8(ascii: "\""))
      output.copy(UnsafeRawBufferPointer(start: name.utf8Start, count: length))
      output.byte(UInt8(ascii: "\""))
      output.byte(UInt8(ascii: ":"))
    }
    needsComma = false
  }

  /// Writes a key.
  public mutating func key(_ name: String) {
    string(name)
    append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { text in
      let raw = UnsafeRawBufferPointer(text)
      let plain = JSONScanner.endOfPlainRun(raw, from: 0, to: raw.count)
      append(room: raw.count + escapes(raw, from: plain) + 3) { output in
        output.byte(UInt8(ascii: "\""))
        output.copy(UnsafeRawBufferPointer(rebasing: raw[..<plain]))
        if plain < raw.count { output.escape(raw, from: plain) }
        output.byte(UInt8(ascii: "\""))
      }
    }
  }

  /// Writes the part of a text.
  public mutating func string(_ value: Substring) { string(String(value)) }

  /// Writes an integer.
  public mutating func int(_ value: Int) { append(room: 22) { $0.digits(value) } }

  /// Writes a number: whole numbers without a point, others as the shortest text that reads back
  /// the same. What JSON cannot hold (NaN, infinities) becomes `null`.
  public mutating func double(_ value: Double) {
    if value.isFinite, value == value.rounded(), abs(value) < 0x1p53 {
      int(Int(value))
    } else {
      raw((value.isFinite ? value.description : "null").utf8)
    }
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { raw((value ? "true" : "false").utf8) }

  /// Writes JSON that is known to be well formed, byte for byte.
  public mutating func raw(_ json: some Collection<UInt8>) {
    if json.withContiguousStorageIfAvailable({ raw(bytes: UnsafeRawBufferPointer($0)) }) == nil {
      Array(json).withUnsafeBytes { raw(bytes: $0) }
    }
  }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    needsComma = false
    append(0x0A)
    needsComma = false
  }

  // MARK: - Parts

  /// The bytes that escapes add to a string.
  private func escapes(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
    var added = 0
    var index = start
    while index < text.count {
      added += JSONOutput.longestEscape - 1
      index = JSONScanner.endOfPlainRun(text, from: index + 1, to: text.count)
    }
    return added
  }

  private mutating func open(_ byte: UInt8) {
    append(room: 2) { $0.byte(byte) }
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    needsComma = false
    append(byte)
  }

  private mutating func raw(bytes: UnsafeRawBufferPointer) {
    append(room: bytes.count + 1) { $0.copy(bytes) }
  }

  private mutating func append(_ byte: UInt8) {
    needsComma = false
    append(room: 1) { $0.byte(byte) }
  }

  /// Writes a comma if one is due and what `body` writes, at most `room` bytes in all.
  @inline(__always)
  private mutating func append(room: Int, _ body: (inout JSONOutput) -> Void) {
    if count + room > buffer.count { grow(room) }
    let (position, comma) = (count, needsComma)
    count = buffer.withUnsafeMutableBytes { raw in
      var output = JSONOutput(raw, at: position)
      if comma { output.byte(UInt8(ascii: ",")) }
      body(&output)
      return output.position
    }
    needsComma = true
  }

  private mutating func grow(_ room: Int) {
    let size = max(2 * buffer.count, count + room, 256)
    buffer.append(contentsOf: repeatElement(0, count: size - buffer.count))
  }
}

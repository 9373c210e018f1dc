/// A layer that records carry.
///
/// Sparse layers stand in the record under their own name as an array of objects; dense ones stand
/// under `layers` as columns. A third party's layer comes last, under its dotted name.
public protocol JSONLayer: Annotation {
  /// Where the layer stands in a record.
  static var isDense: Bool { get }
  /// Reads the layer's value.
  static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Self]
  /// Writes the layer's value.
  static func encodeLayer(_ elements: [Self], to writer: inout JSONWriter, in text: TextCoordinates)
}

extension JSONLayer {
  /// Sparse unless said otherwise.
  public static var isDense: Bool { false }

  /// Reads an array of objects; `make` reads one object.
  static func decodeRows(
    _ reader: inout JSONReader,
    _ make: (inout JSONReader) throws(JSONError) -> Self
  ) throws(JSONError) -> [Self] {
    var rows: [Self] = []
    try reader.readArray { (reader) throws(JSONError) in rows.append(try make(&reader)) }
    return rows
  }
}

extension JSONWriter {
  /// Writes a key and a string, unless there is none.
  public mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a key and a number, unless there is none.
  mutating func field(_ name: StaticString, _ value: Double?) {
    guard let value else { return }
    key(name)
    double(value)
  }

  /// Writes a key and strings, unless there are none.
  mutating func field(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    strings(values)
  }

  /// Writes an array of strings.
  public mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}

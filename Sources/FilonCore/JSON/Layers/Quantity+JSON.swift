extension Quantity: JSONLayer {
  public static func decodeLayer(
    from reader: inout JSONReader, in text: TextCoordinates
  ) throws(JSONError) -> [Quantity] {
    try decodeRows(&reader) { (reader) throws(JSONError) in
      var (start, end): (Int?, Int?) = (nil, nil)
      var quantity = Quantity(range: TextRange(start: 0, end: 0), kind: .number)
      try reader.readObject { (reader, key) throws(JSONError) in
        switch key {
        case "start": start = try reader.readInt()
        case "end": end = try reader.readInt()
        case "id": quantity.id = try reader.readString()
        case "kind": quantity.kind = try reader.readCase(Kind.self)
        case "value": quantity.value = try reader.readDouble()
        case "low": quantity.low = try reader.readDouble()
        case "high": quantity.high = try reader.readDouble()
        case "op": quantity.bound = try reader.readCase(Bound.self)
        case "unit": quantity.unit = try reader.readString()
        case "dimension": quantity.dimension = try reader.readString()
        case "currency": quantity.currency = try reader.readString()
        case "approximate": quantity.isApproximate = try reader.readBool()
        case "change": quantity.change = try reader.readString()
        default: _ = try reader.skipValue()
        }
      }
      quantity.range = try text.range(start, end, reader)
      return quantity
    }
  }

  public static func encodeLayer(
    _ elements: [Quantity], to writer: inout JSONWriter, in text: TextCoordinates
  ) {
    writer.beginArray()
    for quantity in elements {
      writer.beginObject()
      writer.field("id", quantity.id)
      text.writeOffsets(quantity.range, to: &writer)
      writer.key("text")
      writer.string(text.text.slice(quantity.range))
      writer.field("kind", quantity.kind.rawValue)
      writer.field("value", quantity.value)
      writer.field("low", quantity.low)
      writer.field("high", quantity.high)
      writer.field("op", quantity.bound.rawValue)
      writer.field("unit", quantity.unit)
      writer.field("dimension", quantity.dimension)
      writer.field("currency", quantity.currency)
      if quantity.isApproximate {
        writer.key("approximate")
        writer.bool(true)
      }
      writer.field("change", quantity.change)
      writer.endObject()
    }
    writer.endArray()
  }
}

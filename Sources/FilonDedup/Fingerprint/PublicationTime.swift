/// Reads ISO 8601 dates and times just well enough to order them.
enum PublicationTime {
  /// Minutes since the start of year 0 in UTC, or `Int64.max` for what is no date.
  static func minutes(_ text: String?) -> Int64 {
    guard let text else { return .max }
    var fields: [Int64] = []
    var offset: Int64 = 0
    var sign: Int64 = 0
    var value: Int64?
    for byte in text.utf8.prefix(40) {
      if (0x30...0x39).contains(byte) {
        value = min((value ?? 0) * 10 + Int64(byte & 15), 1_000_000)
        continue
      }
      if let complete = value { fields.append(complete) }
      value = nil
      if byte == 0x2B || (byte == 0x2D && fields.count > 3) {
        sign = byte == 0x2B ? 1 : -1
        while fields.count < 7 { fields.append(0) }
      }
    }
    if let complete = value { fields.append(complete) }
    guard let year = fields.first, year > 31 else { return .max }
    if sign != 0, fields.count > 7 {
      let zone = fields[7]
      let isCompact = zone > 99
      let hours = isCompact ? zone / 100 : zone
      let minutes = isCompact ? zone % 100 : (fields.count > 8 ? fields[8] : 0)
      offset = sign * (hours * 60 + minutes)
    }
    func field(_ index: Int, _ fallback: Int64) -> Int64 {
      index < fields.count ? fields[index] : fallback
    }
    // Months of 31 days keep the order; only differences across a zone's midnight could differ.
    let days = (year * 12 + field(1, 1)) * 31 + field(2, 1)
    return (days * 24 + field(3, 0)) * 60 + field(4, 0) - offset
  }
}

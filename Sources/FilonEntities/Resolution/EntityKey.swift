import FilonCore

/// The key of an entity that is in no table: its kind and the normal form of its name.
///
/// The normal form has folded letters and digits with `-` between words, so that a name that both
/// languages write alike gets one key: `per:emmanuel-macron`.
enum EntityKey {
  /// The key of `name`.
  static func of(_ name: String, kind: Entity.Kind) -> String {
    var bytes = Array(kind.rawValue.utf8.map { $0 | 0x20 })
    bytes.append(0x3A)
    var separated = false
    let start = bytes.count
    for byte in NameFolding.fold(name) {
      if byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10 {
        if separated, bytes.count > start { bytes.append(0x2D) }
        separated = false
        bytes.append(byte)
      } else if byte != 0x2E {
        separated = true
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Light stems that join the variants of a term: accents, case and plural are taken off, nothing that
/// tells words apart.
enum LightStem {
  /// Cuts a folded word down to its stem.
  static func cut(_ bytes: inout [UInt8], _ language: AnalysisLanguage) {
    if language == .french { french(&bytes) } else { english(&bytes) }
  }

  private static func ends(_ bytes: [UInt8], _ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { buffer in
      bytes.count > buffer.count + 1 && bytes.suffix(buffer.count).elementsEqual(buffer)
    }
  }

  private static func french(_ bytes: inout [UInt8]) {
    guard bytes.count > 3 else { return }
    if ends(bytes, "eaux") || ends(bytes, "eux") {
      bytes.removeLast()
    } else if ends(bytes, "aux") {
      bytes.removeLast(2)
      bytes.append(0x6C)
    } else if let last = bytes.last, last == 0x73 || last == 0x78 {
      bytes.removeLast()
    }
  }

  private static func english(_ bytes: inout [UInt8]) {
    guard bytes.count > 3, bytes.last == 0x73, !ends(bytes, "ss"), !ends(bytes, "us"),
      !ends(bytes, "is")
    else { return }
    if ends(bytes, "ies") {
      bytes.removeLast(3)
      bytes.append(0x79)
    } else if ends(bytes, "xes") || ends(bytes, "ches") || ends(bytes, "shes")
      || ends(bytes, "sses") || ends(bytes, "zes")
    {
      bytes.removeLast(2)
    } else {
      bytes.removeLast()
    }
  }
}

public import FilonCore

/// Checks that layers lie inside their text, on scalar boundaries, in order.
public struct LayerChecker {
  private let utf8: [UInt8]

  /// Checks layers over this text.
  public init(_ text: String) { utf8 = Array(text.utf8) }

  /// What is wrong with the standard layers of a document.
  public func faults(in document: Document) -> [String] {
    var faults: [String] = []
    faults += self.faults(document[Block.self])
    faults += self.faults(document[Sentence.self])
    faults += self.faults(document[Token.self])
    faults += self.faults(document[Term.self])
    faults += self.faults(document[Quantity.self])
    faults += self.faults(document[TemporalExpression.self])
    faults += self.faults(document[Entity.self])
    for entity in document[Entity.self].elements {
      faults += entity.mentions.compactMap { fault($0.range, "mention") }
    }
    for claim in document[Claim.self].elements {
      var spans = claim.spans + claim.quoted
      spans += claim.source?.spans ?? []
      spans += claim.cue?.spans ?? []
      spans += claim.markers.map(\.range)
      faults += spans.compactMap { fault($0, "claim") }
    }
    return faults
  }

  /// What is wrong with one layer.
  public func faults<A: Annotation>(_ layer: Layer<A>) -> [String] {
    var faults = layer.elements.compactMap { fault($0.range, A.layer.rawValue) }
    for (earlier, later) in zip(layer.elements, layer.elements.dropFirst())
    where later.range < earlier.range {
      faults.append("layer \(A.layer) is not sorted at byte \(later.range.start)")
    }
    return faults
  }

  private func fault(_ range: TextRange, _ name: String) -> String? {
    guard range.start <= range.end, Int(range.end) <= utf8.count else {
      return "\(name): range \(range.start)..<\(range.end) is outside the text"
    }
    for offset in [range.start, range.end]
    where Int(offset) < utf8.count && utf8[Int(offset)] & 0xC0 == 0x80 {
      return "\(name): byte \(offset) is inside a character"
    }
    return nil
  }
}

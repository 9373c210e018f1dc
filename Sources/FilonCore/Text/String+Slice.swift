extension String {
  /// The text of a byte range, clamped to the text and rounded down to scalar boundaries.
  public func slice(_ range: TextRange) -> Substring {
    let view = utf8
    let count = view.count
    let start = view.index(view.startIndex, offsetBy: min(Int(range.start), count))
    let end = view.index(
      view.startIndex, offsetBy: min(max(Int(range.end), Int(range.start)), count))
    return self[start..<end]
  }
}

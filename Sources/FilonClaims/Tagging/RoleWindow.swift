import FilonCore

/// The units around a cue among which its source and content are looked for: the cue's sentence,
/// quotations that continue after it, and a quotation that comes right before it.
struct RoleWindow {
  /// The units, in the order of the text.
  var units: [Unit]
  /// The sentence of each unit, relative to the cue's: -1, 0, 1, 2.
  var offsets: [Int8]
  /// The units of the cue.
  var cue: Range<Int>

  /// Units further than this from the cue are left out.
  static let reach = 90

  init?(_ text: ClaimText, cue words: Range<Int>, segment: Int, cache: inout UnitCache) {
    let expanded = text.quotation[words.lowerBound]
    let all = cache.units(text, segment: segment, expanding: expanded)
    let first = Self.unit(endingAfter: words.lowerBound, all)
    guard first < all.count else { return nil }
    var last = first
    while last < all.count, all[last].words.lowerBound < words.upperBound { last += 1 }
    let low = max(0, first - Self.reach)
    let high = min(all.count, last + Self.reach)
    units = Array(all[low..<high])
    offsets = [Int8](repeating: 0, count: units.count)
    cue = (first - low)..<(last - low)
    if high == all.count { Self.addFollowing(text, segment, expanded, &units, &offsets) }
    if low == 0, expanded < 0 {
      let before = Self.preceding(text, segment)
      units.insert(contentsOf: before, at: 0)
      offsets.insert(contentsOf: before.map { _ in -1 }, at: 0)
      cue = (cue.lowerBound + before.count)..<(cue.upperBound + before.count)
    }
  }

  /// The first unit that ends after a word, by binary search.
  private static func unit(endingAfter word: Int, _ units: [Unit]) -> Int {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle].words.upperBound > word { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Sentences after the cue's that start with a quotation: up to two, in the same paragraph, or
  /// the first of the next when the cue's sentence ends with a colon.
  private static func addFollowing(
    _ text: ClaimText, _ segment: Int, _ expanded: Int32, _ units: inout [Unit],
    _ offsets: inout [Int8]
  ) {
    for step in 1...2 {
      let next = segment + step
      guard next < text.segments.count else { return }
      let range = text.segments[next]
      let quote = text.quotation[range.lowerBound]
      guard quote >= 0, quote != expanded else { return }
      if text.startsParagraph[range.lowerBound] {
        let end = text.segments[segment].upperBound - 1
        guard step == 1, text.punctuation[end] == .colon else { return }
      }
      let more = text.units(of: range)
      guard more.count <= 60 else { return }
      units += more
      offsets += more.map { _ in Int8(step) }
    }
  }

  /// The sentence before the cue's, when it is nothing but a quotation.
  private static func preceding(_ text: ClaimText, _ segment: Int) -> [Unit] {
    guard segment > 0, !text.startsParagraph[text.segments[segment].lowerBound] else { return [] }
    let units = text.units(of: text.segments[segment - 1])
    guard let first = units.first, first.isQuotation, units.count <= 3 else { return [] }
    return units
  }
}

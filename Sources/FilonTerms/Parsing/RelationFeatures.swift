/// The feature templates of the labeller, which names the arcs of a complete tree from left to
/// right.
enum RelationFeatures {
  /// What is known of a tree before its arcs are named.
  struct Tree {
    var words: [ParserWord]
    /// Heads; the number of words for the root.
    var heads: [Int]
    /// Leftmost child and rightmost child of each word, -1 for none.
    var first: [Int] = []
    var last: [Int] = []
    /// The child before a word under the same head, -1 for none.
    var previous: [Int] = []
    var childTags: [UInt64] = []

    init(words: [ParserWord], heads: [Int]) {
      self.words = words
      self.heads = heads
      let count = heads.count
      first = Array(repeating: -1, count: count + 1)
      last = first
      previous = first
      childTags = Array(repeating: 0, count: count + 1)
      for (word, head) in heads.enumerated() {
        if first[head] < 0 { first[head] = word }
        previous[word] = last[head]
        last[head] = word
        childTags[head] |= 1 << words[word].tag
      }
    }
  }

  @inline(__always)
  private static func mix(_ template: UInt64, _ value: UInt64) -> UInt64 {
    let product = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }

  @inline(__always)
  private static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let joined = (first &* 0xA076_1D64_78BD_642F) ^ (second &+ 0x9E37_79B9) &* 0xE703_7ED1_A0B4_28DB
    return joined ^ joined >> 29
  }

  /// Calls `body` with each feature of the arc to `dependent`.
  @inline(__always)
  static func forEach(
    _ tree: Tree, _ dependent: Int, _ relations: [UInt8], _ body: (UInt64) -> Void
  ) {
    let count = tree.heads.count
    @inline(__always) func word(_ index: Int) -> ParserWord {
      index < 0 ? .none : tree.words[min(index, count)]
    }
    let head = tree.heads[dependent]
    let d = word(dependent)
    let h = word(head)
    let side: UInt64 = head < dependent ? 1 : 0
    let gap = abs(head - dependent)
    let distance = UInt64(gap < 5 ? gap : gap < 10 ? 5 : 6) << 1 | side
    let firstChild = tree.first[dependent]
    let f = word(firstChild)
    let l = word(tree.last[dependent])
    let sibling = tree.previous[dependent]
    let siblingRelation = sibling < 0 ? 99 : UInt64(relations[sibling])
    let grand = head < count ? tree.heads[head] : -1
    let g = word(grand)
    let before = word(dependent - 1)
    let after = dependent + 1 <= count ? word(dependent + 1) : .none
    let tags = (h.tag << 5 | d.tag) << 1 | side
    let headRelation = head < dependent && head < count ? UInt64(relations[head]) : 98

    body(mix(1, tags))
    body(mix(2, join(d.form, side)))
    body(mix(3, join(h.form, side)))
    body(mix(4, join(join(d.form, h.form), side)))
    body(mix(5, join(d.form, tags)))
    body(mix(6, join(h.form, tags)))
    body(mix(7, join(join(h.fine, d.fine), distance)))
    body(mix(8, join(d.suffix, tags)))
    body(mix(9, join(h.suffix, tags)))
    body(mix(10, join(f.form, tags)))
    body(mix(11, join(join(f.form, h.form), side)))
    body(mix(12, join(join(f.tag, l.tag), tags)))
    body(mix(13, join(tree.childTags[dependent], tags)))
    body(mix(14, join(tree.childTags[head], tags)))
    body(mix(15, join(siblingRelation, tags)))
    body(mix(16, join(join(siblingRelation, h.form), tags)))
    body(mix(17, join(join(headRelation, g.tag), tags)))
    body(mix(18, join(before.form, tags)))
    body(mix(19, join(after.form, tags)))
    body(mix(20, join(join(before.tag, after.tag), tags)))
    body(mix(21, join(distance, tags)))
    body(mix(22, join(d.capital, tags)))
    body(mix(23, join(d.form, f.form)))
    body(mix(24, join(join(h.suffix, d.suffix), tags)))
    body(mix(25, join(join(f.form, d.form), h.form)))
    body(mix(26, join(join(f.fine, d.fine), h.fine)))
    body(mix(27, join(l.form, tags)))
    body(mix(28, join(g.form, tags)))
    body(mix(29, join(join(tree.childTags[dependent], tree.childTags[head]), tags)))
    body(mix(30, join(word(tree.first[head]).form, tags)))
    body(mix(31, join(join(f.form, siblingRelation), tags)))
  }
}

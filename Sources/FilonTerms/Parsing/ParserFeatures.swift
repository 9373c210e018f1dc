/// The feature templates of the parser, after Zhang and Nivre (2011), with the parts of speech of
/// children in place of their labels.
enum ParserFeatures {
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

  /// Calls `body` with each feature of a state whose stack is not empty.
  @inline(__always)
  static func forEach(
    _ state: ParserState, _ words: [ParserWord], _ body: (UInt64) -> Void
  ) {
    let count = state.count
    @inline(__always) func word(_ index: Int) -> ParserWord {
      index < 0 ? .none : words[min(index, count)]
    }
    let top = state.stack[state.stack.count - 1]
    let front = state.front
    let below = state.stack.count > 1 ? state.stack[state.stack.count - 2] : -1
    let s0 = word(top)
    let s1 = word(below)
    let n0 = word(front)
    let n1 = front + 1 <= count ? word(front + 1) : .none
    let n2 = front + 2 <= count ? word(front + 2) : .none
    let head = state.heads[top]
    let head2 = head >= 0 && head < count ? state.heads[head] : -1
    let s0h = word(head)
    let s0h2 = word(head2)
    let s0l = word(state.left[top].first)
    let s0l2 = word(state.left[top].second)
    let s0r = word(state.right[top].first)
    let s0r2 = word(state.right[top].second)
    let n0l = word(state.left[front].first)
    let n0l2 = word(state.left[front].second)
    let s0wp = join(s0.form, s0.tag)
    let n0wp = join(n0.form, n0.tag)
    let gap = front - top
    let distance = UInt64(gap < 6 ? gap : gap < 10 ? 6 : 7) | (head >= 0 ? 8 : 0)
    let tags = s0.tag << 5 | n0.tag

    body(mix(1, s0wp))
    body(mix(2, s0.form))
    body(mix(3, s0.tag | distance << 8))
    body(mix(4, n0wp))
    body(mix(5, n0.form))
    body(mix(6, n0.tag))
    body(mix(7, n1.form))
    body(mix(8, n1.tag | n0.tag << 5))
    body(mix(9, n2.form))
    body(mix(10, n2.tag | n1.tag << 5 | n0.tag << 10))
    body(mix(11, join(s0wp, n0wp)))
    body(mix(12, join(s0wp, n0.tag)))
    body(mix(13, join(n0wp, s0.tag)))
    body(mix(14, join(s0.form, n0.form)))
    body(mix(15, tags))
    body(mix(16, tags << 5 | n1.tag))
    body(mix(17, tags << 10 | n1.tag << 5 | n2.tag))
    body(mix(18, tags << 5 | s0h.tag))
    body(mix(19, tags << 5 | s0l.tag))
    body(mix(20, tags << 5 | s0r.tag))
    body(mix(21, tags << 5 | n0l.tag))
    body(mix(22, join(s0.form, distance)))
    body(mix(23, join(n0.form, distance)))
    body(mix(24, n0.tag | distance << 8))
    body(mix(25, tags | distance << 12))
    body(mix(26, join(join(s0.form, n0.form), distance)))
    body(mix(27, join(s0.form, state.rightCount[top])))
    body(mix(28, s0.tag | state.rightCount[top] << 5))
    body(mix(29, join(s0.form, state.leftCount[top])))
    body(mix(30, s0.tag | state.leftCount[top] << 5))
    body(mix(31, join(n0.form, state.leftCount[front])))
    body(mix(32, n0.tag | state.leftCount[front] << 5))
    body(mix(33, s0h.form))
    body(mix(34, s0h.tag))
    body(mix(35, s0l.form))
    body(mix(36, s0l.tag))
    body(mix(37, s0r.form))
    body(mix(38, s0r.tag))
    body(mix(39, n0l.form))
    body(mix(40, n0l.tag))
    body(mix(41, s0h2.form))
    body(mix(42, s0h2.tag | s0h.tag << 5 | s0.tag << 10))
    body(mix(43, s0l2.tag | s0l.tag << 5 | s0.tag << 10))
    body(mix(44, s0r2.tag | s0r.tag << 5 | s0.tag << 10))
    body(mix(45, n0l2.tag | n0l.tag << 5 | n0.tag << 10))
    body(mix(46, join(s0.form, state.rightTags[top])))
    body(mix(47, s0.tag | state.rightTags[top] << 8))
    body(mix(48, join(s0.form, state.leftTags[top])))
    body(mix(49, s0.tag | state.leftTags[top] << 8))
    body(mix(50, join(n0.form, state.leftTags[front])))
    body(mix(51, n0.tag | state.leftTags[front] << 8))
    body(mix(52, s1.tag | tags << 5))
    body(mix(53, join(s1.form, tags)))
    body(mix(54, join(s0.fine, n0.fine)))
    body(mix(55, join(s0.suffix, n0.suffix)))
    body(mix(56, join(s0.suffix, n0.tag)))
    body(mix(57, join(n0.suffix, s0.tag)))
    body(mix(58, join(join(s0.fine, n0.fine), n1.tag)))
    body(mix(59, join(s0l.form, tags)))
    body(mix(60, join(n0l.form, tags)))
    body(mix(61, join(s0r.form, tags)))
    body(mix(62, join(n1.form, tags)))
    body(mix(63, tags << 2 | s0.capital << 1 | n0.capital))
    body(mix(64, join(join(s0.fine, n0.fine), state.leftTags[top])))
    body(mix(65, join(join(s0.fine, n0.fine), state.rightTags[top])))
    body(mix(66, join(join(s0.fine, n0.fine), state.leftTags[front])))
    body(mix(67, join(join(s0h.fine, s0.fine), n0.fine)))
    body(mix(68, join(s0h.form, tags)))
    body(mix(69, join(join(s1.fine, s0.fine), n0.fine)))
    body(mix(70, join(between(state, words, top, front), tags)))
    body(mix(71, join(join(s0.fine, n0.fine), distance)))
  }

  /// The kinds of words between the top of the stack and the front of the buffer that have no say
  /// in the heads found so far: verbs, commas, conjunctions.
  @inline(__always)
  private static func between(
    _ state: ParserState, _ words: [ParserWord], _ top: Int, _ front: Int
  ) -> UInt64 {
    var mask: UInt64 = 0
    var index = front - 1
    while index > top, front - index < 12 {
      mask |= 1 << words[index].tag
      index -= 1
    }
    return mask
  }
}

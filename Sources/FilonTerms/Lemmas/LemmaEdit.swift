/// How a lemma is made from a form: take the form, exact or in lower case, drop bytes at its end,
/// append others.
struct LemmaEdit: Hashable {
  var fromExactForm: Bool
  var drop: Int
  var append: [UInt8]

  /// The edit that turns `form` (and its lower case) into `lemma`.
  init(form: [UInt8], lower: [UInt8], lemma: [UInt8]) {
    func common(_ base: [UInt8]) -> Int {
      var length = 0
      while length < min(base.count, lemma.count), base[length] == lemma[length] { length += 1 }
      // Cut between scalars only, in both.
      while length > 0,
        length < base.count && base[length] & 0xC0 == 0x80
          || length < lemma.count && lemma[length] & 0xC0 == 0x80
      { length -= 1 }
      return length
    }
    let inLower = common(lower)
    let inExact = common(form)
    fromExactForm = inExact > inLower
    let length = max(inLower, inExact)
    drop = (fromExactForm ? form : lower).count - length
    append = Array(lemma[length...])
  }
}

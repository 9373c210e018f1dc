/// The feature templates of the tagger.
///
/// `facts` holds a sentence with two words of padding on either side, so that word `index` of it has
/// its neighbours at `index - 2 ... index + 2`.
enum TaggerFeatures {
  /// Number of templates that do not look at tags.
  static let staticCount = 50

  @inline(__always)
  private static func mix(_ template: UInt64, _ value: UInt64) -> UInt64 {
    let product = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }

  @inline(__always)
  private static func mix(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    let joined = (first &* 0xA076_1D64_78BD_642F) ^ (second &+ 0x9E37_79B9) &* 0xE703_7ED1_A0B4_28DB
    return mix(template, joined ^ joined >> 29)
  }

  /// Calls `body` with each feature that depends on words alone.
  @inline(__always)
  static func forEachStatic(_ facts: [WordFacts], _ index: Int, _ body: (UInt64) -> Void) {
    let (word, left, right) = (facts[index], facts[index - 1], facts[index + 1])
    let (left2, right2) = (facts[index - 2], facts[index + 2])
    body(mix(1, word.form))
    body(mix(2, left.form))
    body(mix(3, right.form))
    body(mix(4, left2.form))
    body(mix(5, right2.form))
    body(mix(6, word.suffix1))
    body(mix(7, word.suffix2))
    body(mix(8, word.suffix3))
    body(mix(9, word.suffix4))
    body(mix(10, word.prefix2))
    body(mix(11, word.prefix3))
    body(mix(12, word.shape))
    body(mix(13, word.exactClass, word.shape & 7))
    body(mix(14, word.lowerClass))
    body(mix(15, right.lowerClass))
    body(mix(16, right2.lowerClass))
    body(mix(17, word.lowerClass, right.lowerClass))
    body(mix(18, right.lowerClass, right2.lowerClass))
    body(mix(19, right.suffix3))
    body(mix(20, left.suffix3))
    body(mix(21, left.form, word.form))
    body(mix(22, word.form, right.form))
    body(mix(23, word.shape, right.shape & 0x1FFF))
    body(mix(24, word.shape, left.shape & 0x1FFF))
    body(mix(25, word.exactClass, right.exactClass))
    body(mix(26, word.suffix3, right.lowerClass))
    body(mix(27, word.shape, word.suffix2))
    body(mix(28, word.dictionary, word.shape & 7))
    body(mix(29, right.dictionary, word.dictionary))
    body(mix(30, word.dictionary, word.suffix2))
    body(mix(31, left.dictionary, right.dictionary))
    body(mix(32, word.cluster))
    body(mix(33, right.cluster))
    body(mix(34, left.cluster, word.cluster))
    body(mix(35, word.cluster, right.cluster))
    body(mix(36, word.caseHabit << 3 | word.shape & 7, word.shape >> 16))
    body(mix(37, word.caseHabit << 3 | word.shape & 7, right.caseHabit << 3 | right.shape & 7))
    body(mix(38, word.caseHabit << 3 | word.shape & 7, left.caseHabit << 3 | left.shape & 7))
    body(mix(39, left.cluster, right.cluster))
    let cases =
      word.shape & 7 | (left.shape & 7) << 3 | (right.shape & 7) << 6 | (left2.shape & 7) << 9
      | (right2.shape & 7) << 12
    body(mix(40, cases))
    body(mix(55, cases, word.lowerClass))
    body(mix(56, right.cluster, right2.cluster))
    body(mix(57, word.suffix3, left.lowerClass))
    body(mix(58, cases, word.caseHabit))
    body(mix(59, word.cluster & 15, right.cluster & 15))
    body(mix(60, left.cluster & 63, word.cluster & 63 | (right.cluster & 63) << 6))
    body(mix(61, word.cluster & 63, word.suffix2))
    body(mix(62, word.cluster & 255, word.shape & 7))
    body(mix(63, word.cluster, word.suffix3))
    body(mix(64, left2.cluster & 63, left.cluster & 63 | (word.cluster & 63) << 6))
  }

  /// Number of templates that look at the tags before the word.
  static let dynamicCount = 14

  /// Calls `body` with each feature that depends on the classes of the last three words.
  @inline(__always)
  static func forEachDynamic(
    _ facts: [WordFacts], _ index: Int, _ history: (UInt64, UInt64, UInt64),
    _ body: (UInt64) -> Void
  ) {
    let (word, right) = (facts[index], facts[index + 1])
    let (tag1, tag2, tag3) = history
    let pair = tag1 << 8 | tag2
    body(mix(41, tag1))
    body(mix(42, pair))
    body(mix(43, pair << 8 | tag3))
    body(mix(44, tag1, word.form))
    body(mix(45, tag1, word.lowerClass))
    body(mix(46, pair, word.lowerClass))
    body(mix(47, tag1 ^ word.lowerClass << 8, right.lowerClass))
    body(mix(48, tag1, right.form))
    body(mix(49, tag2, facts[index - 1].form))
    body(mix(50, tag1, word.suffix3))
    body(mix(51, tag1, word.shape))
    body(mix(52, pair, word.dictionary))
    body(mix(53, tag1, word.cluster))
    body(mix(54, tag1, word.caseHabit << 3 | word.shape & 7))
  }
}

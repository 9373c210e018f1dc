/// Which of our own annotated articles are for testing only: a third, by the story they tell, so that
/// rewrites and translations stay together.
enum HeldOut {
  /// Whether an article is for testing; `story` is its identifier when it tells its story alone.
  ///
  /// 32 bits of FNV-1a of the story, divisible by three.
  static func contains(_ story: String) -> Bool {
    story.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 } % 3 == 0
  }
}

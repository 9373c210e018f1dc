import FilonCore

/// The tags of the recogniser: outside, and begin and inside of each kind (the BIO scheme).
enum EntityTag {
  static let kinds = Entity.Kind.allCases
  static let outside = 0
  /// Number of tags.
  static let count = 1 + 2 * Entity.Kind.allCases.count
  /// Number of weights kept in memory for a feature: the tags, padded.
  static let lanes = 16

  /// The tag that begins an entity of kind number `kind`.
  @inline(__always) static func begin(_ kind: Int) -> Int { 1 + 2 * kind }
  /// The tag of the further words of an entity of kind number `kind`.
  @inline(__always) static func inside(_ kind: Int) -> Int { 2 + 2 * kind }
  /// Whether `tag` continues an entity.
  @inline(__always) static func isInside(_ tag: Int) -> Bool { tag > 0 && tag & 1 == 0 }
  /// The number of the kind of `tag`, which is not ``outside``.
  @inline(__always) static func kind(_ tag: Int) -> Int { (tag - 1) / 2 }

  /// Whether `tag` may follow `previous`.
  @inline(__always) static func allows(_ previous: Int, _ tag: Int) -> Bool {
    !isInside(tag) || previous == tag || previous == tag - 1
  }
}

extension SIMD16<Float> {
  /// The sum of the lanes, added in a fixed order.
  @inline(__always) var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

/// The natural logarithm without a system library, so that training gives the same bytes on every
/// machine.
enum NaturalLogarithm {
  /// The logarithm of a positive, finite number; relative error below 1e-5.
  static func of(_ x: Float) -> Float {
    let ratio = (x.significand - 1) / (x.significand + 1)
    let square = ratio * ratio
    let series =
      1 + square * (0.333_333_34 + square * (0.2 + square * (0.142_857_15 + square / 9)))
    return Float(x.exponent) * 0.693_147_18 + 2 * ratio * series
  }
}

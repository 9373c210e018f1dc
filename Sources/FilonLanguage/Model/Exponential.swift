/// Exponential and logarithm by arithmetic alone.
///
/// The C library's functions may differ in the last bit between its versions; a model must come out
/// the same to the byte wherever it is trained.
enum Exponential {
  /// e to the power of `x`, with a relative error below 3e-7; 0 below -87 and for NaN.
  @inline(__always) static func exp(_ x: Float) -> Float {
    guard x >= -87 else { return 0 }
    let scaled = min(x, 88) * 1.442_695_04
    let whole = scaled.rounded(.toNearestOrEven)
    let rest = (scaled - whole) * 0.693_147_18
    var sum: Float = 1.0 / 720
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 0.5
    sum = sum * rest + 1
    sum = sum * rest + 1
    return sum * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// The natural logarithm of a positive number, with an absolute error below 1e-6.
  @inline(__always) static func log(_ x: Float) -> Float {
    let (exponent, significand) = (Float(x.exponent), x.significand)
    let ratio = (significand - 1.414_213_56) / (significand + 1.414_213_56)
    let square = ratio * ratio
    let series = 2 * ratio * (1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7))))
    return (exponent + 0.5) * 0.693_147_18 + series
  }
}

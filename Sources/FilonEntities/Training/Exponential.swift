/// The exponential function without a system library, so that training gives the same bytes on
/// every machine.
enum Exponential {
  /// e to the power of `x`, clamped to what a `Float` can hold; relative error below 1e-6.
  static func of(_ x: Float) -> Float {
    let clamped = max(-80, min(80, x))
    let scaled = clamped * 1.442_695_04
    let whole = scaled.rounded()
    let rest = (scaled - whole) * 0.693_147_18
    let series =
      1 + rest
      * (1 + rest
        * (0.5 + rest
          * (0.166_666_67 + rest
            * (0.041_666_668
              + rest * (0.008_333_334 + rest * 0.001_388_889)))))
    return series * Float(sign: .plus, exponent: Int(whole), significand: 1)
  }
}

/// An integer or nothing in four bytes, since readings of dates are copied often.
///
/// Integers beyond 32 bits are kept as the nearest that fits.
@propertyWrapper
struct SmallInteger {
  private var stored = Int32.min

  init() {}

  var wrappedValue: Int? {
    get { stored == .min ? nil : Int(stored) }
    set { stored = newValue.map { max(Int32(clamping: $0), .min + 1) } ?? .min }
  }
}

/// Numbers at a fixed place, for the kernels.
///
/// Unchecked: a model's weights are written while it is loaded, before anybody shares them; all other
/// storage belongs to one parser or trainer.
final class FloatStorage: @unchecked Sendable {
  let base: UnsafeMutablePointer<Float>
  let count: Int

  /// Storage of zeros.
  init(_ count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { base.deallocate() }

  /// Fills the first `count` numbers with zeros.
  func clear(_ count: Int) { base.update(repeating: 0, count: min(count, self.count)) }
}

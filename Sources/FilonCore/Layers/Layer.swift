/// The annotations of one type over one text, sorted by ``Annotation/range``.
public struct Layer<Element: Annotation>: Sendable {
  /// The annotations, sorted: start ascending, then end descending.
  public let elements: [Element]

  /// An empty layer.
  @inlinable public init() { elements = [] }

  /// A layer of `elements`, which are sorted (stably) if they are not already.
  @inlinable public init(_ elements: [Element]) {
    var sorted = true
    for index in elements.indices.dropFirst()
    where elements[index].range < elements[index - 1].range {
      sorted = false
      break
    }
    self.elements = sorted ? elements : elements.sorted { $0.range < $1.range }
  }

  /// Number of annotations.
  @inlinable public var count: Int { elements.count }
  /// Whether the layer holds nothing.
  @inlinable public var isEmpty: Bool { elements.isEmpty }

  /// The indices of the annotations that start inside `range`, found by binary search.
  @inlinable public func indices(startingIn range: TextRange) -> Range<Int> {
    lowerBound(range.start)..<lowerBound(range.end)
  }

  /// The annotations that start inside `range`, found by binary search.
  @inlinable public func within(_ range: TextRange) -> ArraySlice<Element> {
    elements[indices(startingIn: range)]
  }

  /// The index of the first annotation that starts at or after byte `offset`.
  @inlinable public func lowerBound(_ offset: UInt32) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Groups unit vectors by direction.
struct SphericalKMeans {
  typealias Entry = (dimension: Int32, value: Float)

  let classes: Int
  let dimensions: Int

  /// The class of each vector; vectors without entries get class 0.
  func assign(_ vectors: [[Entry]], passes: Int) -> [Int] {
    var assignment = vectors.indices.map { $0 % classes }
    // The most frequent words, which come first, start the classes.
    var centres = [Float](repeating: 0, count: dimensions * classes)
    for word in 0..<min(classes, vectors.count) {
      for entry in vectors[word] { centres[Int(entry.dimension) * classes + word] = entry.value }
    }
    var scores = [Float](repeating: 0, count: classes)
    for _ in 0..<passes {
      for word in vectors.indices where !vectors[word].isEmpty {
        for index in 0..<classes { scores[index] = 0 }
        for entry in vectors[word] {
          let row = Int(entry.dimension) * classes
          for index in 0..<classes { scores[index] += entry.value * centres[row + index] }
        }
        var best = 0
        for index in 1..<classes where scores[index] > scores[best] { best = index }
        assignment[word] = best
      }
      centres = self.centres(vectors, assignment)
    }
    return assignment
  }

  private func centres(_ vectors: [[Entry]], _ assignment: [Int]) -> [Float] {
    var centres = [Float](repeating: 0, count: dimensions * classes)
    for word in vectors.indices {
      for entry in vectors[word] {
        centres[Int(entry.dimension) * classes + assignment[word]] += entry.value
      }
    }
    var lengths = [Float](repeating: 0, count: classes)
    for (index, value) in centres.enumerated() { lengths[index % classes] += value * value }
    for index in 0..<classes { lengths[index] = 1 / max(lengths[index], 1e-12).squareRoot() }
    for index in centres.indices { centres[index] *= lengths[index % classes] }
    return centres
  }
}

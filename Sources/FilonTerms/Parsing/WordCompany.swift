/// What running text tells of words: for each form a vector of the company that it keeps, with a mean
/// of zero and a variance of one in each dimension.
struct WordCompany {
  /// Hashes of the forms, as ``WordVectorIndex`` has them.
  let forms: [UInt32]
  private var vectors: [Float]

  init(forms: [UInt64], vectors: [Float]) {
    self.forms = forms.map { UInt32(truncatingIfNeeded: $0) }
    self.vectors = vectors
    let width = WordClusters.dimensions
    for column in 0..<(forms.isEmpty ? 0 : width) {
      var (sum, squares): (Float, Float) = (0, 0)
      for row in forms.indices {
        let value = vectors[row * width + column]
        sum += value
        squares += value * value
      }
      let mean = sum / Float(forms.count)
      let deviation = (max(squares / Float(forms.count) - mean * mean, 1e-12)).squareRoot()
      for row in forms.indices {
        self.vectors[row * width + column] = (vectors[row * width + column] - mean) / deviation
      }
    }
  }

  /// The vectors by the rows of an index, whose first form has row 1.
  struct Rows {
    private let company: WordCompany
    private let number: [Int32]

    fileprivate init(_ company: WordCompany, _ forms: [UInt32]) {
      self.company = company
      let numbers = Dictionary(
        zip(company.forms, company.forms.indices)
      ) { first, _ in first }
      number = [-1] + forms.map { numbers[$0].map(Int32.init) ?? -1 }
    }

    /// Copies the vector of a form, or zeros, to a row of `storage`.
    func copy(row: Int, to storage: FloatStorage, row target: Int) {
      let width = WordClusters.dimensions
      let start = Int(number[row]) * width
      for column in 0..<width {
        storage.base[target * width + column] = start < 0 ? 0 : company.vectors[start + column]
      }
    }
  }

  func rows(_ forms: [UInt32]) -> Rows { Rows(self, forms) }
}

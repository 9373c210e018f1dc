/// The words of one language with how often they occur, from its text and its word list together.
struct Vocabulary {
  /// The words, in the order of their first occurrence.
  private(set) var words: [UInt32] = []
  /// Relative frequency of each word.
  private(set) var frequencies: [Float] = []
  private var position: [UInt32: Int] = [:]
  /// Sums of the sampling weights up to and including each word.
  private var cumulative: [Float] = []

  /// Pseudo-occurrences added to every total, so that a small corpus gives no high frequencies.
  private static let smoothing: Float = 50_000

  /// Counts the words of `text`.
  init(_ text: TrainingText) {
    var counts: [Float] = []
    let textTotal = Float(text.words.count) + Self.smoothing
    for word in text.words { add(word, 1 / textTotal, &counts) }
    let listTotal = Float(text.listed.reduce(0) { $0 + $1.count }) + Self.smoothing
    for (word, count) in text.listed { add(word, Float(count) / listTotal, &counts) }
    frequencies = counts.map { $0 / 2 }
  }

  private mutating func add(_ word: UInt32, _ amount: Float, _ counts: inout [Float]) {
    if let place = position[word] {
      counts[place] += amount
    } else {
      position[word] = words.count
      words.append(word)
      counts.append(amount)
    }
  }

  /// The relative frequency of a word.
  func frequency(_ word: UInt32) -> Float { position[word].map { frequencies[$0] } ?? 0 }

  /// Drops the words of which another language has `ratio` times the frequency: names and quotations
  /// from that language. `highest` holds the highest frequency of each word in any language.
  mutating func dropBorrowed(_ highest: [Float], ratio: Float, exponent: Float) {
    var keptWords: [UInt32] = []
    var keptFrequencies: [Float] = []
    for (word, frequency) in zip(words, frequencies)
    where frequency * ratio >= highest[Int(word)] {
      keptWords.append(word)
      keptFrequencies.append(frequency)
    }
    words = keptWords
    frequencies = keptFrequencies
    position = [:]
    var sum: Float = 0
    cumulative = frequencies.map {
      sum += Exponential.exp(exponent * Exponential.log($0))
      return sum
    }
  }

  /// A word drawn by frequency to the power given to ``dropBorrowed(_:ratio:exponent:)``.
  func draw(_ random: inout RandomSource) -> UInt32? {
    guard let total = cumulative.last else { return nil }
    let target = random.unit() * total
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return words[low]
  }

  /// The weight of each word when features are chosen: half by occurrence, half flattened.
  var selectionWeights: [Float] {
    let total = frequencies.reduce(0, +)
    let roots = frequencies.map { $0.squareRoot() }
    let rootTotal = roots.reduce(0, +)
    return zip(frequencies, roots).map { 0.5 * $0 / total + 0.5 * $1 / rootTotal }
  }
}

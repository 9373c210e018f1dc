import CFilonEntitiesData
import FilonCore

/// Finds the names of a text and their kinds.
struct NameTagger: Sendable {
  /// A name: a range of words and the number of its kind.
  struct Name {
    var words: Range<Int>
    var kind: Int
  }

  /// The tagger with the model built into the library.
  static let standardModel = LinearChainModel(
    EmbeddedBytes(filon_entities_model_bytes(), count: filon_entities_model_size()))

  let model: LinearChainModel

  /// The names of a text, in its order.
  func names(_ extractor: FeatureExtractor) -> [Name] {
    var decoder = ViterbiDecoder()
    var buffer = [UInt64](repeating: 0, count: FeatureExtractor.capacity)
    var emissions: [Int32] = []
    var tags: [UInt8] = []
    var result: [Name] = []
    for segment in ActiveSegments.find(extractor.words) {
      emissions.removeAll(keepingCapacity: true)
      for word in segment {
        let (count, _) = extractor.extract(word, to: &buffer)
        var scores = SIMD16<Int16>.zero
        model.add(buffer, count, to: &scores)
        for tag in 0..<EntityTag.lanes { emissions.append(Int32(scores[tag])) }
      }
      tags.removeAll(keepingCapacity: true)
      decoder.decode(emissions, count: segment.count, transitions: model.transitions, into: &tags)
      for (offset, tag) in tags.enumerated() where tag != 0 {
        let word = segment.lowerBound + offset
        if EntityTag.isInside(Int(tag)), let last = result.last, last.words.upperBound == word {
          result[result.count - 1].words = last.words.lowerBound..<word + 1
        } else {
          result.append(Name(words: word..<word + 1, kind: EntityTag.kind(Int(tag))))
        }
      }
    }
    return result
  }
}

import CFilonEntitiesData
import FilonCore

extension FeatureExtractor.Resources {
  /// The data built into the library.
  static let standard = FeatureExtractor.Resources(
    cues: .standard, demonyms: .standard,
    names: NameGazetteer(
      EmbeddedBytes(filon_entities_names_bytes(), count: filon_entities_names_size())),
    clusters: WordClusters(
      EmbeddedBytes(filon_entities_clusters_bytes(), count: filon_entities_clusters_size())),
    tables: [.standard])
}

import CFilonClaimsData
import FilonCore

/// Tells the modality of a claim from its cue, its wording and what the rules make of them: a
/// multinomial logistic model, stored as a chain model of one position.
struct ModalityModel: Sendable {
  /// The embedded model; nil when the file holds none, and the rules decide alone.
  static let standard = ModalityModel(
    EmbeddedBytes(
      filon_claims_modality_model_bytes(), count: filon_claims_modality_model_size()))

  /// The first bytes of a model file: "FMOD", version 1.
  static let magic: [UInt8] = [0x46, 0x4D, 0x4F, 0x44, 1, 0, 0, 0]

  private let chain: ChainModel

  /// Reads a model file; nil when the bytes are none.
  init?(_ data: EmbeddedBytes) {
    guard data.count > 64, (0..<8).allSatisfy({ data[$0] == Self.magic[$0] }),
      let chain = ChainModel(data, at: 64), chain.classes == Claim.Modality.allCases.count
    else { return nil }
    self.chain = chain
  }

  /// The likeliest modality.
  func modality(_ features: FeatureSequence) -> Claim.Modality {
    let label = chain.lattice(features).best().first.map(Int.init) ?? 0
    return Claim.Modality.allCases[label]
  }
}

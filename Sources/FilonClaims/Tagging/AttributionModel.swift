import CFilonClaimsData
import FilonCore

/// The trained models: one that finds cues, one that finds the source and content of a cue.
struct AttributionModel: Sendable {
  let cues: ChainModel
  let roles: ChainModel

  /// The embedded model for texts without a parse.
  static let standard = AttributionModel(
    EmbeddedBytes(
      filon_claims_attribution_model_bytes(), count: filon_claims_attribution_model_size()))

  /// The embedded model for texts with a dependency parse.
  static let parsed = AttributionModel(
    EmbeddedBytes(
      filon_claims_attribution_parsed_model_bytes(),
      count: filon_claims_attribution_parsed_model_size()))

  /// The first bytes of a model file: "FCLM", version 1.
  static let magic: [UInt8] = [0x46, 0x43, 0x4C, 0x4D, 1, 0, 0, 0]

  /// Reads a model file; nil when the bytes are none.
  init?(_ data: EmbeddedBytes) {
    guard data.count > 64, (0..<8).allSatisfy({ data[$0] == Self.magic[$0] }),
      let cues = ChainModel(data, at: 64),
      let roles = ChainModel(data, at: 64 + cues.size), cues.classes == CueFeatures.classes,
      roles.classes == RoleFeatures.classes
    else { return nil }
    self.cues = cues
    self.roles = roles
  }

  /// A model file of two sections.
  static func write(cues: [UInt8], roles: [UInt8]) -> [UInt8] {
    magic + [UInt8](repeating: 0, count: 64 - magic.count) + cues + roles
  }
}

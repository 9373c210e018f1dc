/// The universal syntactic relations of Universal Dependencies, version 2, with the subtypes that
/// attribution needs.
public enum DependencyRelation: UInt8, Sendable, CaseIterable, CustomStringConvertible {
  case acl, aclRelcl, advcl, advmod, amod, appos, aux, auxPass, `case`, cc, ccomp, clf, compound
  case conj, cop, csubj, csubjPass, dep, det, discourse, dislocated, expl, fixed, flat, goeswith
  case iobj, list, mark, nmod, nmodPoss, nsubj, nsubjPass, nummod, obj, obl, oblAgent, oblMod,
    orphan
  case parataxis, punct, reparandum, root, vocative, xcomp

  /// The relation as CoNLL-U spells it.
  public var description: String { Self.spellings[Int(rawValue)] }

  /// The relation with this spelling; an unknown subtype falls back to its universal relation.
  public init?(_ spelling: some StringProtocol) {
    if let index = Self.spellings.firstIndex(where: { $0 == spelling }) {
      self.init(rawValue: UInt8(index))
      return
    }
    guard let colon = spelling.firstIndex(of: ":"), colon != spelling.startIndex else { return nil }
    self.init(spelling[..<colon])
  }

  private static let spellings = [
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "ccomp", "clf", "compound", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse",
    "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:poss",
    "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:mod", "orphan", "parataxis",
    "punct", "reparandum", "root", "vocative", "xcomp",
  ]
}

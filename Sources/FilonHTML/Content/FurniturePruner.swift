/// Marks the parts of a page that are not the article, whatever the container.
///
/// A node is pruned by its element, its visibility, the concepts that its names spell, or by what
/// its segments add up to (lists of links, teasers). Every rule has a guard: a node that holds most
/// of the page's running text is never pruned, since names lie.
struct FurniturePruner {
  /// How readily parts are pruned.
  enum Strictness: Int {
    /// What is never text, and names that are rarely wrong.
    case lenient
    case normal
  }

  let arena: NodeArena
  let measures: NodeMeasures
  let strictness: Strictness
  /// The first text node of the title's heading, or -1.
  let heading: Int
  private let keepsCaptions: Bool
  /// Running text inside nodes that name themselves an article's body, for each node.
  private var named: [Int32]
  /// Running text of the whole page.
  private let total: Int32

  /// Names that are rarely wrong.
  private static let sure: ConceptSet = [
    .comment, .related, .consent, .newsletter, .nav, .share, .breadcrumb, .footer, .bio, .sidebar,
  ]

  /// So many characters of running text elsewhere suffice to believe a sure name.
  private static let enough: Int32 = 800

  init(
    arena: NodeArena, measures: NodeMeasures, strictness: Strictness, heading: Int,
    keepsCaptions: Bool
  ) {
    self.keepsCaptions = keepsCaptions
    self.heading = heading
    self.arena = arena
    self.measures = measures
    self.strictness = strictness
    total = arena.nodes.isEmpty ? 0 : measures[0].prose
    named = [Int32](repeating: 0, count: arena.nodes.count)
    for index in arena.nodes.indices.reversed() {
      let concepts = arena.nodes[index].concepts
      if concepts.contains(.body), concepts.isDisjoint(with: [.comment, .related]) {
        named[index] = measures[index].prose
      }
      let parent = arena.parent(of: index)
      if parent >= 0 { named[parent] += named[index] }
    }
  }

  /// Why a node is left out, or `.kept`.
  func verdict(of index: Int) -> Verdict {
    let node = arena.nodes[index]
    let sum = measures[index]
    if sum.segments == 0 { return .kept }
    let rest = total - sum.prose
    let holdsMost =
      sum.prose * 2 > total && sum.prose > 0 && !(isForeign(index, node) && rest >= Self.enough)
    switch node.tag {
    case .noscript, .template, .button, .select, .dialog, .option, .canvas, .audio, .video, .map,
      .object, .applet:
      return holdsMost ? .kept : .element
    case .form, .fieldset, .label:
      return sum.prose * 3 > total && sum.prose > 0 ? .kept : .element
    case .html, .body, .main: return .kept
    default: break
    }
    if node.flags.contains(.hidden), !holdsMost { return .hidden }
    guard strictness == .normal else {
      return !holdsMost && !node.concepts.isDisjoint(with: Self.sure)
        && !node.concepts.contains(.body) ? .concept : .kept
    }
    switch node.tag {
    case .nav, .menu: return holdsMost ? .kept : .element
    case .footer: return holdsMost ? .kept : .element
    case .aside:
      return sum.prose * 3 > total && (rest < Self.enough || holdsHeading(index)) ? .kept : .element
    case .figure, .figcaption, .caption: return holdsMost || keepsCaptions ? .kept : .caption
    default: break
    }
    let verdict = conceptVerdict(index, node, sum, rest, holdsMost: holdsMost)
    return verdict == .kept ? linkVerdict(node, sum) : verdict
  }

  private func holdsHeading(_ index: Int) -> Bool {
    heading >= 0 && arena.contains(index, heading)
  }

  /// Whether a node is a thread of comments or a side column, which may well be longer than the
  /// article: sure names, without the title inside.
  private func isForeign(_ index: Int, _ node: NodeArena.Node) -> Bool {
    guard !holdsHeading(index) else { return false }
    if node.concepts.contains(.comment) { return true }
    guard heading >= 0 else { return false }
    guard node.tag == .aside || !node.concepts.isDisjoint(with: [.comment, .sidebar, .gallery])
    else {
      return false
    }
    return node.concepts.isDisjoint(with: [.body, .main, .entry, .content, .article])
  }

  private func conceptVerdict(
    _ index: Int, _ node: NodeArena.Node, _ sum: NodeMeasures.Sum, _ rest: Int32, holdsMost: Bool
  ) -> Verdict {
    let concepts = node.concepts
    if concepts.isEmpty { return .kept }
    if holdsMost || node.tag == .blockquote { return .kept }
    if concepts.contains(.body), !concepts.contains(.comment) { return .kept }
    if named[index] * 10 > sum.prose * 7, sum.prose > 400,
      concepts.isDisjoint(with: [.comment, .related])
    {
      return .kept
    }
    if !concepts.isDisjoint(with: .furniture), !isOnlyListOfText(node, sum) { return .concept }
    if !keepsCaptions, !concepts.isDisjoint(with: [.caption, .credit]) { return .caption }
    if !concepts.isDisjoint(with: [.author, .date, .meta]), sum.prose < 200 { return .metadata }
    if concepts.contains(.hidden) { return .hidden }
    if !concepts.isDisjoint(with: [.toc, .reference]) { return .concept }
    if concepts.contains(.widget), sum.prose < 200 { return .concept }
    if concepts.contains(.gallery), rest >= Self.enough { return .concept }
    return .kept
  }

  /// Whether a node that names itself a list of articles, topics or links holds hardly any link.
  private func isOnlyListOfText(_ node: NodeArena.Node, _ sum: NodeMeasures.Sum) -> Bool {
    node.concepts.intersection(.furniture).isSubset(of: [.related, .tags, .nav])
      && sum.headings == 0 && sum.linkCharacters * 5 < sum.characters && sum.characters > 100
  }

  /// Lists of links and teasers, which no name gives away.
  private func linkVerdict(_ node: NodeArena.Node, _ sum: NodeMeasures.Sum) -> Verdict {
    switch node.tag {
    case .ul, .ol, .dl, .div, .section, .table, .li, .article, .span, .td, .tr, .other: break
    default: return .kept
    }
    if sum.segments >= 2, sum.linkCharacters * 10 >= sum.characters * 8,
      sum.prose * 5 < sum.linkCharacters
    {
      return .links
    }
    // A card: a heading that is a link, with a line or two below it.
    if sum.headings > 0, sum.headings == sum.linkHeadings, sum.prose < 350 * sum.headings,
      sum.prose * 3 < total
    {
      return .links
    }
    return .kept
  }
}

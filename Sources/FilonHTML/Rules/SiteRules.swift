/// What a user knows of single sites: where the text stands, what to leave out, where title, date and
/// authors are.
///
/// A table in tab-separated values, one rule a line: host, what, selector. The host is that of the
/// page's address: `www.site.example`, `*.site.example` (the domain and all below it) or `*`. What is
/// `keep` (the element that holds the text), `drop`, `title`, `date` or `author`. Lines that start with
/// `#` are comments.
public struct SiteRules: Sendable, Hashable {
  /// What is wrong with a table of rules.
  public struct Fault: Error, Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// A sentence for people.
    public var message: String
  }

  /// What a rule does with the elements that it selects.
  enum Action: String, Sendable, CaseIterable {
    case keep, drop, title, date, author
  }

  private struct Rule: Sendable, Hashable {
    var host: String
    var action: Action
    var selector: Selector
  }

  private var rules: [Rule] = []

  /// No rules.
  public init() {}

  /// Reads a table.
  public init(_ table: String) throws(Fault) {
    var number = 0
    for line in table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3 else {
        throw Fault(line: number, message: "a rule has three cells: host, what, selector")
      }
      guard let action = Action(rawValue: String(cells[1])) else {
        let known = Action.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(line: number, message: "unknown rule “\(cells[1])”; known: \(known)")
      }
      for text in cells[2].split(separator: ",", omittingEmptySubsequences: false) {
        do throws(Selector.Fault) {
          let selector = try Selector(text)
          rules.append(Rule(host: cells[0].lowercased(), action: action, selector: selector))
        } catch {
          throw Fault(line: number, message: error.message)
        }
      }
    }
  }

  /// The elements of a page that the rules for its host select.
  func matches(in arena: NodeArena, url: String?) -> Matches {
    var found = Matches()
    guard !rules.isEmpty else { return found }
    let host = PageAddress(url ?? "").host
    for rule in rules where Self.isFor(rule.host, host) {
      let nodes = rule.selector.nodes(in: arena)
      switch rule.action {
      case .keep: found.kept += nodes
      case .drop: found.dropped += nodes
      case .title: found.title = found.title ?? nodes.first
      case .date: found.date = found.date ?? nodes.first
      case .author: found.authors += nodes
      }
    }
    found.kept = outermost(of: found.kept, arena)
    return found
  }

  private func outermost(of nodes: [Int], _ arena: NodeArena) -> [Int] {
    var kept: [Int] = []
    for node in nodes.sorted() where kept.last.map({ node >= arena.end(of: $0) }) ?? true {
      kept.append(node)
    }
    return kept
  }

  private static func isFor(_ pattern: String, _ host: String) -> Bool {
    if pattern == "*" { return true }
    guard pattern.hasPrefix("*.") else { return pattern == host }
    return host.hasSuffix(pattern.dropFirst()) || host == pattern.dropFirst(2)
  }

  /// Elements of one page, by what is to be done with them.
  struct Matches {
    /// Elements that hold the text, none inside another.
    var kept: [Int] = []
    var dropped: [Int] = []
    var title: Int?
    var date: Int?
    var authors: [Int] = []
  }
}

internal import CLibXML2

/// Drives libxml2's HTML parser through its SAX interface and builds a ``NodeArena``.
///
/// The parser reads the scanner's skeleton, and no tree of its own is made, which spares it most of
/// its time, its limits on depth and on the length of texts, and its reading of external things: there is no network, no entity, no
/// document type.
struct MarkupParser {
  /// The deepest nesting kept; what is deeper hangs on the ancestor at this depth.
  static let depthLimit = 400

  private(set) var arena = NodeArena()

  init() {
    // Once for the process; libxml2 wants it before threads use it.
    xmlInitParser()
  }

  /// Builds the tree of a scanned page, whose attributes move into the arena.
  mutating func parse(_ scanner: inout MarkupScanner) -> Bool {
    arena.removeAll()
    swap(&arena.attributes, &scanner.attributes)
    var state = TreeBuilder()
    swap(&state.arena, &arena)
    swap(&state.scanner, &scanner)
    defer {
      swap(&state.scanner, &scanner)
      swap(&state.arena, &arena)
    }
    return unsafe withUnsafeMutablePointer(to: &state) { unsafe Self.run($0) }
  }

  private static func run(_ state: UnsafeMutablePointer<TreeBuilder>) -> Bool {
    let count = unsafe state.pointee.scanner.skeleton.count
    guard count > 0, count < Int(Int32.max) - 16 else { return false }
    let made = unsafe state.pointee.scanner.skeleton.withUnsafeBytes { bytes in
      unsafe htmlCreateMemoryParserCtxt(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count))
    }
    guard let context = unsafe made else { return false }
    defer {
      unsafe htmlFreeParserCtxt(context)
      unsafe state.pointee.context = nil
    }
    unsafe state.pointee.context = context
    _ = unsafe htmlCtxtUseOptions(
      context,
      Int32(
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
          | HTML_PARSE_NODEFDTD.rawValue))
    unsafe context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
    _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    guard let handler = unsafe context.pointee.sax else { return false }
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.startElement = { data, name, _ in unsafe MarkupParser.start(data, name) }
    unsafe handler.pointee.endElement = { unsafe MarkupParser.end($0, $1) }
    unsafe handler.pointee.characters = { data, _, _ in unsafe MarkupParser.text(data) }
    unsafe handler.pointee.ignorableWhitespace = { data, _, _ in unsafe MarkupParser.text(data) }
    unsafe handler.pointee.cdataBlock = { data, _, _ in unsafe MarkupParser.text(data) }
    unsafe context.pointee.userData = UnsafeMutableRawPointer(state)
    _ = unsafe htmlParseDocument(context)
    unsafe state.pointee.closeAll()
    return true
  }

  private static func builder(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<
    TreeBuilder
  >? {
    unsafe data?.assumingMemoryBound(to: TreeBuilder.self)
  }

  private static func start(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    guard let state = unsafe builder(data), let name = unsafe name else { return }
    unsafe state.pointee.start(name)
  }

  private static func end(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    guard let state = unsafe builder(data), let name = unsafe name else { return }
    unsafe state.pointee.end(name)
  }

  private static func text(_ data: UnsafeMutableRawPointer?) {
    guard let state = unsafe builder(data) else { return }
    unsafe state.pointee.text()
  }
}

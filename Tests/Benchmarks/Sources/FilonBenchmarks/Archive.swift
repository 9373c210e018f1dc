import FilonIO

/// Reading of a web archive: decompression, record heads, transfer and content encodings.
struct Archive {
  let path: String

  /// The pages and the bytes of their bodies.
  func read() throws -> (pages: Int, bytes: Int) {
    var reader = try WARCReader(path: path)
    var sum = (pages: 0, bytes: 0)
    while let event = try reader.next() {
      guard case .page(let page) = event else { continue }
      sum.pages += 1
      sum.bytes += page.body.count
    }
    return sum
  }
}

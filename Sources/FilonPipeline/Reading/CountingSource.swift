import FilonIO

/// Stored bytes of an input, counted as they are read, with a look at the first.
final class CountingSource: ByteSource {
  private var source: any ByteSource
  private var ahead: [UInt8] = []
  /// How many bytes have been handed over.
  private(set) var count = 0

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: inout [UInt8], upTo limit: Int) throws(IOFailure) -> Int {
    let read: Int
    if ahead.isEmpty {
      read = try source.read(into: &buffer, upTo: limit)
    } else {
      read = min(limit, ahead.count)
      buffer.append(contentsOf: ahead[..<read])
      ahead.removeFirst(read)
    }
    count += read
    return read
  }

  func seek(to offset: Int) throws(IOFailure) {
    try source.seek(to: offset)
    ahead = []
    count = offset
  }

  /// The format that the content tells, without consuming it.
  func detectedFormat(named path: String?) throws(IOFailure) -> InputFormat {
    while ahead.count < InputFormat.sniffBytes,
      try source.read(into: &ahead, upTo: InputFormat.sniffBytes) > 0
    {}
    let input = ByteInput(ArraySource(ahead))
    var content: [UInt8] = []
    do throws(IOFailure) {
      while content.count < InputFormat.sniffBytes,
        try input.read(into: &content, upTo: InputFormat.sniffBytes) > 0
      {}
    } catch {
      // The cut prefix of a compressed file ends in the middle of a member.
      guard error.code == .corrupt else { throw error }
    }
    return InputFormat(content: content, named: path)
  }
}

import FilonCore
import Glibc

/// Shows how far a run is, on standard error.
struct ProgressReporter {
  private enum Style { case silent, line, json }

  private let style: Style
  private let start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var hasShown = false

  init(_ mode: RunSettings.ProgressMode) {
    style =
      switch mode {
      case .auto: isatty(STDERR_FILENO) == 1 ? .line : .silent
      case .always: .line
      case .never: .silent
      case .json: .json
      }
  }

  mutating func update(_ report: RunReport, _ reader: any RecordReader) {
    guard style != .silent else { return }
    let now = ContinuousClock.now
    guard now - lastShown > .milliseconds(style == .line ? 200 : 1000) else { return }
    lastShown = now
    hasShown = true
    let seconds = Double(SegmentWorker.nanoseconds(now - start)) / 1e9
    let rate = Double(report.records) / max(seconds, 0.001)
    let share = reader.totalBytes.map { Double(reader.bytesRead) / Double(max(1, $0)) }
    let remaining = share.flatMap { $0 > 0 ? seconds * (1 - $0) / $0 : nil }
    switch style {
    case .silent: break
    case .line:
      var text = "\r\u{1B}[K\(report.records) records, \(Int(rate)) records/s"
      if let share { text += ", \(Int(share * 100)) %" }
      if let remaining { text += ", \(Self.clock(remaining)) left" }
      if report.errors > 0 { text += ", \(report.errors) errors" }
      StandardError.write(text)
    case .json:
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("records")
      writer.int(report.records)
      writer.key("records_per_second")
      writer.double((rate * 10).rounded() / 10)
      writer.key("errors")
      writer.int(report.errors)
      if let share {
        writer.key("share")
        writer.double((share * 1000).rounded() / 1000)
      }
      if let remaining {
        writer.key("seconds_left")
        writer.double(remaining.rounded())
      }
      writer.endObject()
      writer.newline()
      StandardError.write(writer.bytes)
    }
  }

  func finish() {
    if style == .line, hasShown { StandardError.write("\r\u{1B}[K") }
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999))
    let rest = whole % 60
    let minutes = whole / 60
    return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }
}

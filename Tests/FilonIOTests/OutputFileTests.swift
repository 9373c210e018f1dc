import Foundation
import Testing

@testable import FilonIO

@Suite struct OutputFileTests {
  private static let names = ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"]

  private func content(_ bytes: [UInt8]) throws -> [UInt8] {
    let input = ByteInput(ArraySource(bytes))
    var output: [UInt8] = []
    while try input.read(into: &output, upTo: 1 << 16) > 0 {}
    return output
  }

  @Test(arguments: names)
  func appearsOnlyOnCommit(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, "before".bytes)
    let output = try OutputFile(path: folder.path(name))
    try output.write("bonjour\n")
    try output.flushMember()
    #expect(try folder.read(name) == "before".bytes)
    #expect(folder.has(name + ".part"))
    try output.commit()
    #expect(try content(folder.read(name)) == "bonjour\n".bytes)
    #expect(!folder.has(name + ".part"))
  }

  @Test(arguments: names)
  func anEmptyOutputIsAValidFile(name: String) throws {
    let folder = try TemporaryFolder()
    try OutputFile(path: folder.path(name)).commit()
    #expect(try content(folder.read(name)).isEmpty)
    #expect(Compression(magic: try folder.read(name)) == Compression(path: name))
  }

  @Test(arguments: names)
  func theSizeOfWritesDoesNotChangeTheBytes(name: String) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "Le chiffre est de 12,5 %.\n", count: 400).bytes
    var results: [[UInt8]] = []
    for step in [1, 100, text.count] {
      let output = try OutputFile(path: folder.path(name), memberBytes: 1000)
      for start in stride(from: 0, to: text.count, by: step) {
        try output.write(Array(text[start..<min(text.count, start + step)]))
      }
      try output.commit()
      results.append(try folder.read(name))
    }
    #expect(results[0] == results[1])
    #expect(results[1] == results[2])
    #expect(try content(results[0]) == text)
  }

  @Test(arguments: names, [0, 1, 3, 5])
  func aRunKilledAndResumedGivesTheSameBytes(name: String, killedAfter: Int) throws {
    let folder = try TemporaryFolder()
    let batches = (0..<5).map { String(repeating: "batch \($0)\n", count: 50 + $0) }
    let whole = try OutputFile(path: folder.path("whole-" + name), memberBytes: 300)
    for batch in batches {
      try whole.write(batch)
      try whole.flushMember()
    }
    try whole.commit()

    var committed = 0
    do {
      let killed = try OutputFile(path: folder.path(name), memberBytes: 300)
      for batch in batches[..<killedAfter] {
        try killed.write(batch)
        try killed.flushMember()
      }
      committed = killed.committedLength
      // Work that no commit covers, some of it already in the file.
      try killed.write(String(repeating: "lost ", count: 100))
    }
    let resumed = try OutputFile.resume(
      path: folder.path(name), at: committed, memberBytes: 300)
    for batch in batches[killedAfter...] {
      try resumed.write(batch)
      try resumed.flushMember()
    }
    try resumed.commit()
    #expect(try folder.read(name) == folder.read("whole-" + name))
  }

  @Test func resumingAShorterFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.part", "123".bytes)
    let failure = #expect(throws: IOFailure.self) {
      try OutputFile.resume(path: folder.path("a"), at: 4)
    }
    #expect(failure?.code == .cannotCreate)
    #expect(try folder.read("a.part") == "123".bytes)
  }

  @Test func namesThePlaceThatCannotBeMade() throws {
    let folder = try TemporaryFolder()
    for name in ["no/such/folder.jsonl", ""] {
      let failure = #expect(throws: IOFailure.self) {
        try OutputFile(path: folder.path(name))
      }
      #expect(failure?.code == .cannotCreate)
    }
  }

  @Test func discardLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFile(path: folder.path("a.gz"))
    try output.write("x")
    try output.flushMember()
    output.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func keepsLinksAndPermissions() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("real/data.txt", "old".bytes)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.txt"), withDestinationPath: target)
    let output = try OutputFile(path: folder.path("link.txt"))
    try output.write("new")
    try output.commit()
    #expect(try folder.read("real/data.txt") == "new".bytes)
    let link = try FileManager.default.attributesOfItem(atPath: folder.path("link.txt"))
    #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
    let facts = try FileManager.default.attributesOfItem(atPath: target)
    #expect(facts[.posixPermissions] as? Int == 0o640)
  }

  @Test func devicesAreWrittenInPlace() throws {
    let output = try OutputFile(path: "/dev/null")
    try output.write("x")
    try output.commit()
    #expect(FileStatus(path: "/dev/null")?.isRegular == false)
    #expect(FileStatus(path: "/dev/null.part") == nil)
  }

  @Test func aClosedPipeIsItsOwnError() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // Opened for both so that neither open blocks.
    let reader = open(path, O_RDWR)
    let output = try OutputFile(path: path)
    close(reader)
    try output.write("nobody reads this")
    let failure = #expect(throws: IOFailure.self) { try output.flushMember() }
    #expect(failure?.code == .brokenPipe)
  }
}

/// The inputs that the user's arguments stand for.
///
/// A file stands for itself, a folder for all files below it whose names tell a format (in bytewise
/// order of path, hidden ones and links to folders left out), a pattern for the files that match,
/// `-` for standard input. Only paths that the user gave are opened, never one that input data name.
public struct InputDiscovery: Sendable {
  /// The inputs in order, each path once.
  public private(set) var files: [InputFile] = []
  /// The arguments that stand for nothing, and folders that could not be read.
  public private(set) var failures: [IOFailure] = []

  private var seen: Set<String> = []

  /// Expands `arguments` in their order.
  public init(_ arguments: [String]) {
    for argument in arguments { add(argument) }
    seen = []
  }

  /// The paths in a list: one a line, or NUL-terminated if there is any NUL. Empty lines are left
  /// out; nothing else is special.
  public static func paths(inList bytes: [UInt8]) -> [String] {
    let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
    return bytes.split(separator: separator).compactMap { line in
      let name = separator == 0x0A && line.last == 0x0D ? line.dropLast() : line
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }

  private mutating func add(_ argument: String) {
    if argument == "-" {
      if seen.insert("-").inserted { files.append(InputFile(path: nil)) }
      return
    }
    let status = FileStatus(path: argument)
    let error = SystemError()
    if let status {
      if status.isFolder {
        if !addFolder(argument) {
          failures.append(
            IOFailure(
              code: .missing, path: argument,
              message: "no file in this folder has a known extension"))
        }
      } else {
        addFile(argument, status)
      }
    } else if GlobPattern.isPattern(argument) {
      addMatches(argument)
    } else {
      failures.append(error.reading(argument))
    }
  }

  private mutating func addFile(_ path: String, _ status: FileStatus) {
    guard seen.insert(path).inserted else { return }
    files.append(
      InputFile(
        path: path, format: InputFormat(path: path),
        length: status.isRegular ? status.length : nil))
  }

  /// Adds the files below `folder`; false if there is none and nothing else is wrong.
  private mutating func addFolder(_ folder: String) -> Bool {
    let failed = failures.count
    var isUsed = false
    for path in walk(folder, depth: .max) where InputFormat(path: path) != nil {
      isUsed = true
      addFound(path)
    }
    return isUsed || failures.count > failed
  }

  /// Adds a file that a walk found.
  private mutating func addFound(_ path: String) {
    let status = FileStatus(path: path)
    let error = SystemError()
    if let status {
      if status.isRegular { addFile(path, status) }
    } else {
      // A link that leads nowhere, or a name that is not UTF-8.
      failures.append(error.reading(path))
    }
  }

  private mutating func addMatches(_ argument: String) {
    let pattern = GlobPattern(argument)
    let root = pattern.root
    let rootDepth = root.utf8.split(separator: 0x2F).count
    var isUsed = false
    for path in walk(root, depth: pattern.isDeep ? .max : pattern.depth - rootDepth)
    where pattern.matches(path) {
      isUsed = true
      addFound(path)
    }
    if !isUsed {
      failures.append(
        IOFailure(code: .missing, path: argument, message: "no file matches this pattern"))
    }
  }

  /// The files at most `depth` levels below `folder`, in bytewise order of path.
  private mutating func walk(_ folder: String, depth: Int) -> [String] {
    var found: [String] = []
    var open = [(folder, depth)]
    while let (path, depth) = open.popLast() {
      let entries: [FolderListing.Entry]
      do {
        entries = try FolderListing.entries(of: path)
      } catch {
        if path != folder || FileStatus(path: folder) != nil { failures.append(error) }
        continue
      }
      for entry in entries where entry.name.first != 0x2E {
        if !entry.isFolder {
          found.append(entry.path)
        } else if depth > 1, !entry.isLink {
          open.append((entry.path, depth - 1))
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

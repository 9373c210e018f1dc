import Glibc

/// The entries of one folder.
enum FolderListing {
  /// One entry.
  struct Entry {
    let name: [UInt8]
    let path: String
    let isFolder: Bool
    let isLink: Bool
  }

  /// The entries of the folder at `path`, sorted by the bytes of their names; `.` and `..` not.
  static func entries(of path: String) throws(IOFailure) -> [Entry] {
    guard let folder = unsafe opendir(path.isEmpty ? "." : path) else {
      throw SystemError().reading(path)
    }
    defer { _ = unsafe closedir(folder) }
    let prefix = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
    var entries: [Entry] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { memory in
        unsafe Array(memory.prefix { $0 != 0 })
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      let full = prefix + String(decoding: name, as: UTF8.self)
      let link = FileStatus(linkAt: full)
      let isLink = link?.isLink ?? false
      let isFolder = isLink ? FileStatus(path: full)?.isFolder ?? false : link?.isFolder ?? false
      entries.append(Entry(name: name, path: full, isFolder: isFolder, isLink: isLink))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}

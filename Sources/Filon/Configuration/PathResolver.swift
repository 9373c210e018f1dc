import FilonPipeline

/// Resolves the paths of a pipeline file from the folder that it stands in.
struct PathResolver {
  /// Options that are paths, whatever the stage.
  private static let pathOptions: Set<String> = [
    "gazetteers", "catalogues", "lexicons", "site_rules", "index",
  ]

  let folder: String

  func resolve(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty || folder == "." || path == "-"
      ? path : folder + "/" + path
  }

  /// The value of an option, with its paths resolved if it holds paths.
  func resolvePaths(in value: OptionValue, of option: String) -> OptionValue {
    guard Self.pathOptions.contains(OptionName.canonical(option)) else { return value }
    switch value.shape {
    case .scalar(let path): return OptionValue(.scalar(resolve(path)), position: value.position)
    case .list(let list):
      return OptionValue(
        .list(list.map { resolvePaths(in: $0, of: option) }), position: value.position)
    case .map: return value
    }
  }
}

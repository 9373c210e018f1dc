/// Facts about this release.
public enum Release {
  /// The version of the library and of the command.
  public static let version = "0.1.0"
  /// The version of the record and configuration schema.
  public static let schema = 1
}

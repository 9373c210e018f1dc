/// The fields of ours that a field of a foreign record can be read as.
public enum FieldMapping {
  /// The names that `fields` of an input takes.
  public static let targets = [
    "id", "text", "html", "url", "title", "published", "modified", "site", "authors", "section",
    "description", "language",
  ]
}

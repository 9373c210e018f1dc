/// Something known about a stretch of a document's text.
///
/// An annotation is a plain value; its layer is known at compile time. Third-party layers have a
/// dotted name, `acme.emotions`.
public protocol Annotation: Sendable {
  /// The layer that holds annotations of this type.
  static var layer: LayerName { get }
  /// The stretch of text, in UTF-8 bytes.
  var range: TextRange { get }
}

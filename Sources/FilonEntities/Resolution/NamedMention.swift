import FilonCore

/// A name found in a text, on its way to an entity.
struct NamedMention {
  /// Its words.
  var words: Range<Int>
  /// Its bytes.
  var range: TextRange
  /// Its kind.
  var kind: Entity.Kind
  /// Its normal form.
  var form: NameForm
  /// Its ``PhraseHash``.
  var hash: UInt64
}

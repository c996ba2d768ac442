import GMSCore

/// A callback as the content of a record: what a store in memory keeps instead of text.
final class CallbackContent: RecordValue {
  let callback: Callback

  init(_ callback: Callback) { self.callback = callback }

  var text: String { callback.text }

  /// Whether the callbacks are equal: two that differ in anything have different texts.
  func canEqual(_ other: any RecordValue) -> Bool {
    guard let other = other as? CallbackContent else { return true }
    return callback == other.callback
  }
}

extension StoredRecord {
  /// The callback that the record was made of; nil when there is only its text, or when the record was given another
  /// name since, which whoever reads the text finds out.
  var callback: Callback? {
    guard case .value(let value) = content, let content = value as? CallbackContent,
      content.callback.id.text == id
    else { return nil }
    return content.callback
  }
}

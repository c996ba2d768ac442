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

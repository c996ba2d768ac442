/// A record as a value: what the owner of its kind works with, ready to be printed.
///
/// It never changes, and its text is always the same.
package protocol RecordValue: AnyObject, Sendable {
  /// The record as one compact JSON object, without line breaks.
  var text: String { get }

  /// Whether the text of the other may be the same; false only where it differs.
  func canEqual(_ other: any RecordValue) -> Bool
}

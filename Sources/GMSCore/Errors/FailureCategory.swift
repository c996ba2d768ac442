/// The kinds of failure that a caller tells apart without reading text.
public enum FailureCategory: String, CaseIterable, Sendable {
  /// A rule refused the request; nothing was written.
  case refused
  /// The request itself is malformed.
  case malformed
  /// The thing that was named does not exist.
  case notFound
  /// Another process holds the store.
  case busy
  /// The store is missing, damaged, or cannot be read or written.
  case unusableStore
}

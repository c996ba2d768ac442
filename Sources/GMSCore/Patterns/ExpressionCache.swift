internal import Synchronization

/// Keeps expressions that were made ready to match, by their text, so that a group that is read again costs
/// look-ups.
///
/// What it answers depends on the text alone, so that one cache serves every store and every thread.
final class ExpressionCache: Sendable {
  static let shared = ExpressionCache()

  /// How many expressions are kept before all are dropped.
  private static let limit = 1_000

  private let kept = Mutex<[String: JavaExpression]>([:])

  /// The expression of a text, read when it is not kept.
  ///
  /// - Throws: `CoreError` as ``JavaExpression/init(_:)``; nothing is kept then.
  func expression(_ text: String) throws(CoreError) -> JavaExpression {
    // Texts that are canonically equal are one key; their characters differ, and so may what they match.
    if let found = kept.withLock({ $0[text] }), found.text.utf8.elementsEqual(text.utf8) { return found }
    let made = try JavaExpression(text)
    kept.withLock {
      if $0.count >= ExpressionCache.limit { $0.removeAll() }
      $0[text] = made
    }
    return made
  }
}

/// Standard input, which one line can use once.
final class StandardInput {
  private let source: any ByteSource
  private var wasRead = false

  init(_ source: any ByteSource) { self.source = source }

  /// All of it.
  ///
  /// `place` is who asks, for the message.
  ///
  /// - Throws: `inputReadTwice` the second time, `unreadableFile` when the system refuses.
  func readAll(for place: String) throws(UsageError) -> [UInt8] {
    try take(for: place)
    do throws(InputFailure) {
      return try source.readAll()
    } catch {
      throw UsageError(.unreadableFile, value: "-", place: place, detail: error.reason)
    }
  }

  /// The stream itself, for who reads it in pieces.
  ///
  /// - Throws: `inputReadTwice` the second time.
  func stream(for place: String) throws(UsageError) -> any ByteSource {
    try take(for: place)
    return source
  }

  private func take(for place: String) throws(UsageError) {
    if wasRead { throw UsageError(.inputReadTwice, value: place) }
    wasRead = true
  }
}

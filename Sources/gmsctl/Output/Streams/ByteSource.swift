/// A place from which bytes are read: a stream of the process, or a text of a test.
package protocol ByteSource {
  /// Whether a person types it.
  var isTerminal: Bool { get }
  /// All bytes up to the end.
  func readAll() throws(InputFailure) -> [UInt8]
  /// Runs `body` on the bytes in pieces of bearable length, up to the end.
  ///
  /// Throws `InputFailure`, and what `body` throws.
  func forEachChunk(_ body: (_ chunk: [UInt8]) throws -> Void) throws
  /// The next line without its newline; nil at the end.
  func readLine() throws(InputFailure) -> String?
}

extension ByteSource {
  /// Runs `body` on all bytes at once, which suits a source that has them in memory.
  package func forEachChunk(_ body: (_ chunk: [UInt8]) throws -> Void) throws {
    let bytes = try readAll()
    if !bytes.isEmpty { try body(bytes) }
  }
}

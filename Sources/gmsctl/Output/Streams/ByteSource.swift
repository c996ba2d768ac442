/// A place from which bytes are read: a stream of the process, or a text of a test.
package protocol ByteSource {
  /// Whether a person types it.
  var isTerminal: Bool { get }
  /// All bytes up to the end.
  func readAll() throws(InputFailure) -> [UInt8]
  /// The next line without its newline; nil at the end.
  func readLine() throws(InputFailure) -> String?
}

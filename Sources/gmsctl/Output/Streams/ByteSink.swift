/// A place to which bytes are written: a stream of the process, or a buffer of a test.
package protocol ByteSink {
  /// Whether a person reads it directly.
  var isTerminal: Bool { get }
  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(OutputFailure)
}

/// Why output could not be written.
package enum OutputFailure: Error, Hashable, Sendable {
  /// Nobody reads any more, as in `gmsctl … | head`. That is no error.
  case closed
  /// The system refused, and why.
  case failed(reason: String)
}

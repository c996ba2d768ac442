/// What cancelling many callbacks did: one entry for each, and how many of each kind there are.
public struct CancellationReport: Hashable, Sendable {
  /// What was done with each callback: in the order of the ids that were given, or by desired time, then by
  /// id.
  public let callbacks: [CancelledCallback]

  /// A report from its entries.
  init(_ callbacks: [CancelledCallback]) { self.callbacks = callbacks }

  /// How many entries say so.
  public func count(_ result: CancelledCallback.Result) -> Int {
    callbacks.lazy.filter { $0.result == result }.count
  }
}

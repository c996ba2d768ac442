#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Knows the services that run beside a desk's own instances, such as callbacks.
///
/// A desk asks it whether a service that wants an access number runs, and what its data is when a call is matched to
/// it. It is asked inside a transaction, so it reads with what it is given and keeps nothing.
public protocol RunningServices: Sendable {
  /// The service of an id, when it runs at an instant; nil for any other.
  func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) throws -> RunningService?
}

/// Knows no service: all that runs are the desk's own instances.
public struct NoOtherServices: RunningServices {
  /// Nobody.
  public init() {}

  /// No service.
  public func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) -> RunningService? { nil }
}

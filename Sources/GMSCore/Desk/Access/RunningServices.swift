#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Knows the services that run beside a desk's own instances, such as callbacks.
///
/// A desk asks it whether a service that wants an access number runs, and what its data is when a call is matched to
/// it, and tells it of both. It is asked inside a transaction, so it reads and writes with what it is given and keeps
/// nothing.
public protocol RunningServices: Sendable {
  /// The service of an id, when it runs at an instant; nil for any other.
  func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) throws -> RunningService?

  /// Takes note that a number was booked for a service that it knows.
  ///
  /// Whoever ends the service has to release the booking; without a note it holds until its own end. The default takes
  /// none.
  func service(
    _ id: String,
    wasGiven booking: AccessBooking,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws

  /// Does what follows from a call that was matched to a service that it knows; the number is free again by then.
  ///
  /// The default does nothing.
  func serviceWasCalled(_ id: String, _ context: RequestContext, _ writer: any StoreWriter) throws
}

extension RunningServices {
  /// Takes no note.
  public func service(
    _ id: String,
    wasGiven booking: AccessBooking,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws {}

  /// Does nothing.
  public func serviceWasCalled(_ id: String, _ context: RequestContext, _ writer: any StoreWriter) throws {}
}

/// Knows no service: all that runs are the desk's own instances.
public struct NoOtherServices: RunningServices {
  /// Nobody.
  public init() {}

  /// No service.
  public func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) -> RunningService? { nil }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// The callbacks that are not completed, for a desk: they too can get an access number, and be called on it.
struct RunningCallbacks: RunningServices {
  let engine: CallbackEngine

  func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) throws -> RunningService? {
    guard let record = try reader.record(.callback, id),
      record.keys.state != CallbackState.Name.completed.rawValue
    else { return nil }
    return RunningService(id: id, userData: Options(try Callback(stored: record).userData))
  }

  /// Writes the booking's name into the callback, so that it is released when the callback ends.
  func service(
    _ id: String,
    wasGiven booking: AccessBooking,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws {
    guard let record = try writer.record(.callback, id) else { return }
    var callback = try Callback(stored: record)
    try callback.forgetBookingsThatAreOver(at: context.now, writer)
    callback.bookings.append(booking.id)
    try writer.put(callback.stored)
  }

  /// Tells a callback that waits for its customer's call that it is there.
  ///
  /// Any other goes on as it was: it got a number from outside, and what the call means to it is for whoever asked for
  /// the number to say. A chat does not wait for a call.
  func serviceWasCalled(_ id: String, _ context: RequestContext, _ writer: any StoreWriter) throws {
    guard let record = try writer.record(.callback, id) else { return }
    var callback = try Callback(stored: record)
    let policy = try engine.policy(of: callback, writer)
    guard callback.offerEnds != nil, policy.media == .voice else {
      try callback.forgetBookingsThatAreOver(at: context.now, writer)
      try writer.put(callback.stored)
      return
    }
    try engine.steps(context, writer, shortages: OfferShortages())
      .apply(.customerCalled, to: &callback, at: context.now, policy: policy)
  }
}

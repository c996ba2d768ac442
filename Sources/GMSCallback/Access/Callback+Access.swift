#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
import GMSCore

extension Callback {
  /// Until when the customer can use the access number or the chat that is offered; nil while nothing is.
  public var offerEnds: Date? {
    guard case .queued(let queued) = state, case .waitingForCustomer(_, let until) = queued.phase else {
      return nil
    }
    return until
  }

  /// For how many whole seconds, rounded down, the offer still holds; 0 when there is none.
  func secondsOfOffer(at now: Date) -> Int {
    guard let until = offerEnds else { return 0 }
    return max(0, Int((until.millisecondsSince1970 - now.millisecondsSince1970) / 1000))
  }

  /// The booking whose number the customer is to call: the first that lives.
  ///
  /// - Complexity: a look-up for each of its bookings, mostly one.
  func liveBooking(at now: Date, _ reader: any StoreReader) throws -> AccessBooking? {
    let queries = BookingQueries(reader)
    for id in bookings {
      if let booking = try queries.booking(id), booking.state(at: now) == .live { return booking }
    }
    return nil
  }

  /// Leaves out bookings that hold nothing any more.
  mutating func forgetBookingsThatAreOver(at now: Date, _ reader: any StoreReader) throws {
    let queries = BookingQueries(reader)
    bookings = try bookings.filter { try queries.booking($0)?.state(at: now) == .live }
  }
}

extension CallbackState {
  /// Whether the customer is offered an access number or a chat.
  var isOffer: Bool {
    switch kind {
    case .waitingForCustomer, .agentWaitsForCustomer: true
    case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview, .waitingForConfirmation,
      .snoozed, .dialling, .waitingToDial, .waitingOnCall, .diallingCustomer, .diallingAgent,
      .customerJoinsAgent, .agentJoinsCustomer, .processing, .paused, .pausedSubmitting, .completed:
      false
    }
  }
}

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// Why a call matched what it matched: each booking that has anything in common with it, the nearest first.
public struct MatchExplanation: Hashable, Sendable {
  /// The call.
  public let call: AccessCall
  /// The bookings of the called number, and those of other numbers whose code or phone number is the call's;
  /// matches first, then late ones, then the rest by how much is the same; of equals the oldest first.
  public let candidates: [MatchCandidate]

  /// Explains a call.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - bookings: all bookings that are kept; those that are to be forgotten are passed over.
  ///   - now: the instant of the call.
  /// - Complexity: O(n log n).
  public init(_ call: AccessCall, among bookings: some Sequence<AccessBooking>, now: Date) {
    let now = now.millisecondsSince1970
    self.call = call
    candidates = bookings.compactMap { booking -> MatchCandidate? in
      let candidate = MatchCandidate(call, booking, now: now)
      let isNear =
        candidate.comparison.number == .same || candidate.comparison.code == .same
        || candidate.comparison.phone == .same
      return isNear && (now < booking.forgottenAt || candidate.state == .live) ? candidate : nil
    }
    .sorted { left, right in
      left.rank != right.rank
        ? left.rank > right.rank : CallMatcher.precedes(left.booking, right.booking)
    }
  }

  /// The bookings that the call is for; more than one is ambiguous.
  public var matches: [MatchCandidate] { candidates.filter(\.isMatch) }
}

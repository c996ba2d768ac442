#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// A number, or a number and a code, that was given to one service so that its customer can call.
///
/// A booking lives from ``made`` until just before ``expires``: at that instant it is over, and a call does not
/// match it. It can end sooner, when it is released or when a call matches it. After its end it keeps what it has
/// for its ``cooldown``, and is remembered for its ``memory``. All times are whole milliseconds.
public struct AccessBooking: Hashable, Identifiable, Sendable {
  /// What it has in common with the other bookings of its group.
  let terms: BookingTerms
  /// The number to call.
  public let number: AccessNumber
  /// The code as a packed number; 0 for none.
  private let packedCode: UInt64
  /// From which number the customer calls; nil when that is not known, and then any caller is right.
  public let caller: CallerNumber?
  /// The id of the service instance that the booking is for.
  public let service: String
  /// What tells bookings of one number and code apart.
  let serial: UInt64
  /// ``made`` in milliseconds since 1970.
  let madeAt: Int64
  /// ``expires`` in milliseconds since 1970.
  let expiresAt: Int64
  /// When it was released, in milliseconds since 1970; `.max` when it was not.
  private var releasedInstant: Int64
  private let nodeNumber: Int32

  /// A booking from its parts.
  ///
  /// - Precondition: the node's number has at most nine digits.
  init(
    _ terms: BookingTerms,
    number: AccessNumber,
    code: AccessCode?,
    caller: CallerNumber?,
    service: String,
    node: Int,
    serial: UInt64,
    madeAt: Int64,
    expiresAt: Int64,
    releasedAt: Int64? = nil
  ) {
    precondition((0...999_999_999).contains(node), "A node's number has at most nine digits, not '\(node)'.")
    self.terms = terms
    self.number = number
    packedCode = code?.packed ?? 0
    self.caller = caller
    self.service = service
    nodeNumber = Int32(node)
    self.serial = serial
    self.madeAt = madeAt
    self.expiresAt = expiresAt
    releasedInstant = releasedAt ?? .max
  }

  /// The resource group that the number was taken from.
  public var group: String { terms.group }
  /// How the group gave the number out.
  public var strategy: AccessStrategy { terms.strategy }
  /// Seconds after its end during which nobody else gets what it had.
  public var cooldown: Int { terms.cooldown }
  /// Seconds after its end during which it is remembered, never fewer than ``cooldown``.
  public var memory: Int { terms.memory }
  /// The code to give on the call; nil for a booking without one.
  public var code: AccessCode? { packedCode == 0 ? nil : AccessCode(packed: packedCode) }
  /// The number of the node that made it.
  public var node: Int { Int(nodeNumber) }
  /// ``released`` in milliseconds since 1970.
  var releasedAt: Int64? { releasedInstant == .max ? nil : releasedInstant }
  /// The booking's name.
  public var id: AccessBookingID { AccessBookingID(number: number.dialled, code: code, serial: serial) }
  /// When it was made.
  public var made: Date { Date(millisecondsSince1970: madeAt) }
  /// When its time is over, unless it ends sooner.
  public var expires: Date { Date(millisecondsSince1970: expiresAt) }
  /// When it was released or matched; nil when it was not.
  public var released: Date? { releasedAt.map(Date.init(millisecondsSince1970:)) }
  /// When it ends, or ended.
  public var ends: Date { Date(millisecondsSince1970: endsAt) }
  /// From when on others can get what it has: its end, and its cooldown after it.
  public var isFreeFrom: Date { Date(millisecondsSince1970: freeAt) }
  /// When nothing is known of it any more.
  public var isForgottenFrom: Date { Date(millisecondsSince1970: forgottenAt) }

  var endsAt: Int64 { min(releasedInstant, expiresAt) }
  var freeAt: Int64 { AccessBooking.instant(endsAt, after: cooldown) }
  var forgottenAt: Int64 { AccessBooking.instant(endsAt, after: memory) }

  /// The last instant that can be written: the end of the year 9999.
  private static let last = Date.endOfSeconds * 1000 - 1

  /// So many seconds after an instant, or the last instant where that lies beyond.
  static func instant(_ instant: Int64, after seconds: Int) -> Int64 {
    min(last, instant + Int64(seconds) * 1000)
  }

  /// What has become of it by an instant.
  public func state(at now: Date) -> BookingState { state(at: now.millisecondsSince1970) }

  /// For how many whole seconds, rounded down, it still lives: GMS's `_expiration_time`; 0 when it is over.
  public func secondsLeft(at now: Date) -> Int { max(0, Int((endsAt - now.millisecondsSince1970) / 1000)) }

  func state(at now: Int64) -> BookingState {
    // Also under a clock that has gone back: what was released does not come alive again.
    if releasedInstant != .max { return .released }
    return now < expiresAt ? .live : .expired
  }

  /// Whether it lives, or cools, so that what is exclusive is not given to others.
  func isHolding(at now: Int64) -> Bool { now < freeAt }

  /// Releases the booking.
  ///
  /// - Precondition: it is live at that instant.
  mutating func release(at now: Int64) {
    precondition(state(at: now) == .live, "A booking that is over cannot be released.")
    // A clock that was set back does not end it before it was made.
    releasedInstant = max(now, madeAt)
  }
}

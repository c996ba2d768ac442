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
  /// The resource group that the number was taken from.
  public let group: String
  /// How the group gave the number out.
  public let strategy: AccessStrategy
  /// The number to call.
  public let number: AccessNumber
  /// The code to give on the call; nil for a booking without one.
  public let code: AccessCode?
  /// From which number the customer calls; nil when that is not known, and then any caller is right.
  public let caller: CallerNumber?
  /// The id of the service instance that the booking is for.
  public let service: String
  /// The number of the node that made it.
  public let node: Int
  /// Seconds after its end during which nobody else gets what it had.
  public let cooldown: Int
  /// Seconds after its end during which it is remembered, never fewer than ``cooldown``.
  public let memory: Int
  /// What tells bookings of one number and code apart.
  let serial: UInt64
  /// ``made`` in milliseconds since 1970.
  let madeAt: Int64
  /// ``expires`` in milliseconds since 1970.
  let expiresAt: Int64
  /// ``released`` in milliseconds since 1970.
  private(set) var releasedAt: Int64?

  init(
    group: String,
    strategy: AccessStrategy,
    number: AccessNumber,
    code: AccessCode?,
    caller: CallerNumber?,
    service: String,
    node: Int,
    cooldown: Int,
    memory: Int,
    serial: UInt64,
    madeAt: Int64,
    expiresAt: Int64,
    releasedAt: Int64? = nil
  ) {
    self.group = group
    self.strategy = strategy
    self.number = number
    self.code = code
    self.caller = caller
    self.service = service
    self.node = node
    self.cooldown = cooldown
    self.memory = memory
    self.serial = serial
    self.madeAt = madeAt
    self.expiresAt = expiresAt
    self.releasedAt = releasedAt
  }

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

  var endsAt: Int64 { releasedAt ?? expiresAt }
  var freeAt: Int64 { endsAt + Int64(cooldown) * 1000 }
  var forgottenAt: Int64 { endsAt + Int64(memory) * 1000 }

  /// What has become of it by an instant.
  public func state(at now: Date) -> BookingState { state(at: now.millisecondsSince1970) }

  /// For how many whole seconds, rounded down, it still lives: GMS's `_expiration_time`; 0 when it is over.
  public func secondsLeft(at now: Date) -> Int { max(0, Int((endsAt - now.millisecondsSince1970) / 1000)) }

  func state(at now: Int64) -> BookingState {
    // Also under a clock that has gone back: what was released does not come alive again.
    if releasedAt != nil { return .released }
    return now < expiresAt ? .live : .expired
  }

  /// Whether it lives, or cools, so that what is exclusive is not given to others.
  func isHolding(at now: Int64) -> Bool { now < freeAt }

  /// The same booking, released.
  ///
  /// - Precondition: it is live at that instant.
  func released(at now: Int64) -> AccessBooking {
    precondition(state(at: now) == .live, "Booking '\(id)' is over already.")
    var ended = self
    ended.releasedAt = now
    return ended
  }
}

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// The answers about resource groups and their bookings, as JSON; GMS documents none of them.
public enum AccessAnswer {
  /// A group as it is configured, its defaults filled in.
  ///
  ///     {"group":"DNIS","strategy":"local","booking_expiration_timeout":30,"cooldown":0,"remember":300,
  ///      "numbers":["6504663204","6504663205"]}
  public static func group(_ group: AccessGroup) -> JSONValue {
    [
      "group": .string(group.name),
      "strategy": .string(group.strategy.rawValue),
      "booking_expiration_timeout": .integer(Int64(group.expiration)),
      "cooldown": .integer(Int64(group.cooldown)),
      "remember": .integer(Int64(group.memory)),
      "numbers": .array(group.numbers.map { .string($0.written) }),
    ]
  }

  /// How a group's numbers stand.
  ///
  ///     {"group":"DNIS","strategy":"local","total":4,"available":2,"booked":1,"cooling":1,"bookings":1,
  ///      "next_expiry":"2025-01-06T14:00:30.000Z"}
  ///
  /// `next_expiry` is null while nothing is booked.
  public static func status(of status: AccessGroupStatus) -> JSONValue {
    [
      "group": .string(status.group),
      "strategy": .string(status.strategy.rawValue),
      "total": .integer(Int64(status.total)),
      "available": .integer(Int64(status.available)),
      "booked": .integer(Int64(status.booked)),
      "cooling": .integer(Int64(status.cooling)),
      "bookings": .integer(Int64(status.liveBookings)),
      "next_expiry": time(status.nextExpiry),
    ]
  }

  /// A booking, and what has become of it by an instant.
  ///
  ///     {"_id":"6504663204-123456-9f86d081884c7d65","state":"live","_access_number":"6504663204",
  ///      "_access_code":"123456","_phone_number":null,"_service_id":"1-…","group":"DNIS","node":1,
  ///      "made":"…Z","expires":"…Z","ended":null}
  ///
  /// `ended` is when a booking that is over was released or ran out.
  public static func booking(_ booking: AccessBooking, at now: Date) -> JSONValue {
    let state = booking.state(at: now)
    return [
      "_id": .string(booking.id.text),
      "state": .string(state.rawValue),
      "_access_number": .string(booking.number.written),
      "_access_code": text(booking.code?.text),
      "_phone_number": text(booking.caller?.given),
      "_service_id": .string(booking.service),
      "group": .string(booking.group),
      "node": .integer(Int64(booking.node)),
      "made": time(booking.made),
      "expires": time(booking.expires),
      "ended": time(state == .live ? nil : booking.ends),
    ]
  }

  /// Why a call matched what it matched, the nearest booking first.
  ///
  ///     {"verdict":"one booking fits","candidates":[{"_id":"6504663204-123456-9f86d081884c7d65",
  ///      "verdict":"match","number":"same","code":"same","phone":"not-asked","state":"live",
  ///      "_service_id":"1-…","reasons":["the number is the same",…]}]}
  public static func explanation(_ explanation: MatchExplanation) -> JSONValue {
    [
      "verdict": .string(explanation.verdict),
      "candidates": .array(explanation.candidates.map(candidate)),
    ]
  }

  private static func candidate(_ candidate: MatchCandidate) -> JSONValue {
    [
      "_id": .string(candidate.booking.id.text),
      "verdict": .string(candidate.verdict),
      "number": .string(candidate.comparison.number.rawValue),
      "code": .string(candidate.comparison.code.rawValue),
      "phone": .string(candidate.comparison.phone.rawValue),
      "state": .string(candidate.state.rawValue),
      "_service_id": .string(candidate.booking.service),
      "reasons": .array(candidate.reasons.map(JSONValue.string)),
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  private static func time(_ time: Date?) -> JSONValue { text(time.map { InstantText.print($0) }) }
}

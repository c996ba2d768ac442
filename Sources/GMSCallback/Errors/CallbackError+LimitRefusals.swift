#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// The doors for refusals by limits, so that their facts have the same names and order everywhere.
extension CallbackError {
  /// The same refusal with the stable name of the rule that made it, as fact `rule`, in front.
  func refused(by rule: RequestRule) -> CallbackError {
    CallbackError(code, [.init("rule", .string(rule.rawValue))] + facts)
  }

  /// A request that is too large as a whole.
  static func tooLarge(size: Int, limit: Int, unit: String) -> CallbackError {
    CallbackError(
      .requestTooLarge,
      [
        integer("size", size), integer("limit", limit), .init("unit", .string(unit)),
        expected("at most \(limit) \(unit)"),
      ]
    )
  }

  /// A parameter whose name is too long; the fact holds the part of it that is shown.
  static func tooLarge(name: String, size: Int, limit: Int) -> CallbackError {
    tooLarge("name", of: Quotation.cut(name), size, limit)
  }

  /// A parameter whose value is too long; the value itself is no fact.
  static func tooLarge(valueOf parameter: String, size: Int, limit: Int) -> CallbackError {
    tooLarge("value", of: parameter, size, limit)
  }

  private static func tooLarge(_ part: String, of parameter: String, _ size: Int, _ limit: Int)
    -> CallbackError
  {
    CallbackError(
      .parameterTooLarge,
      [
        .init("parameter", .string(parameter)), .init("part", .string(part)), integer("size", size),
        integer("limit", limit), expected("a \(part) of at most \(limit) bytes"),
      ]
    )
  }

  /// A customer who has enough callbacks in queue, with the ids of some of them.
  static func alreadyInQueue(_ ids: [String], found: Int, limit: Int, option: String, value: String)
    -> CallbackError
  {
    CallbackError(
      .alreadyInQueue,
      [
        .init("option", .string(option)), .init("value", .string(value)), integer("limit", limit),
        integer("found", found), expected("a request once the customer has \(below(limit)) in queue"),
        .init("callbacks", .array(ids.map { .string($0) })),
      ]
    )
  }

  /// A service whose queue is long enough.
  static func queueFull(_ service: String, found: Int, limit: Int, option: String) -> CallbackError {
    let free = "a request for a desired time"
    return CallbackError(
      .queueFull,
      [
        .init("service", .string(service)), .init("option", .string(option)),
        .init("value", .string("\(limit)")), integer("limit", limit), integer("found", found),
        // No queue is shorter than empty.
        expected(limit == 0 ? free : "\(free), or one once the service has \(below(limit)) in queue"),
      ]
    )
  }

  /// A service that was asked often enough; `nextFrom` is nil when it never takes one.
  static func throttled(
    _ service: String,
    found: Int,
    by throttle: RequestThrottle,
    nextFrom: Date?
  ) -> CallbackError {
    let other = "no request as long as the limit is \(throttle.limit)"
    return throttled(.throttled, .init("service", .string(service)), found, throttle, nextFrom) {
      $0 ?? other
    }
  }

  /// A value that came often enough; it is no fact, since it may be the customer's number.
  static func throttled(
    valueOf parameter: String,
    found: Int,
    by throttle: RequestThrottle,
    nextFrom: Date?
  ) -> CallbackError {
    throttled(.valueThrottled, .init("parameter", .string(parameter)), found, throttle, nextFrom) {
      $0.map { "\($0), or another '\(parameter)'" } ?? "a request without '\(parameter)'"
    }
  }

  private static func throttled(
    _ code: Code,
    _ subject: JSONValue.Member,
    _ found: Int,
    _ throttle: RequestThrottle,
    _ nextFrom: Date?,
    accepted: (_ later: String?) -> String
  ) -> CallbackError {
    let from = nextFrom.map { InstantText.print($0) }
    var facts = [
      subject, .init("option", .string(throttle.option)), .init("value", .string("\(throttle.limit)")),
      integer("limit", throttle.limit), integer("found", found), integer("seconds", throttle.seconds),
      expected(accepted(from.map { "a request from \($0) on" })),
    ]
    if let from { facts.append(.init("acceptedFrom", .string(from))) }
    return CallbackError(code, facts)
  }

  /// A count of callbacks below a limit, which is 1 or more.
  private static func below(_ limit: Int) -> String {
    limit == 1 ? "no callback" : "fewer than \(limit) callbacks"
  }

  private static func expected(_ words: String) -> JSONValue.Member { .init("expected", .string(words)) }

  private static func integer(_ name: String, _ value: Int) -> JSONValue.Member {
    .init(name, .integer(Int64(value)))
  }
}

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
import GMSCore

extension CallbackError {
  /// A desired time that a rule refuses, with the times that would be taken instead.
  ///
  /// - Parameters:
  ///   - code: What is wrong, such as ``Code/slotFull``.
  ///   - desired: The time that was asked for.
  ///   - detail: What the rule says, for a person.
  ///   - option: The option that sets the rule; nil for a rule that no option sets, which is about the parameter
  ///     `_desired_time` itself.
  ///   - value: The option's value, or the parameter's.
  ///   - expected: What would be accepted, for a person.
  ///   - limit: How many a slot takes, for a rule that counts.
  ///   - found: How many are booked, for a rule that counts.
  ///   - alternatives: The next free slots: start and remaining capacity, in order of time.
  /// - Returns: The refusal, with the facts `desired`, `detail`, `option` or `parameter`, `value`, `expected`, `limit`,
  ///   `found` and `availability`.
  public static func desiredTime(
    _ code: Code,
    _ desired: Date,
    detail: String,
    option: String?,
    value: String,
    expected: String,
    limit: Int? = nil,
    found: Int? = nil,
    alternatives: [(start: Date, remaining: Int)] = []
  ) -> CallbackError {
    let free = alternatives.map {
      JSONValue.Member(InstantText.print($0.start), .integer(Int64($0.remaining)))
    }
    var facts = [
      JSONValue.Member("desired", .string(InstantText.print(desired))),
      JSONValue.Member("detail", .string(detail)),
      option.map { JSONValue.Member("option", .string($0)) } ?? .init("parameter", "_desired_time"),
      JSONValue.Member("value", .string(value)),
      JSONValue.Member("expected", .string(expected)),
    ]
    if let limit { facts.append(JSONValue.Member("limit", .integer(Int64(limit)))) }
    if let found { facts.append(JSONValue.Member("found", .integer(Int64(found)))) }
    facts.append(JSONValue.Member("availability", .object(free)))
    return CallbackError(code, facts)
  }

  /// An id that no callback has.
  public static func unknownCallback(_ id: String) -> CallbackError {
    CallbackError(.unknownCallback, ["id": id])
  }

  /// A member of a record that cannot be read.
  static func malformed(_ member: String, _ value: String?, expected: String) -> CallbackError {
    var facts = [JSONValue.Member("member", .string(member))]
    if let value { facts.append(JSONValue.Member("value", .string(value))) }
    facts.append(JSONValue.Member("expected", .string(expected)))
    return CallbackError(.malformedRecord, facts)
  }

  /// The same fault, found in a record that a store keeps; fact `kind` names one that is no callback.
  func damaging(_ id: String, of kind: RecordKind = .callback) -> CallbackError {
    var place = [JSONValue.Member("id", .string(id))]
    if kind != .callback { place.append(.init("kind", .string(kind.rawValue))) }
    return CallbackError(.damagedRecord, place + facts)
  }
}

extension CallbackError {
  /// A scheduled request to a service without office hours.
  static func missingOfficeHours(service: String) -> CallbackError {
    CallbackError(
      .missingOfficeHours,
      [
        "service": service, "option": "_business_hours_service",
        "expected": "the name of an office-hours service",
      ]
    )
  }
}

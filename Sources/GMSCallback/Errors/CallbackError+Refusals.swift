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
  ///   - code: Which rule refuses, such as ``Code/slotFull``.
  ///   - desired: The time that was asked for.
  ///   - rule: What the rule says, for a person.
  ///   - option: The option that sets the rule.
  ///   - value: The option's value.
  ///   - limit: How many a slot takes, for a rule that counts.
  ///   - found: How many are booked, for a rule that counts.
  ///   - alternatives: The next free slots: start and remaining capacity, in order of time.
  /// - Returns: The refusal, with the facts `desired`, `rule`, `option`, `value`, `limit`, `found` and `availability`.
  public static func desiredTime(
    _ code: Code,
    _ desired: Date,
    rule: String,
    option: String,
    value: String,
    limit: Int? = nil,
    found: Int? = nil,
    alternatives: [(start: Date, remaining: Int)] = []
  ) -> CallbackError {
    let free = alternatives.map {
      JSONValue.Member(InstantText.print($0.start), .integer(Int64($0.remaining)))
    }
    var facts = [
      JSONValue.Member("desired", .string(InstantText.print(desired))),
      JSONValue.Member("rule", .string(rule)),
      JSONValue.Member("option", .string(option)),
      JSONValue.Member("value", .string(value)),
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

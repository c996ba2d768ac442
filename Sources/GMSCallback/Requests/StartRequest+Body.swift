#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GMSCalendar
public import GMSCore

/// A start request from the body of GMS's POST.
///
///     {"_customer_number":"5115","_desired_time":"2026-11-23T09:00:00Z","account":4711,"vip":true}
///
/// A callback keeps texts. Numbers, true and false become texts exactly as they are written: `4711`, `1.50`,
/// `true`. Null, arrays and objects are refused by name: no value of `_attach_udata` needs them, since each
/// makes what the agent gets from names and texts, and to drop or flatten them would lose what the customer
/// said. GMS does not document what it does with them.
extension StartRequest {
  /// A request from a body's JSON text.
  ///
  /// - Parameters:
  ///   - service: The service.
  ///   - text: The body.
  ///   - zone: The zone of a `_desired_time` that names none.
  /// - Throws: `CallbackError` with code `requestTooLarge` for more than ``RequestSize/body`` bytes, before
  ///   any of it is read; `CoreError` with code `malformedJSON`, with line and column, also for a name that
  ///   stands twice; or as ``init(_:body:zone:)``.
  /// - Complexity: O(n) in the length of the text.
  public init(_ service: String, json text: String, zone: ZoneRules = .utc) throws {
    let size = text.utf8.count
    guard size <= RequestSize.body else {
      throw CallbackError.tooLarge(size: size, limit: RequestSize.body, unit: "bytes of JSON")
    }
    try self.init(service, body: JSONReader.read(text), zone: zone)
  }

  /// A request from a body that was read.
  ///
  /// `_desired_time` becomes ``desiredTime``: RFC 3339, in `zone` where it names none; empty is for at once.
  ///
  /// - Parameters:
  ///   - service: The service.
  ///   - body: The body.
  ///   - zone: The zone of a `_desired_time` that names none.
  /// - Throws: `CallbackError` with code `malformedBody` when it is no object, `parameterNotText` for the
  ///   first member that is null, an array or an object, `invalidParameter` for a `_desired_time` that is no
  ///   time.
  public init(_ service: String, body: JSONValue, zone: ZoneRules = .utc) throws(CallbackError) {
    guard let members = body.members else { throw CallbackError(.malformedBody, ["kind": body.kind]) }
    self.init(service)
    for member in members {
      guard let text = member.value.asParameter else {
        throw CallbackError(.parameterNotText, ["parameter": member.name, "kind": member.value.kind])
      }
      parameters[member.name] = text
    }
    try takeDesiredTime(zone: zone)
  }

  /// Takes `_desired_time` out of the parameters, and reads it; empty is for at once.
  ///
  /// - Throws: `CallbackError` with code `invalidParameter`.
  mutating func takeDesiredTime(zone: ZoneRules = .utc) throws(CallbackError) {
    let name = "_desired_time"
    guard let text = parameters[name] else { return }
    parameters[name] = nil
    if text.isEmpty { return }
    do throws(CalendarError) {
      desiredTime = try InstantText.read(text, zone: zone)
    } catch {
      throw CallbackError(
        .invalidParameter,
        ["parameter": name, "value": text, "expected": "a time such as 2026-11-21T09:00:00Z"]
      )
    }
  }
}

extension JSONValue {
  /// The value as a parameter's text, as it was written; nil for what is no single value.
  fileprivate var asParameter: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .integer(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .null, .array, .object: nil
    }
  }

  /// What the value is, for a sentence.
  fileprivate var kind: String {
    switch self {
    case .string: "a text"
    case .number, .integer: "a number"
    case .bool(let flag): "\(flag)"
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

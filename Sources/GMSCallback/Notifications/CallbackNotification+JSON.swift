#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
public import GMSCore

extension CallbackNotification {
  /// The notification as one object in a fixed order, from which ``init(json:)`` makes an equal one.
  ///
  ///     {"_id":"1-…-3.0","callback":"1-…","_service_name":"support","subject":"_cbe_on_target_found","step":3,"index":0,
  ///      "created":"…Z","next":"…Z","expires":"…Z","attempts":1,"max_attempts":3,"error":"…",
  ///      "address":{"type":"httpcb","target":"https://…","provider":"…","debug":true},"message":{…}}
  ///
  /// `error` is left out where no attempt failed, `address` where it only waits to be asked for, `provider` and
  /// `debug` where there is none.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("_id", .string(id)),
      .init("callback", .string(callback.text)),
      .init("_service_name", .string(service)),
      .init("subject", .string(subject.name)),
      .init("step", .integer(Int64(order.step))),
      .init("index", .integer(Int64(order.index))),
      .init("created", .string(InstantText.print(created))),
      .init("next", .string(InstantText.print(nextAttempt))),
      .init("expires", .string(InstantText.print(expires))),
      .init("attempts", .integer(Int64(attempts))),
      .init("max_attempts", .integer(Int64(maxAttempts))),
    ]
    if let lastFailure { members.append(.init("error", .string(lastFailure))) }
    if let address { members.append(.init("address", address.json)) }
    members.append(.init("message", message))
    return .object(members)
  }

  private static let members = [
    "_id", "callback", "_service_name", "subject", "step", "index", "created", "next", "expires", "attempts",
    "max_attempts", "error", "address", "message",
  ]

  /// The most attempts that the template allows.
  static let attemptLimit = 1000

  /// Reads a notification, its members in any order.
  ///
  /// - Throws: `CallbackError` with code `malformedRecord`, whose fact `member` names the place.
  public init(json: JSONValue) throws(CallbackError) {
    let fields = try RecordFields(json, known: CallbackNotification.members)
    let callback: CallbackID
    do {
      callback = try CallbackID(fields.text("callback", expected: "<number>-<uuid>"))
    } catch {
      throw fields.fault("callback", expected: "<number>-<uuid>")
    }
    let id = try fields.text("_id")
    guard id.hasPrefix("\(callback.text)-"), id.utf8.count > callback.text.utf8.count + 1 else {
      throw fields.fault("_id", expected: "an id that begins with '\(callback.text)-'")
    }
    guard let subject = Subject(name: try fields.text("subject")) else {
      throw fields.fault("subject", expected: "one of " + Subject.names.joined(separator: ", "))
    }
    guard let message = fields.value("message"), case .object = message else {
      throw fields.fault("message", expected: "an object")
    }
    let maxAttempts = try fields.integer("max_attempts", in: 1...CallbackNotification.attemptLimit)
    let address = try fields.value("address").map { value throws(CallbackError) in
      try NotificationAddress(json: value)
    }
    switch (subject, address?.kind) {
    case (.status, .http?), (.status, .orchestration?), (.agentAvailable, .device?),
      (.deviceMessage, .device?),
      (.agentAvailable, nil), (.deviceMessage, nil), (.agentMessage, nil):
      break
    case (.status, .device?), (.status, nil):
      throw .malformed("address", address?.kind.rawValue, expected: "the address of another system")
    case (.agentAvailable, _), (.deviceMessage, _):
      throw .malformed("address", address?.kind.rawValue, expected: "the address of a device, or none")
    case (.agentMessage, _):
      throw .malformed("address", address?.kind.rawValue, expected: "no address: the agent asks for it")
    }
    self.init(
      id: id,
      callback: callback,
      service: try fields.text("_service_name", expected: "the name of a service"),
      subject: subject,
      order: Order(
        step: try fields.integer("step", in: 0...Int.max),
        index: try fields.integer("index", in: 0...Int.max)
      ),
      created: try fields.time("created"),
      message: message,
      maxAttempts: maxAttempts,
      address: address,
      attempts: try fields.integer("attempts", in: 0...maxAttempts),
      nextAttempt: try fields.time("next"),
      lastFailure: try fields.optionalText("error"),
      expires: try fields.time("expires")
    )
  }
}

extension NotificationAddress {
  /// The address as one object: `{"type":"httpcb","target":"…","provider":"…","debug":true}`.
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("type", .string(kind.rawValue)), .init("target", .string(target)),
    ]
    if let provider { members.append(.init("provider", .string(provider))) }
    if isDebug { members.append(.init("debug", .bool(true))) }
    return .object(members)
  }

  fileprivate init(json: JSONValue) throws(CallbackError) {
    let fields = try RecordFields(json, path: "address", known: ["type", "target", "provider", "debug"])
    var isDebug = false
    if let value = fields.value("debug") {
      guard case .bool(let flag) = value else { throw fields.fault("debug", expected: "true or false") }
      isDebug = flag
    }
    self.init(
      try fields.choice("type", of: Kind.self),
      target: try fields.text("target"),
      provider: try fields.optionalText("provider"),
      isDebug: isDebug
    )
  }
}

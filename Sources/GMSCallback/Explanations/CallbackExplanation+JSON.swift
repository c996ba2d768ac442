import GMSCalendar
public import GMSCore

extension CallbackExplanation {
  /// The members of ``json``, in their order.
  public static let fields = [
    "_id", "_service_name", "state", "meaning", "since", "lastStep", "waitsFor", "accepts", "queue", "pause",
    "completion", "limits",
  ]

  /// The explanation for a program; what does not apply is null.
  ///
  ///     {"_id":"1-…","_service_name":"support","state":"QUEUED/waiting-for-agent","meaning":"in line for an agent",
  ///      "since":"…Z","lastStep":{"at":"…Z","event":"submitted","by":"engine","from":"QUEUED/submitting",
  ///      "to":"QUEUED/waiting-for-agent"},
  ///      "waitsFor":[{"event":"queue-time-ran-out","at":"…Z","isOverdue":false,"leadsTo":"COMPLETED",
  ///      "reason":"FAIL_TIMEOUT_TTL","actions":["stop-finding-agent",…]},…],
  ///      "accepts":{"engine":["failed"],"agent":["agent-reserved"],"customer":["cancelled"],…},
  ///      "queue":{"virtualQueue":"VQ","position":2,"totalWaiting":3,"estimatedWait":30,"priority":0},
  ///      "pause":null,"completion":null,
  ///      "limits":[{"option":"_max_ors_submit_attempts","used":1,"most":3},{"option":"_ttl","until":"…Z"}]}
  public var json: JSONValue {
    [
      "_id": .string(callback.id.text),
      "_service_name": .string(callback.service),
      "state": .string(callback.state.kind.rawValue),
      "meaning": .string(callback.state.kind.summary),
      "since": .string(InstantText.print(since)),
      "lastStep": lastStep.map(CallbackExplanation.step) ?? .null,
      "waitsFor": .array(waits.map { forecast($0, isTimer: true) }),
      "accepts": .object(
        acceptedBySource.map { source, events in
          .init(source.rawValue, .array(events.map { .string($0.rawValue) }))
        }
      ),
      "queue": queue,
      "pause": pause.map(pauseJSON) ?? .null,
      "completion": completion,
      "limits": .array(limits.map(CallbackExplanation.limit)),
    ]
  }

  private static func step(_ step: TransitionRecord) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("at", .string(InstantText.print(step.at))),
      .init("event", .string(step.event.name.rawValue)),
      .init("by", .string(step.event.name.source.rawValue)),
    ]
    for (name, value) in step.event.parameters.sorted(by: { $0.key < $1.key }) {
      members.append(.init(name, .string(value)))
    }
    members.append(.init("from", .string(step.from.rawValue)))
    members.append(.init("to", .string(step.to.rawValue)))
    return .object(members)
  }

  private func forecast(_ forecast: StepForecast, isTimer: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("event", .string(forecast.event.name.rawValue)),
      .init("at", .string(InstantText.print(forecast.at))),
    ]
    if isTimer { members.append(.init("isOverdue", .bool(isOverdue(forecast)))) }
    members.append(.init("leadsTo", .string(forecast.state.kind.rawValue)))
    members.append(.init("reason", forecast.state.reason.map { .string($0.rawValue) } ?? .null))
    members.append(.init("actions", .array(forecast.actions.map { .string($0.description) })))
    return .object(members)
  }

  private var queue: JSONValue {
    guard let position else { return .null }
    return [
      "virtualQueue": .string(position.virtualQueue),
      "position": .integer(Int64(position.position)),
      "totalWaiting": .integer(Int64(position.totalWaiting)),
      "estimatedWait": JSONValue(seconds: position.estimatedWait),
      "priority": .integer(Int64(callback.priority)),
    ]
  }

  private func pauseJSON(_ pause: PauseForecast) -> JSONValue {
    [
      "since": .string(InstantText.print(pause.since)),
      "resuming": forecast(pause.resuming, isTimer: false),
      "next": forecast(pause.next, isTimer: false),
    ]
  }

  private var completion: JSONValue {
    guard case .completed(let completed) = callback.state else { return .null }
    return [
      "reason": .string(completed.reason.rawValue),
      "meaning": .string(completed.reason.meaning),
      "note": completed.note.map { .string($0) } ?? .null,
      "recordGoesAt": .string(InstantText.print(callback.expiration)),
    ]
  }

  private static func limit(_ limit: CallbackLimit) -> JSONValue {
    switch limit.bound {
    case .attempts(let used, let most):
      ["option": .string(limit.option), "used": .integer(Int64(used)), "most": .integer(Int64(most))]
    case .until(let end): ["option": .string(limit.option), "until": .string(InstantText.print(end))]
    }
  }
}

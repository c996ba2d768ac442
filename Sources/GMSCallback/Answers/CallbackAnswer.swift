public import GMSCore
import GMSCalendar

/// The answers about callbacks that are not records, as JSON.
public enum CallbackAnswer {
  /// GMS's answer to a cancelled callback: a dialog for the customer's device.
  ///
  ///     {"_action":"ConfirmationDialog","_id":"1-…","_text":"…","_ok_title":"OK","_dialog_id":"0","_desired_time":"…Z"}
  public static func cancelled(_ callback: Callback) -> JSONValue {
    ConfirmationDialog.cancelled(callback).json
  }

  /// What an event did: the callback's new state and the actions to take, in order.
  ///
  ///     {"_id":"1-…","event":"agent-reserved","from":"QUEUED/waiting-for-agent","to":"ROUTING/dialling-customer",
  ///      "at":"…Z","actions":["dial-customer attempt=1"]}
  public static func step(_ id: CallbackID, _ transition: CallbackTransition) -> JSONValue {
    .object([
      .init("_id", .string(id.text)),
      .init("event", .string(transition.event.name.rawValue)),
      .init("from", .string(transition.from.kind.rawValue)),
      .init("to", .string(transition.to.kind.rawValue)),
      .init("at", .string(InstantText.print(transition.at))),
      .init("actions", .array(transition.actions.map { .string($0.description) })),
    ])
  }

  /// What an event did, with all that followed from it at once: as ``step(_:_:)``, from where the first step began to
  /// where the last one ended, with the actions of all.
  ///
  /// What an agent gets of the customer's data follows as `attached_data`, an object of texts; it is left out when there
  /// is none.
  ///
  /// - Precondition: there is at least one step.
  public static func event(_ report: EventReport) -> JSONValue {
    let transitions = report.transitions
    guard let first = transitions.first, let last = transitions.last else {
      preconditionFailure("An event is at least one step.")
    }
    var members: [JSONValue.Member] = [
      .init("_id", .string(report.callback.id.text)),
      .init("event", .string(first.event.name.rawValue)),
      .init("from", .string(first.from.kind.rawValue)),
      .init("to", .string(last.to.kind.rawValue)),
      .init("at", .string(InstantText.print(first.at))),
      .init("actions", .array(transitions.flatMap(\.actions).map { .string($0.description) })),
    ]
    if !report.attachedData.isEmpty {
      let data = report.attachedData.sorted.map { JSONValue.Member($0.name, .string($0.value)) }
      members.append(.init("attached_data", .object(data)))
    }
    return .object(members)
  }

  /// The steps that the driver took, in order of time.
  public static func steps(_ steps: [DriverStep]) -> JSONValue {
    .array(steps.map { step($0.id, $0.transition) })
  }

  /// What happened to a callback: each transition with its time, event and parameters.
  public static func history(_ callback: Callback) -> JSONValue {
    callback.json["history"] ?? .array([])
  }

  /// How many callbacks are in the queue: `{"services":{"support":3},"total":3}`.
  public static func watermarks(_ counts: [String: Int]) -> JSONValue {
    let services = counts.sorted { $0.key < $1.key }
    return .object([
      .init("services", .object(services.map { .init($0.key, .integer(Int64($0.value))) })),
      .init("total", .integer(Int64(counts.values.reduce(0, +)))),
    ])
  }
}

import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// One operation of the engine on the service `support` or on the callback of that service.
struct EngineOperation: CustomStringConvertible, Sendable {
  let description: String
  /// What the operation needs.
  let action: AccountAction
  /// Whether it concerns the one service, so that lists of services count.
  let isOfService: Bool
  let run: @Sendable (CallbackEngine, _ id: String, RequestContext) throws -> Void

  private init(
    _ description: String,
    _ action: AccountAction,
    ofService: Bool = true,
    run: @escaping @Sendable (CallbackEngine, String, RequestContext) throws -> Void
  ) {
    self.description = description
    self.action = action
    isOfService = ofService
    self.run = run
  }

  /// Those that name a callback by its id.
  static let ofIDs: [EngineOperation] = [
    EngineOperation("callback", .view) { engine, id, _ in _ = try engine.callback(id) },
    EngineOperation("answer", .view) { engine, id, _ in _ = try engine.answerText(id) },
    EngineOperation("reschedule", .reschedule) { engine, id, context in
      try engine.reschedule(id, parameters: ["lob": "x"], context)
    },
    EngineOperation("cancel", .cancel) { engine, id, context in try engine.cancel(id, context) },
    EngineOperation("cancel by administrator", .cancel) { engine, id, context in
      try engine.cancelByAdministrator(id, note: "n", context)
    },
    EngineOperation("message to the device", .configure) { engine, id, context in
      _ = try engine.ask(.internalNotification, of: id, ["_display_message": "x"], context)
    },
    EngineOperation("messages for the agent", .configure) { engine, id, context in
      _ = try engine.ask(.retrieveAgentNotifications, of: id, [:], context)
    },
    EngineOperation("cancel many by id", .cancel) { engine, id, context in
      let report = try engine.cancelMany([id], context)
      precondition(report.count(.cancelled) == 1, "A cancellation of one cancels one.")
    },
    EngineOperation("event", .configure) { engine, id, context in
      try engine.apply(.cancelled, to: id, context)
    },
  ]

  /// All operations.
  static let all: [EngineOperation] =
    ofIDs + [
      EngineOperation("list of a service", .view) { engine, _, _ in
        _ = try engine.callbacks(CallbackFilter(services: ["support"]))
      },
      EngineOperation("list of two services", .view) { engine, _, _ in
        _ = try engine.callbacks(CallbackFilter(services: ["support", "sales"]))
      },
      EngineOperation("list", .view, ofService: false) { engine, _, _ in _ = try engine.callbacks() },
      EngineOperation("answers of a service", .view) { engine, _, _ in
        try engine.forEachAnswer(CallbackFilter(services: ["support"])) { _, _ in }
      },
      EngineOperation("answers", .view, ofService: false) { engine, _, _ in
        try engine.forEachAnswer(CallbackFilter()) { _, _ in }
      },
      EngineOperation("page of a service", .view) { engine, _, _ in
        _ = try engine.page(CallbackFilter(services: ["support"]))
      },
      EngineOperation("page", .view, ofService: false) { engine, _, _ in _ = try engine.page() },
      EngineOperation("export of a service", .view) { engine, _, _ in
        try engine.export(CallbackFilter(services: ["support"])) { _ in }
      },
      EngineOperation("columns of a service", .view) { engine, _, _ in
        _ = try engine.columns(of: ["support"])
      },
      EngineOperation("columns", .view, ofService: false) { engine, _, _ in _ = try engine.columns() },
      EngineOperation("ranges", .view, ofService: false) { engine, _, _ in _ = try engine.dateRanges() },
      EngineOperation("cancel many of a service", .cancel) { engine, _, context in
        try engine.cancelMany(CallbackFilter(services: ["support"]), context)
      },
      EngineOperation("returned keys", .view) { engine, _, _ in _ = try engine.returnedKeys(of: "support") },
      EngineOperation("watermarks of a service", .view) { engine, _, _ in
        _ = try engine.watermarks(of: ["support"])
      },
      EngineOperation("watermarks", .view, ofService: false) { engine, _, _ in _ = try engine.watermarks() },
      EngineOperation("availability", .view) { engine, _, context in
        _ = try engine.availability(
          of: "support",
          AvailabilityRequest(start: context.now, days: 1),
          now: context.now
        )
      },
      EngineOperation("start", .start) { engine, _, context in
        try engine.start(
          StartRequest("support", customerNumber: "5117", at: SharedCompany.now + Minutes(120)),
          context
        )
      },
      EngineOperation("run", .configure) { engine, _, context in
        var later = context
        later.now = SharedCompany.now + Minutes(90)
        try engine.run(later)
      },
      EngineOperation("outbox", .configure) { engine, _, _ in _ = try engine.notifications() },
      EngineOperation("delivery", .configure) { engine, _, context in
        try engine.deliver(through: RecordingTransport(), context)
      },
      EngineOperation("pause", .configure) { engine, _, context in try engine.pause("support", context) },
      EngineOperation("resume", .configure) { engine, _, context in try engine.resume("support", context) },
      EngineOperation("next due", .configure) { engine, _, _ in _ = try engine.nextDue() },
      EngineOperation("configuration", .configure) { engine, _, context in
        try engine.changeConfiguration(context) { configuration in
          var changed = configuration
          changed.options["callback"] = ["returned-keys": "lob"]
          return changed
        }
      },
    ]
}

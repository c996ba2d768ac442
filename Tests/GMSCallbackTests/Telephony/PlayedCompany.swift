import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// A service that is always open, for tests that play telephony.
struct PlayedCompany {
  let engine: CallbackEngine
  let policy: CallbackPolicy

  static let nine = instant("2026-11-23T09:00Z")

  init(_ scenario: String, _ options: Options = [:]) throws {
    let editor = ServiceEditor()
    var configuration = Configuration()
    configuration.resources["DNIS"] = ResourceGroup(
      numbers: (100..<400).map { "+1 202 555 0\($0)" },
      options: ["strategy": "round-robin"]
    )
    configuration = try editor.create(
      "Always",
      template: "office-hours",
      options: ["_bh_regular1": "Mon-Sun 00:00-24:00"],
      in: configuration
    )
    var all: Options = [
      "_business_hours_service": "Always", "_target": "Agents@Stat.GA", "_urs_virtual_queue": "VQ",
      "_resource_group": "DNIS", "_max_request_by_time_bucket": "1000000",
      "_max_queued_callbacks_per_service": "1000000", "_throttle_callbacks_per_service_1": "1000000",
      "_throttle_callbacks_per_service_2": "1000000",
    ]
    for (name, value) in options.dictionary { all[name] = value }
    configuration = try editor.create(
      "desk",
      template: "callback",
      scenario: scenario,
      options: all,
      in: configuration
    )
    policy = try CallbackPolicy(ConfiguredService("desk", in: configuration))
    engine = CallbackEngine(
      store: MemoryStore(configuration: configuration),
      submit: ForcedOutcome.isTaken
    )
  }

  func player(agents: Int) -> CallbackPlayer<ForcedBehavior> {
    CallbackPlayer(engine: engine, agents: agents, now: Self.nine, behavior: ForcedBehavior())
  }
}

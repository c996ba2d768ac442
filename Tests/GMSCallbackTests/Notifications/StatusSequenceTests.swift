import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Which status events each way through a callback's life tells, in order.
struct StatusSequenceTests {
  /// What is done, so many seconds after the start.
  enum Move: Sendable {
    case run(Int)
    case event(CallbackEvent, Int)
    case ask(RunningRequest, Int)
    case reschedule(Int, now: Int)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var scenario = "user-terminated-delayed"
    var options: Options = [:]
    var desired: Int?
    let moves: [Move]
    let events: [String]
    var submits = true
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "scheduled, reminded, connected",
      scenario: "user-terminated-scheduled",
      options: ["_enable_notification_reminder": "true"],
      desired: 3600,
      moves: [
        .run(3299), .run(3300), .run(3480), .event(.agentReserved(agent: "kate"), 3500),
        .event(.customerAnswered, 3510), .event(.agentAnswered, 3515), .event(.callEnded, 4000), .run(4000),
      ],
      events: [
        "service_create", "callback_reminder", "callback_queued", "virtual_ixn_create", "target_found",
        "dial_init", "dial_done", "connect_treatment_start", "route_to_agent", "service_exit",
      ]
    ),
    Case(
      name: "moved, and reminded of the new time alone",
      scenario: "user-terminated-scheduled",
      options: ["_enable_notification_reminder": "true", "_notification_reminder_buffer": "600"],
      desired: 3600,
      moves: [.reschedule(7200, now: 100), .run(6000), .run(6600), .run(7080)],
      events: ["service_create", "callback_reminder", "callback_queued", "virtual_ixn_create"]
    ),
    Case(
      name: "no reminder where none is wanted",
      scenario: "user-terminated-scheduled",
      desired: 3600,
      moves: [.run(3500)],
      events: ["service_create", "callback_queued", "virtual_ixn_create"]
    ),
    Case(
      name: "immediate: the customer waits on the line",
      scenario: "user-terminated-immediate",
      moves: [
        .event(.customerAnswered, 10), .event(.agentReserved(agent: "kate"), 40), .event(.agentAnswered, 45),
        .event(.callEnded, 300), .run(300),
      ],
      events: [
        "service_create", "callback_queued", "virtual_ixn_create", "dial_init", "dial_done",
        "connect_treatment_start", "customer_queued", "target_found", "route_to_agent", "service_exit",
      ]
    ),
    Case(
      name: "busy, dialled again, and given up",
      options: ["_max_dial_attempts": "2", "_dial_retry_timeout": "60"],
      moves: [
        .event(.agentReserved(agent: "kate"), 10), .event(.customerBusy, 15), .run(75),
        .event(.agentReserved(agent: "kate"), 80), .event(.customerDidNotAnswer, 90), .run(100),
      ],
      events: [
        "service_create", "callback_queued", "virtual_ixn_create", "target_found", "dial_init", "dial_done",
        "target_found", "dial_init", "dial_done", "service_exit",
      ]
    ),
    Case(
      name: "agent first, with a preview",
      scenario: "user-terminated-delayed-agent-preview",
      moves: [
        .event(.agentReserved(agent: "kate"), 10), .event(.agentAccepted, 12), .event(.agentAnswered, 15),
        .event(.customerAnswered, 25), .event(.callEnded, 100), .run(100),
      ],
      events: [
        "service_create", "callback_queued", "virtual_ixn_create", "target_found", "route_to_agent",
        "dial_init", "dial_done", "service_exit",
      ]
    ),
    Case(
      name: "cancelled by the customer",
      moves: [.event(.cancelled, 20), .run(20)],
      events: [
        "service_create", "callback_queued", "virtual_ixn_create", "callback_cancelled", "service_exit",
      ]
    ),
    Case(
      name: "cancelled before its time",
      scenario: "user-terminated-scheduled",
      desired: 3600,
      moves: [.event(.cancelledByAdministrator(note: "snow"), 20), .run(20)],
      events: ["service_create", "callback_cancelled", "service_exit"]
    ),
    Case(
      name: "never taken by the queue",
      options: ["_max_ors_submit_attempts": "2"],
      moves: [.run(10)],
      events: ["service_create", "callback_queued", "service_exit"],
      submits: false
    ),
    Case(
      name: "nobody was there in time",
      options: ["_urs_queued_ttl": "600"],
      moves: [.run(600)],
      events: ["service_create", "callback_queued", "virtual_ixn_create", "service_exit"]
    ),
    Case(
      name: "chat, confirmed late",
      scenario: "chat-delayed",
      moves: [
        .event(.agentReserved(agent: "kate"), 10), .event(.customerConfirmed, 20),
        .event(.customerCalled, 25), .event(.agentAnswered, 28), .event(.callEnded, 100), .run(100),
      ],
      events: [
        "service_create", "callback_queued", "virtual_ixn_create", "target_found", "connect_treatment_start",
        "customer_queued", "route_to_agent", "service_exit",
      ]
    ),
  ]

  @Test(arguments: cases)
  func eventsOfALife(_ expected: Case) throws {
    let submits = expected.submits
    let company = try NotifyingCompany(
      expected.options,
      scenario: expected.scenario,
      submit: { _ in submits }
    )
    let id = try company.start(at: expected.desired)
    for move in expected.moves {
      switch move {
      case .run(let seconds): try company.run(seconds)
      case .event(let event, let seconds): try company.event(event, id, seconds)
      case .ask(let request, let seconds): _ = try company.ask(request, id.text, [:], seconds)
      case .reschedule(let desired, let now):
        try company.engine.reschedule(id.text, to: NotifyingCompany.at(desired), company.context(now))
      }
    }
    let told = company.transport.delivered.filter { $0.standing == .status }
    #expect(told.map(\.subject.name) == expected.events.map { "_cbe_on_\($0)" })
    #expect(Set(told.map(\.id)).count == told.count, "each has an id of its own")
    #expect(told.allSatisfy { $0.callback == id && $0.service == "support" && $0.attempts == 0 })
    #expect(told.map(\.order) == told.map(\.order).sorted())
    #expect(try company.outbox().filter { $0.keys.state == "STATUS" } == [])
  }

  @Test func everyEventOccurs() {
    let told = Set(Self.cases.flatMap(\.events).map { "_cbe_on_\($0)" })
    #expect(told == Set(CallbackStatusEvent.all.map(\.rawValue)))
    #expect(CallbackStatusEvent.all.count == 12)
  }

  /// An id is made of the step and the place among its actions, so two of one step must not be the same event.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func noStepTellsAnEventTwice(batch: UInt64) throws {
    for seed in (batch * 20)..<(batch * 20 + 20) {
      for (name, policy) in Policies.all {
        var random = SeededGenerator(seed: seed)
        var machine = CallbackStateMachine(desired: nine, created: nine(-600), policy: policy)
        var now = nine(-600)
        for _ in 0..<40 {
          let timer = machine.nextTimer
          let names = machine.acceptedEvents(policy: policy).filter { $0.source != .time }
          var event = timer.event
          if let drawn = names.randomElement(using: &random), !random.oneIn(3) {
            event = try Self.event(drawn, at: now)
          } else {
            now = max(now, timer.due)
          }
          let step = try machine.apply(event, at: now, policy: policy)
          let told = step.actions.compactMap { action -> CallbackStatusEvent? in
            if case .deliverStatus(let status) = action { status } else { nil }
          }
          #expect(Set(told).count == told.count, "\(name), seed \(seed), \(event)")
          now = now.addingTimeInterval(1)
        }
      }
    }
  }

  private static func event(_ name: CallbackEvent.Name, at now: Date) throws -> CallbackEvent {
    switch name {
    case .agentReserved: .agentReserved(agent: "kate")
    case .failed: .failed(.error)
    case .rescheduled: .rescheduled(desired: now.addingTimeInterval(3600))
    case .cancelledByAdministrator: .cancelledByAdministrator(note: nil)
    default: try CallbackEvent(name: name.rawValue, parameters: [:])
    }
  }
}

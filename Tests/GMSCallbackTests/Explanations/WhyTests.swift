import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Why a callback is in its state: every kind of state, every reason, and that what is foretold happens.
struct WhyTests {
  /// A callback in a state of the matrix, without a history.
  private func callback(_ situation: Situation) throws -> Callback {
    Callback(
      id: try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
      service: "support",
      created: nine(-3600),
      requested: nine,
      priority: 0,
      properties: ["_customer_number": "+1 650 466 3204"],
      machine: CallbackStateMachine(state: situation.state, desired: nine, timeToLive: 86_400),
      history: []
    )
  }

  @Test("the situations are of every kind of state")
  func complete() {
    #expect(Set(Situation.all.map(\.state.kind)) == Set(CallbackState.Kind.allCases))
  }

  @Test("every state is explained, and what would happen is what the machine does", arguments: Situation.all)
  func kinds(_ situation: Situation) throws {
    let callback = try callback(situation)
    let why = try CallbackExplanation(callback, position: nil, at: nine(-30), policy: situation.policy)
    let kind = situation.state.kind
    #expect(why.lines[0].hasPrefix("\(kind.rawValue) since "))
    #expect(why.lines[0].hasSuffix(why.callback.completionReason?.meaning ?? kind.summary))
    #expect(!kind.summary.isEmpty)
    #expect(why.lines.allSatisfy { !$0.isEmpty && !$0.contains("650") })
    #expect(why.lines.contains("Place in line: none."))

    let timers = callback.machine.timers
    #expect(Set(why.waits.map(\.event)) == Set(timers.map(\.event)))
    #expect(why.waits.first?.event == callback.machine.nextTimer.event)
    #expect(zip(why.waits, why.waits.dropFirst()).allSatisfy { $0.at <= $1.at })
    for forecast in why.waits {
      var machine = callback.machine
      let step = try machine.apply(forecast.event, at: forecast.at, policy: situation.policy)
      #expect(forecast.state == step.to)
      #expect(forecast.actions == step.actions)
      #expect(why.isOverdue(forecast) == (forecast.at <= nine(-30)))
      #expect(
        why.lines.contains { $0.contains("\(forecast.event.name.rawValue) (") },
        "\(forecast.event.name)"
      )
    }
    let accepted = callback.machine.acceptedEvents(policy: situation.policy).filter { $0.source != .time }
    #expect(why.accepted == accepted)
    #expect(
      why.acceptedBySource.flatMap(\.events).sorted { $0.rawValue < $1.rawValue }
        == accepted.sorted { $0.rawValue < $1.rawValue }
    )
    #expect(accepted.isEmpty == why.lines.contains("Takes no event any more."))
    guard case .object(let members) = why.json else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.name) == CallbackExplanation.fields)
    #expect(try JSONReader.read(JSONWriter.compact(why.json)) == why.json)
    #expect((why.pause != nil) == (situation.state.name == .paused))
  }

  struct Reason: CustomTestStringConvertible, Sendable {
    let reason: CompletionReason
    let meaning: String
    var testDescription: String { reason.rawValue }

    init(_ reason: CompletionReason, _ meaning: String) {
      self.reason = reason
      self.meaning = meaning
    }
  }

  static let reasons = [
    Reason(.agentConnected, "customer and agent were connected"),
    Reason(.cancelled, "the customer cancelled"),
    Reason(.cancelledByAdministrator, "an administrator cancelled"),
    Reason(.notAvailable, "no agent became free while the customer waited on the line"),
    Reason(.submitFailed, "the queue did not take the callback, however often it was tried"),
    Reason(.failLoadMessageFile, "the engine could not load its message file"),
    Reason(.failInteractionDeleted, "the interaction was deleted under the engine"),
    Reason(.failTargetNotFound, "the target that the service names does not exist"),
    Reason(.failError, "the engine failed for a reason that it did not name"),
    Reason(.failTimeoutTTL, "the time in line (_urs_queued_ttl) or the whole life (_ttl) ran out"),
    Reason(.failUnknownMediaType, "the interaction is of a medium that the engine does not know"),
    Reason(.failNoCustomerNumber, "there is no number to call"),
    Reason(
      .failUserNoConfirm,
      "the customer did not confirm in time, and the service does not connect all the same"
    ),
    Reason(.failQueueing, "the engine could not place the callback in the virtual queue"),
    Reason(.failAgentConnect, "no agent answered, as often as the service tries"),
    Reason(
      .failCallToCustomer,
      "no call with the customer came about: the attempts are used up, or the number is invalid"
    ),
    Reason(.agentPreviewCancelled(afterRejections: 1), "agents rejected the preview 1 time"),
    Reason(.agentPreviewCancelled(afterRejections: 12), "agents rejected the preview 12 times"),
    Reason(
      CompletionReason(rawValue: "AGENT_PREVIEW_CANCEL_AFTER_REJECTS"),
      "a reason that this library does not know"
    ),
    Reason(CompletionReason(rawValue: "SOMETHING_ELSE"), "a reason that this library does not know"),
  ]

  @Test(arguments: reasons)
  func meanings(_ row: Reason) throws {
    let situation = Situation(
      "completed",
      Policies.customerFirst,
      .completed(CallbackState.Completed(reason: row.reason, note: "as asked", at: nine(-10)))
    )
    let why = try CallbackExplanation(callback(situation), position: nil, at: nine, policy: situation.policy)
    #expect(
      why.lines[0]
        == "COMPLETED since 2026-11-23T08:59:50.000Z: \(row.reason.rawValue), \(row.meaning); the note says 'as asked'"
    )
    #expect(
      why.lines.dropFirst() == [
        "Because it was requested at 2026-11-23T08:00:00.000Z; what happened since is not in its record.",
        "Waits until 2026-11-24T09:00:00.000Z: retention-ended (the record of the completed callback need not be kept "
          + "any longer) would take the record out of the store.",
        "Place in line: none.", "Takes no event any more.",
      ]
    )
    #expect(
      why.json["completion"] == [
        "reason": .string(row.reason.rawValue), "meaning": .string(row.meaning), "note": "as asked",
        "recordGoesAt": "2026-11-24T09:00:00.000Z",
      ]
    )
  }

  @Test("what is foretold is what the driver then does, whatever happened before")
  func foretold() throws {
    var compared: [CallbackEvent.Name: Int] = [:]
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let company = try LineCompany(submit: { _ in seed % 3 != 0 })
      try company.set(
        "open",
        ["_wait_for_agent": seed % 2 == 0 ? "false" : "true", "_agent_preview": "true"]
      )
      var now = LineCompany.monday
      var ids: [CallbackID] = []
      for number in 0..<30 {
        now += Double(Int.random(in: 0...20, using: &random))
        try company.engine.run(company.context(now))
        if number < 6 {
          let service = ["voice", "ask", "open"].randomElement(using: &random) ?? "voice"
          ids.append(try company.start(service, "51\(100 + number)", at: now))
        }
        guard let id = ids.randomElement(using: &random) else { continue }
        let events = try company.engine.why(id.text, at: now).accepted.filter {
          ![.failed, .rescheduled, .cancelled, .cancelledByAdministrator, .submitted, .submissionFailed]
            .contains($0)
        }
        if let name = events.randomElement(using: &random) {
          try company.event(name.rawValue, name == .agentReserved ? ["agent": "kate"] : [:], to: id, at: now)
        }
        let why = try company.engine.why(id.text, at: now)
        let forecast = try #require(why.waits.first)
        guard forecast.at.timeIntervalSince(now) < 3600 else { continue }
        now = max(now, forecast.at)
        let report = try company.engine.run(company.context(now))
        let step = try #require(report.steps.first { $0.id == id })
        #expect(step.transition.event == forecast.event)
        #expect(step.transition.at == forecast.at)
        #expect(step.transition.to == forecast.state)
        #expect(step.transition.actions == forecast.actions)
        compared[forecast.event.name, default: 0] += 1
      }
    }
    #expect(compared.values.reduce(0, +) > 80, "\(compared)")
    #expect(compared.count >= 4, "\(compared)")
  }
}

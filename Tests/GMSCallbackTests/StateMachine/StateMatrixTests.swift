import Foundation
import GMSCallback
import Testing

/// Each state against each event, against the table that `StateMatrix` writes by hand.
struct StateMatrixTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let situation: Situation
    let event: CallbackEvent
    var testDescription: String { "\(situation.name) + \(event.name.rawValue)" }
  }

  static let events: [CallbackEvent] = [
    .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
    .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
    .retentionEnded, .submitted, .submissionFailed, .failed(.targetNotFound), .agentReserved(agent: "tom"),
    .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered, .agentDidNotAnswer, .customerAnswered,
    .customerBusy, .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .callEnded,
    .customerCalled, .customerConfirmed, .customerSnoozed, .cancelled, .rescheduled(desired: nine(7200)),
    .cancelledByAdministrator(note: nil), .servicePaused, .serviceResumed,
  ]

  /// The events from outside that change something, by state, from the table that is written by hand.
  static let taken: [CallbackState.Kind: [CallbackEvent]] = {
    var taken: [CallbackState.Kind: [CallbackEvent]] = [:]
    for situation in Situation.all {
      let names = StateMatrix.expected(situation.name).filter { $0.value != "=" }.keys
      taken[situation.state.kind, default: []] += events.filter {
        names.contains($0.name.rawValue) && $0.name.source != .time
      }
    }
    return taken
  }()

  static let cases = Situation.all.flatMap { situation in
    events.map { Case(situation: situation, event: $0) }
  }

  @Test(arguments: cases)
  func pairIsDecided(_ test: Case) throws {
    let expected = StateMatrix.expected(test.situation.name)[test.event.name.rawValue]
    // The life of the record ends at nine, like every other timer: all of them are due a minute later.
    var machine = CallbackStateMachine(state: test.situation.state, desired: nine(-60), timeToLive: 60)
    let before = machine
    do {
      let step = try machine.apply(test.event, at: nine(60), policy: test.situation.policy)
      #expect(step.from == before.state)
      #expect(step.to == machine.state)
      let outcome =
        if step.noOp != nil { "=" } else if step.actions.contains(.removeRecord) { "removed" } else {
          switch step.to {
          case .completed(let completed): "COMPLETED \(completed.reason.rawValue)"
          case .scheduled, .queued, .routing, .processing, .paused: step.to.kind.rawValue
          }
        }
      #expect(outcome == expected ?? "refused")
      if step.noOp != nil {
        #expect(machine == before)
        #expect(step.actions.isEmpty)
      }
    } catch {
      #expect(expected == nil, "refused: \(error)")
      #expect(error.code == (test.event.name == .rescheduled ? .notReschedulable : .wrongState))
      #expect(error["state"] == test.situation.state.kind.rawValue)
      #expect(error["event"] == test.event.name.rawValue)
      #expect(!error.list("accepted").contains(test.event.name.rawValue))
      #expect(machine == before, "a refusal changes nothing")
    }
  }

  /// An event of time that comes a millisecond early is refused, and says when it is due.
  @Test(arguments: cases.filter { $0.event.name.source == .time })
  func timeIsNotTakenEarly(_ test: Case) {
    guard StateMatrix.expected(test.situation.name)[test.event.name.rawValue] != nil else { return }
    var machine = CallbackStateMachine(state: test.situation.state, desired: nine(-60), timeToLive: 60)
    #expect(machine.timers.contains(CallbackTimer(test.event, due: nine)))
    do {
      try machine.apply(test.event, at: nine.addingTimeInterval(-0.001), policy: test.situation.policy)
      Issue.record("taken before its time")
    } catch {
      #expect(error.code == .notDueYet)
      #expect(error["due"] == "2026-11-23T09:00:00.000Z")
    }
  }

  @Test func theTableIsWhole() {
    #expect(Set(Self.events.map(\.name)) == Set(CallbackEvent.allNames))
    #expect(Set(Situation.all.map(\.state.kind)) == Set(CallbackState.Kind.allCases))
    #expect(Self.cases.count == 980)
    let names = Set(CallbackEvent.allNames.map(\.rawValue))
    for situation in Situation.all {
      let expected = StateMatrix.expected(situation.name)
      #expect(!expected.isEmpty, "\(situation.name)")
      #expect(Set(expected.keys).isSubset(of: names), "\(situation.name)")
    }
  }

  /// The refusal names exactly the events that would be taken and change something.
  @Test(arguments: Situation.all.indices)
  func acceptedEventsAreThoseOfTheTable(_ index: Int) {
    let situation = Situation.all[index]
    let machine = CallbackStateMachine(state: situation.state, desired: nine(-60), timeToLive: 60)
    let expected = StateMatrix.expected(situation.name).filter { $0.value != "=" }.map(\.key)
    #expect(machine.acceptedEvents(policy: situation.policy).map(\.rawValue).sorted() == expected.sorted())
  }
}

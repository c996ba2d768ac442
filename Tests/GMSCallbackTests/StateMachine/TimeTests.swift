import Foundation
import GMSCallback
import Testing

/// Time is data: it makes no difference how often somebody looks.
struct TimeTests {
  /// Applies what falls due up to an instant, each timer at its own instant, and answers the queue.
  private func drive(_ callback: inout Callback, until end: Date, policy: CallbackPolicy) throws {
    while callback.nextDue <= end, callback.state.name != .completed {
      let timer = callback.machine.nextTimer
      let step = try callback.apply(timer.event, at: timer.due, policy: policy)
      for case .submit in step.actions { try callback.apply(.submitted, at: timer.due, policy: policy) }
    }
  }

  @Test(arguments: RandomWalkTests.cases)
  func drivenEachSecondOrOnceAYearLater(_ test: RandomWalkTests.Case) throws {
    var policy = test.policy
    policy.queueTimeToLive = 1200
    var often = try newCallback(policy)
    var late = often
    for second in -3600...5000 { try drive(&often, until: nine(second), policy: policy) }
    try drive(&late, until: nine(366 * 86_400), policy: policy)
    #expect(often == late)
    #expect(often.state.name == .completed)
    #expect(often.history.allSatisfy { $0.at <= nine(5000) })
  }

  @Test func timersOfOneInstantAreInOrder() {
    let progress = QueueProgress(enteredAt: nine, leaveBy: nine)
    let state = CallbackState.queued(
      CallbackState.Queued(progress: progress, phase: .waitingToDial(until: nine))
    )
    let machine = CallbackStateMachine(state: state, desired: nine, timeToLive: 0)
    #expect(machine.timers.map(\.event) == [.dialRetryFellDue, .queueTimeRanOut, .lifetimeEnded])
    #expect(machine.nextTimer.event == .dialRetryFellDue)
  }

  @Test func timesAreWholeMilliseconds() throws {
    let odd = nine.addingTimeInterval(0.000_4)
    let callback = try newCallback(Policies.customerFirst, desired: odd, created: odd)
    #expect(callback.desired == nine)
    #expect(callback.created == nine)
    var machine = callback.machine
    #expect(try machine.apply(.submissionFellDue, at: odd, policy: Policies.customerFirst).at == nine)
  }

  @Test(arguments: [Int.max, Int.min, 0, -1])
  func absurdDurationsDoNotTrap(_ seconds: Int) throws {
    let policy = Policies.make {
      $0.timeToLive = seconds
      $0.queueTimeToLive = seconds
      $0.submissionLead = seconds
      $0.reminderLead = seconds
      $0.dialRetryDelay = seconds
      $0.ringTimeout = seconds
    }
    var callback = try newCallback(policy)
    let submission = callback.machine.timers.first { $0.event == .submissionFellDue }
    try callback.apply(.submissionFellDue, at: submission?.due ?? nine, policy: policy)
    try callback.apply(.submitted, at: nine, policy: policy)
    try callback.apply(.agentReserved(agent: "kate"), at: nine, policy: policy)
    try callback.apply(.customerBusy, at: nine, policy: policy)
    #expect(try Callback(json: callback.json) == callback)
    #expect(try callback.replayed(policy: policy) == callback.machine)
  }

  @Test func agentsHaveNames() async {
    await #expect(processExitsWith: .failure) {
      var machine = CallbackStateMachine(desired: nine, created: nine, policy: CallbackPolicy())
      _ = try? machine.apply(.agentReserved(agent: ""), at: nine, policy: CallbackPolicy())
    }
  }

  @Test func engagedPhasesCannotBePaused() async {
    await #expect(processExitsWith: .failure) {
      let progress = QueueProgress(enteredAt: nine, leaveBy: nine)
      let queued = CallbackState.Queued(progress: progress, phase: .dialling(until: nine))
      _ = CallbackState.Paused(resume: queued, since: nine)
    }
  }

  @Test func callbacksBelongToAService() async {
    await #expect(processExitsWith: .failure) {
      _ = Callback(
        id: try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
        service: "",
        desired: nine,
        created: nine,
        policy: CallbackPolicy()
      )
    }
  }
}

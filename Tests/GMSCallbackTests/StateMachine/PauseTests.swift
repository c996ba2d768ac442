import Foundation
import GMSCallback
import Testing

/// What a pause does to each time and each phase, pair by pair.
struct PauseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let phase: QueuePhase
    /// The timer that fires first after a pause from nine to ten past nine.
    let next: CallbackTimer
    let resumes: [CallbackAction]
    var testDescription: String { name }
  }

  /// The queue's limit would be at a quarter past nine; a pause of ten minutes moves it to 9:25.
  static let limit = CallbackTimer(.queueTimeRanOut, due: nine(1500))

  static let cases = [
    Case(name: "in line", phase: .waitingForAgent, next: limit, resumes: [.findAgent]),
    Case(
      name: "answer outstanding",
      phase: .waitingForSubmission(retryAt: nil),
      next: limit,
      resumes: []
    ),
    Case(
      name: "submission during the pause",
      phase: .waitingForSubmission(retryAt: nine(60)),
      next: CallbackTimer(.submissionFellDue, due: nine(60)),
      resumes: []
    ),
    Case(
      name: "submission after the pause",
      phase: .waitingForSubmission(retryAt: nine(660)),
      next: CallbackTimer(.submissionFellDue, due: nine(660)),
      resumes: []
    ),
    Case(
      name: "snooze that ends during the pause",
      phase: .snoozed(until: nine(300)),
      next: CallbackTimer(.snoozeEnded, due: nine(300)),
      resumes: []
    ),
    Case(
      name: "snooze that outlasts the pause",
      phase: .snoozed(until: nine(700)),
      next: CallbackTimer(.snoozeEnded, due: nine(700)),
      resumes: []
    ),
    Case(
      name: "call due during the pause",
      phase: .waitingToDial(until: nine(1)),
      next: CallbackTimer(.dialRetryFellDue, due: nine(1)),
      resumes: []
    ),
    Case(
      name: "call due after the pause",
      phase: .waitingToDial(until: nine(900)),
      next: CallbackTimer(.dialRetryFellDue, due: nine(900)),
      resumes: []
    ),
  ]

  @Test(arguments: cases)
  func pauseOfTenMinutes(_ test: Case) throws {
    let progress = QueueProgress(
      enteredAt: nine(-600),
      leaveBy: nine(900),
      attempts: CallbackAttempts(submissions: 1, dials: 1)
    )
    var machine = CallbackStateMachine(
      state: .queued(CallbackState.Queued(progress: progress, phase: test.phase)),
      desired: nine,
      timeToLive: 86_400
    )
    let policy = Policies.customerFirst
    let paused = try machine.apply(.servicePaused, at: nine, policy: policy)
    #expect(paused.actions == (test.phase == .waitingForAgent ? [.stopFindingAgent] : []))
    // The end of life runs on, and nothing else fires; the desired time stays.
    #expect(machine.timers == [CallbackTimer(.lifetimeEnded, due: nine(86_400))])
    #expect(machine.desired == nine)
    for event: CallbackEvent in [.submissionFellDue, .snoozeEnded, .dialRetryFellDue, .queueTimeRanOut] {
      #expect(throws: CallbackError.self) { try machine.apply(event, at: nine(900), policy: policy) }
    }
    let resumed = try machine.apply(.serviceResumed, at: nine(600), policy: policy)
    #expect(resumed.actions == CallbackActions(test.resumes))
    guard case .queued(let queued) = machine.state else {
      Issue.record("not QUEUED")
      return
    }
    #expect(queued.phase == test.phase)
    #expect(queued.progress.enteredAt == nine(-600), "the place in line is kept")
    #expect(queued.progress.leaveBy == nine(1500), "the queue's limit stood still")
    #expect(queued.progress.attempts == progress.attempts)
    #expect(machine.nextTimer == test.next)
  }

  @Test func pauseOutlastsTheLife() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    try walk.step(.servicePaused, at: 0, leadsTo: .paused, "stop-finding-agent")
    try walk.time(.lifetimeEnded, at: 86_400, leadsTo: .completed, "_cbe_on_service_exit")
    try walk.expectEnd(.failTimeoutTTL)
  }

  @Test func pausesAddUp() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    for (pause, resume) in [(0, 100), (200, 450), (500, 500)] {
      try walk.callback.apply(.servicePaused, at: nine(pause), policy: walk.policy)
      try walk.callback.apply(.serviceResumed, at: nine(resume), policy: walk.policy)
    }
    #expect(walk.callback.progress?.leaveBy == nine(-120 + 14_400 + 350))
    // Times are given, so a resuming may seem to come before the pause: that makes no negative pause.
    try walk.callback.apply(.servicePaused, at: nine(1000), policy: walk.policy)
    try walk.callback.apply(.serviceResumed, at: nine(900), policy: walk.policy)
    #expect(walk.callback.progress?.leaveBy == nine(-120 + 14_400 + 350))
  }

  @Test func answerOfTheQueueIsTakenWhilePaused() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.callback.apply(.submissionFellDue, at: nine(-120), policy: walk.policy)
    try walk.step(.servicePaused, at: -119, leadsTo: .pausedSubmitting)
    try walk.step(.submissionFailed, at: -118, leadsTo: .paused)
    try walk.step(.serviceResumed, at: -60, leadsTo: .waitingToSubmit)
    // The delay of ten seconds ran out meanwhile.
    try walk.time(.submissionFellDue, at: -108, leadsTo: .submitting, "submit attempt=2")
    try walk.step(.servicePaused, at: -50, leadsTo: .pausedSubmitting)
    try walk.step(.submitted, at: -49, leadsTo: .paused, "_cbe_on_virtual_ixn_create")
    try walk.step(.serviceResumed, at: 0, leadsTo: .waitingForAgent, "find-agent")
    #expect(walk.callback.progress?.leaveBy == nine(-120 + 14_400 + 59 + 50))
    #expect(try walk.callback.replayed(policy: walk.policy) == walk.callback.machine)
  }

  @Test func lastFailedSubmissionEndsAPausedCallback() throws {
    var walk = try Walk(Policies.make { $0.maxSubmissions = 1 })
    try walk.callback.apply(.submissionFellDue, at: nine(-120), policy: walk.policy)
    try walk.step(.servicePaused, at: -119, leadsTo: .pausedSubmitting)
    try walk.step(.submissionFailed, at: -118, leadsTo: .completed, "_cbe_on_service_exit")
    try walk.expectEnd(.submitFailed)
  }

  @Test(arguments: [Policies.immediate, Policies.originatedImmediate, Policies.chatImmediate])
  func nobodyIsCalledWhilePaused(policy: CallbackPolicy) throws {
    var walk = try Walk(policy)
    try walk.callback.apply(.submissionFellDue, at: nine(-120), policy: policy)
    try walk.step(.servicePaused, at: -119, leadsTo: .pausedSubmitting)
    try walk.step(.submitted, at: -118, leadsTo: .paused, "_cbe_on_virtual_ixn_create")
    try walk.step(.serviceResumed, at: 0, leadsTo: .waitingToDial)
    let timer = walk.callback.machine.nextTimer
    #expect(timer == CallbackTimer(.dialRetryFellDue, due: nine(-118)))
    let step = try walk.callback.apply(timer.event, at: nine(0), policy: policy)
    #expect(step.to.kind == (policy.customerCallsIn ? .waitingForCustomer : .dialling))
  }
}

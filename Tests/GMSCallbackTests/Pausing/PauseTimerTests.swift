import Foundation
import GMSCallback
import GMSCore
import Testing

/// Each timer of a callback against a pause that begins before, at and after its instant, and ends before, at and after
/// it: when it fires, driven each second or as seldom as can be.
struct PauseTimerTests {
  /// A timer that falls due at second 300, without a pause.
  enum Timer: String, CaseIterable, Sendable {
    case submissionRetry, snooze, dialRetry, queueTime, life, submission, reminder

    var event: CallbackEvent {
      switch self {
      case .submissionRetry, .submission: .submissionFellDue
      case .snooze: .snoozeEnded
      case .dialRetry: .dialRetryFellDue
      case .queueTime: .queueTimeRanOut
      case .life: .lifetimeEnded
      case .reminder: .reminderFellDue
      }
    }

    /// When it fires, by the rules as the documentation states them.
    func instant(pausedAt pause: Int, resumedAt resume: Int) -> Int {
      let due = 300
      switch self {
      case .submissionRetry, .snooze, .dialRetry:
        // Delays run on; one that ran out during the pause is over when it ends.
        return due < pause ? due : max(due, resume)
      case .queueTime:
        // The limit of the queue stands still.
        return due < pause ? due : due + (resume - pause)
      case .life, .submission, .reminder:
        // The end of life, the desired time and the reminder know of no pause.
        return due
      }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let timer: Timer
    let pause: Int
    let resume: Int
    var testDescription: String { "\(timer.rawValue) at 300, paused \(pause)–\(resume)" }
  }

  /// Every order of pause, timer and resuming, with equal instants.
  static let cases: [Case] = Timer.allCases.flatMap { timer in
    [
      (100, 200), (100, 300), (100, 400), (299, 300), (299, 301), (300, 300), (300, 301), (300, 500),
      (301, 301),
      (301, 500), (100, 100), (298, 299),
    ].map { Case(timer: timer, pause: $0.0, resume: $0.1) }
  }

  private func company(_ timer: Timer) throws -> (company: NotifyingCompany, id: CallbackID) {
    var options: Options = ["_enable_status_notification": "false", "_max_ors_submit_attempts": "9"]
    var scenario = "user-terminated-delayed"
    switch timer {
    case .submissionRetry, .submission, .reminder: scenario = "user-terminated-scheduled"
    case .snooze:
      scenario = "user-originated-delayed"
      options["_snooze_duration"] = "290"
    case .dialRetry: options["_dial_retry_timeout"] = "280"
    case .queueTime: options["_urs_queued_ttl"] = "300"
    case .life: options["_ttl"] = "300"
    }
    if timer == .reminder {
      options["_enable_notification_reminder"] = "true"
      options["_notification_reminder_buffer"] = "3300"
    }
    // A retry comes ten seconds after the submission that failed at 290.
    let fails = timer == .submissionRetry
    let company = try NotifyingCompany(
      options,
      scenario: scenario,
      submit: { !fails || $0.history.count > 2 }
    )
    switch timer {
    case .submissionRetry: return (company, try company.start(at: 410))
    case .submission: return (company, try company.start(at: 420))
    case .reminder: return (company, try company.start(at: 3600))
    case .queueTime, .life: return (company, try company.start())
    case .snooze:
      let id = try company.start()
      try company.event(.agentReserved(agent: "kate"), id, 5)
      try company.event(.customerSnoozed, id, 10)
      return (company, id)
    case .dialRetry:
      let id = try company.start()
      try company.event(.agentReserved(agent: "kate"), id, 5)
      try company.event(.customerBusy, id, 20)
      return (company, id)
    }
  }

  /// What happened to the callback, and when.
  struct Happening: Equatable, CustomStringConvertible {
    let event: CallbackEvent
    let at: Date
    var description: String { "\(event) at \(Int(at.timeIntervalSince(NotifyingCompany.start)))" }
  }

  /// Moves time on each `interval` seconds, and at least before the pause, before the resuming, and at the end: what is
  /// done to the list holds for what happens after it.
  private func happenings(_ test: Case, each interval: Int) throws -> [Happening] {
    let (company, id) = try company(test.timer)
    var steps: [DriverStep] = []
    for second in 21...1000 {
      if second == test.pause || second == test.resume { steps += try company.run(second - 1).steps }
      if second == test.pause { steps += try company.engine.pause("support", company.context(second)).steps }
      if second == test.resume {
        steps += try company.engine.resume("support", company.context(second)).steps
      }
      if second.isMultiple(of: interval) { steps += try company.run(second).steps }
    }
    return steps.filter { $0.id == id }.map { Happening(event: $0.transition.event, at: $0.transition.at) }
  }

  @Test(arguments: cases)
  func firesAsStated(_ test: Case) throws {
    let often = try happenings(test, each: 1)
    #expect(try happenings(test, each: 1000) == often, "often or once makes no difference")
    let fired = often.filter { $0.event == test.timer.event }
    let expected = test.timer.instant(pausedAt: test.pause, resumedAt: test.resume)
    // A retry comes after the submission that failed.
    let index = test.timer == .submissionRetry ? 1 : 0
    #expect(fired.dropFirst(index).first?.at == NotifyingCompany.at(expected))
    #expect(often.map(\.at) == often.map(\.at).sorted(), "nothing begins in the past")
  }

  /// What a call that was due during the pause leads to counts from the resuming: it is let ring for its whole time.
  @Test func aCallThatWasDueRingsItsWholeTime() throws {
    let company = try NotifyingCompany(
      ["_enable_status_notification": "false", "_dial_retry_timeout": "60"],
      scenario: "user-terminated-immediate"
    )
    let id = try company.start()
    try company.event(.customerBusy, id, 10)
    try company.engine.pause("support", company.context(20))
    try company.run(5000)
    try company.engine.resume("support", company.context(5000))
    let report = try company.run(5001)
    #expect(report.steps.map(\.transition.event) == [.dialRetryFellDue])
    #expect(report.steps.map(\.transition.at) == [NotifyingCompany.at(5000)])
    #expect(report.nextDue == NotifyingCompany.at(5032))
    #expect(try company.engine.callback(id.text).state.kind == .dialling)
  }
}

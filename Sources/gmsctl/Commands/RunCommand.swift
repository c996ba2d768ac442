#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Moving time on.
enum RunCommand {
  static let run = Command(
    "run",
    section: CallbackCommands.section,
    permission: .askedByLibrary,
    summary: "move time on: submit what is due, fire timers, retry, purge",
    discussion: """
      Prints each step. Everything happens under its due time and in that order, so it makes no difference how often \
      this is called. --until moves on to a time that may lie ahead; --watch stays and moves on with the clock. It is a \
      sign of life of the node, where that was set.
      """,
    options: [
      .flag("once", excludes: ["until", "watch"], "move on to now and end; this is the default"),
      .value("until", .time, excludes: ["watch"], "move on to this time"),
      .flag("watch", "stay, and move on as time passes"),
      .timeZone, NodeCommands.node,
    ],
    fields: ["_id", "event", "from", "to", "at", "actions"],
    examples: [
      CommandExample("gmsctl run"), CommandExample("gmsctl run --until 2026-11-23T15:00:00Z -o jsonl"),
    ]
  ) { invocation in
    let engine = try invocation.engine()
    if invocation.flag("watch") { return try watch(engine, invocation) }
    var request = invocation.request
    request.node = NodeCommands.number(invocation)
    if let until = try invocation.instant("until") { request.now = until }
    let report = try engine.run(request)
    try show(report, invocation)
    invocation.note(
      report.nextDue.map { "next due at \(InstantText.print($0))" } ?? "nothing more will fall due"
    )
    return .done
  }

  /// Runs again and again, at the latest after a second: another process may have booked meanwhile.
  private static func watch(_ engine: CallbackEngine, _ invocation: Invocation) throws -> ExitCode {
    let started = invocation.context.surroundings.clock()
    while true {
      // With a given --now the clock starts there and runs on from it.
      let passed = invocation.context.surroundings.clock().timeIntervalSince(started)
      var request = invocation.request
      request.node = NodeCommands.number(invocation)
      request.now = invocation.context.now.addingTimeInterval(passed)
      let report = try engine.run(request)
      if !report.steps.isEmpty || report.removed > 0 {
        try show(report, invocation)
        try invocation.context.console.flush()
      }
      let wait = min(1, max(0.05, report.nextDue.map { $0.timeIntervalSince(request.now) } ?? 1))
      var time = timespec(tv_sec: Int(wait), tv_nsec: Int((wait - wait.rounded(.down)) * 1e9))
      nanosleep(&time, nil)
    }
  }

  private static func show(_ report: DriverReport, _ invocation: Invocation) throws {
    let removed =
      report.removed == 1
      ? "1 record was over and is gone" : "\(report.removed) records were over and are gone"
    try invocation.answer(
      Answer(
        CallbackAnswer.steps(report.steps),
        emptyNote: report.removed == 0 ? "nothing was due" : "no callback was due"
      )
    )
    if report.removed > 0 { invocation.note(removed) }
    invocation.note(report.shortages)
  }
}

extension Invocation {
  /// Tells of offers that were made without an access number.
  func note(_ shortages: [OfferShortage]) {
    for shortage in shortages {
      note("no access number for callback '\(shortage.id)': \(shortage.reason)")
    }
  }
}

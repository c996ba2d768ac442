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

      --deliver appends what others have to be told of callbacks to a file, one JSON object a line, as 'callback \
      notifications' shows it; a line that could not be written is tried again later. Without it, notifications wait in \
      the store.
      """,
    options: [
      .flag("once", excludes: ["until", "watch"], "move on to now and end; this is the default"),
      .value("until", .time, excludes: ["watch"], "move on to this time"),
      .flag("watch", "stay, and move on as time passes"),
      .value("deliver", .file, "deliver notifications by appending them to this file"),
      .timeZone, NodeCommands.node,
    ],
    fields: ["_id", "event", "from", "to", "at", "actions"],
    examples: [
      CommandExample("gmsctl run"), CommandExample("gmsctl run --until 2026-11-23T15:00:00Z -o jsonl"),
    ]
  ) { invocation in
    let file = try invocation.optional("deliver").map { try NotificationFile($0) }
    let engine = try invocation.engine(notifications: file)
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
      if !report.steps.isEmpty || !report.deliveries.isEmpty || report.removed > 0 {
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
        emptyNote: report.removed == 0 && report.deliveries.isEmpty
          ? "nothing was due" : "no callback was due"
      )
    )
    if report.removed > 0 { invocation.note(removed) }
    invocation.note(report.shortages)
    showDeliveries(report, invocation)
  }

  /// Says what became of notifications: how many were delivered, and each that was not.
  private static func showDeliveries(_ report: DriverReport, _ invocation: Invocation) {
    var delivered = 0
    for step in report.deliveries {
      let name = "the notification '\(step.notification.id)'"
      switch step.result {
      case .delivered: delivered += 1
      case .postponed(let until, let reason):
        invocation.note("\(name) is tried again at \(InstantText.print(until)): \(reason)")
      case .givenUp(let reason): invocation.note("\(name) is given up: \(reason)")
      }
    }
    if delivered > 0 {
      invocation.note(
        delivered == 1 ? "1 notification was delivered" : "\(delivered) notifications were delivered"
      )
    }
    if let fault = report.deliveryFault { invocation.note("notifications could not be delivered: \(fault)") }
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

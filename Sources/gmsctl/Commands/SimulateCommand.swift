internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

/// A simulated day.
enum SimulateCommand {
  static let simulate = Command(
    "simulate",
    section: CallbackCommands.section,
    readsPast: true,
    permission: .askedByLibrary,
    summary: "a callback service's day under a virtual clock: who waits how long with so many agents",
    discussion: """
      The engine itself on a store in memory, with people who come by chance; nothing is written. With --service the \
      configuration is the store's, and that service's hours and limits hold; without it a built-in sample is used, \
      which is open from 8 to 18 UTC and needs no store. Keys that the service demands of each request \
      ('_mandatory_customer_lookup_keys') get a stand-in for each person, simulated-1 and so on. The same line with the \
      same --seed (without it, 1) answers the same bytes.

      PATTERN is one rate for all day, such as 60/h, or rates for hours of the day by the clock of the service's office \
      hours: 9:00-12:00=120/h,12:00-17:00=60/h. A rate is for an s, min, h or d. SHARES say what comes of calls to \
      customers: busy=0.05,no-answer=0.1,machine=0.05,invalid=0.01, or none.

      People wait for their callback for --patience seconds on average before they cancel, and on the line for \
      --patience-on-line; 0 is for ever. A share of them (--scheduled) chooses a time from the availability, half an \
      hour to four hours ahead. Agents are there all the time. -o json has everything, for plots; csv the intervals.
      """,
    options: [
      .value("from", .time, required: true, "when it begins"),
      .value("to", .time, required: true, "when it ends, at most 31 days later"),
      .value("agents", .integer(0...SimulationPlan.mostAgents), required: true, "how many agents there are"),
      .value(
        "aht",
        .integer(1...86_400),
        named: "SECONDS",
        required: true,
        "how long a call takes, on average"
      ),
      .value(
        "handling",
        .choice(HandlingTime.Distribution.allCases.map(\.rawValue)),
        default: "log-normal",
        "its shape"
      ),
      .value(
        "arrivals",
        .text,
        named: "PATTERN",
        default: "a day with two peaks, 620 people",
        "who comes when"
      ),
      .value("service", .service, default: "a built-in sample", "the callback service"),
      .value("scheduled", .text, named: "SHARE", default: "0.3", "how many want another time than now"),
      .value("patience", .count, named: "SECONDS", default: "5400", "how long people wait"),
      .value(
        "patience-on-line",
        .count,
        named: "SECONDS",
        default: "180",
        "how long people wait on the line"
      ),
      .value(
        "dial",
        .text,
        named: "SHARES",
        default: "busy=0.04,no-answer=0.08,machine=0.04,invalid=0.005",
        "results of calls"
      ),
      .value("forced", .text, named: "SHARE", default: "0", "how many have numbers that force an outcome"),
      .value(
        "target",
        .count,
        named: "SECONDS",
        default: "the service's threshold",
        "what counts as in time"
      ),
      .value("interval", .integer(1...1440), named: "MINUTES", default: "15", "the length of the intervals"),
      .timeZone,
    ],
    fields: SimulationResult.intervalFields,
    examples: [
      CommandExample("gmsctl simulate --from 2026-11-23T08:00Z --to 2026-11-23T18:00Z --agents 6 --aht 240"),
      CommandExample(
        "gmsctl simulate --from 2026-11-23T00:00Z --to 2026-11-24T00:00Z --agents 40 --aht 300 --arrivals 300/h -o json"
      ),
    ]
  ) { invocation in
    let plan = try plan(invocation)
    let simulation: Simulation
    if let service = invocation.optional("service") {
      simulation = try Simulation(plan, service: service, of: invocation.engine())
    } else {
      simulation = try Simulation(plan)
    }
    let result = try simulation.run()
    let page = SimulationPage(result, zone: try ZoneDatabase.system.rules(named: result.zoneName))
    try invocation.answer(Answer(result.json, rows: .member("intervals"), text: page.text))
    guard result.faultCount == 0 else {
      invocation.note("the library broke \(result.faultCount) of its promises; please report this:")
      for fault in result.faults { invocation.note(fault) }
      return .refused
    }
    return .done
  }

  private static func plan(_ invocation: Invocation) throws -> SimulationPlan {
    guard let from = try invocation.instant("from"), let to = try invocation.instant("to") else {
      preconditionFailure("the options 'from' and 'to' are required")
    }
    var plan = SimulationPlan(
      from: from,
      to: to,
      agents: invocation.integer("agents") ?? 0,
      handling: HandlingTime(
        seconds: Double(invocation.integer("aht") ?? 0),
        distribution: invocation.choice("handling") ?? .logNormal
      )
    )
    if let text = invocation.optional("arrivals") { plan.arrivals = try ArrivalPattern(text) }
    if let text = invocation.optional("dial") { plan.dial = try DialShares(text) }
    if let text = invocation.optional("scheduled") {
      plan.scheduledShare = try SizingText.share(text, place: "--scheduled")
    }
    if let text = invocation.optional("forced") {
      plan.forcedShare = try SizingText.share(text, place: "--forced")
    }
    if let seconds = invocation.integer("patience") { plan.patience = seconds == 0 ? nil : Double(seconds) }
    if let seconds = invocation.integer("patience-on-line") {
      plan.patienceOnLine = seconds == 0 ? nil : Double(seconds)
    }
    plan.target = invocation.integer("target")
    if let minutes = invocation.integer("interval") { plan.interval = minutes * 60 }
    if let seed = invocation.context.seed { plan.seed = UInt64(seed) }
    return plan
  }
}

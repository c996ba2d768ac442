import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Faults of requests that an attack on the engine found.
@Suite("Requests: faults that an attack found")
struct RequestsFoundByAttackTests {
  private static let monday = Company.monday

  /// The times that a refusal offers.
  private func offers(_ error: CallbackError) -> [String] {
    error.facts.first { $0.name == "availability" }?.value.members?.map(\.name) ?? []
  }

  private func refusal(_ body: () throws -> Void) throws -> CallbackError {
    try #require(throws: CallbackError.self) { try body() }
  }

  // MARK: - Offers

  @Test("slots beyond the horizon are not offered, the one at it is, and every offer is taken")
  func offersWithinHorizon() throws {
    let company = try Company(["_reject_future_desired_time": "1d"])
    let last = instant("2025-01-06T21:45Z")
    try company.book("5115", at: last, now: Self.monday)
    let full = try refusal { try company.book("5116", at: last, now: Self.monday) }
    #expect(full.code == .slotFull)
    #expect(
      offers(full) == ["2025-01-06T21:15:00.000Z", "2025-01-06T21:30:00.000Z", "2025-01-07T14:00:00.000Z"]
    )
    let closed = try refusal {
      try company.book("5116", at: instant("2025-01-06T22:30Z"), now: Self.monday)
    }
    #expect(closed.code == .outsideOfficeHours)
    #expect(offers(closed) == offers(full))
    for (number, offer) in offers(full).enumerated() {
      try company.book("52\(number)0", at: InstantText.read(offer), now: Self.monday)
    }
  }

  @Test("where the horizon ends before the office opens, nothing is offered")
  func nothingWithinHorizon() throws {
    let company = try Company([
      "_reject_future_desired_time": "59m", "_enable_reject_out_of_office_hours": "true",
    ])
    let closed = try refusal {
      try company.book("5115", at: nil, now: Self.monday.addingTimeInterval(-3_600))
    }
    #expect(closed.code == .outsideOfficeHours)
    #expect(offers(closed) == [])
  }

  @Test(
    "at the end of the calendar the rule refuses, not the range",
    arguments: [nil, instant("9999-12-31T23:59:59.999Z")]
  )
  func endOfCalendar(_ desired: Date?) throws {
    let company = try Company(["_enable_reject_out_of_office_hours": "true"])
    let closed = try refusal {
      try company.book("5115", at: desired, now: instant("9999-12-31T23:59:59.999Z"))
    }
    #expect(closed.code == .outsideOfficeHours)
    #expect(offers(closed) == [])
  }

  @Test("a slot that is full at the end of the calendar offers those that are left of it")
  func fullAtEndOfCalendar() throws {
    let company = try Company(office: ["_bh_regular1": "Mon-Sun 00:00-24:00"])
    let now = instant("9999-12-31T22:00:00Z")
    let desired = instant("9999-12-31T23:30:00Z")
    try company.book("5115", at: desired, now: now)
    let full = try refusal { try company.book("5116", at: desired, now: now) }
    #expect(full.code == .slotFull)
    #expect(
      offers(full) == ["9999-12-31T23:00:00.000Z", "9999-12-31T23:15:00.000Z", "9999-12-31T23:45:00.000Z"]
    )
  }

  // MARK: - Times of bodies

  @Test("a body's time without a zone is read in the zone that is given, else in UTC")
  func zoneOfBody() throws {
    let newYork = try ZoneDatabase.system.rules(named: "America/New_York")
    let body = #"{"_desired_time":"2025-01-06T10:00"}"#
    #expect(
      try StartRequest("support", json: body, zone: newYork).desiredTime == instant("2025-01-06T15:00Z")
    )
    #expect(try StartRequest("support", json: body).desiredTime == instant("2025-01-06T10:00Z"))
    let own = #"{"_desired_time":"2025-01-06T10:00:00+01:00"}"#
    #expect(
      try StartRequest("support", json: own, zone: newYork).desiredTime == instant("2025-01-06T09:00Z")
    )
  }

  // MARK: - Mandatory keys

  @Test("a desired time is the mandatory '_desired_time'; at once is refused; a change has one")
  func mandatoryTime() throws {
    let company = try LimitCompany(["_mandatory_customer_lookup_keys": "_desired_time,account"])
    let desired = instant("2025-01-06T15:00Z")
    let callback = try company.start("5115", at: desired, ["account": "7"])
    #expect(callback.desired == desired)
    try company.engine.reschedule(
      callback.id.text,
      parameters: ["account": "8"],
      company.context(LimitCompany.monday)
    )
    let refused = try #require(try company.refusal { try company.start("5115", ["account": "7"]) })
    #expect(refused.code == .missingParameter)
    #expect(refused["parameter"] == "_desired_time")
    let other = try #require(try company.refusal { try company.start("5115", at: desired) })
    #expect(other["parameter"] == "account")
  }

  // MARK: - A queue that takes none

  @Test("a queue of 0 says that it takes none")
  func queueOfNone() throws {
    let company = try LimitCompany(["_max_queued_callbacks_per_service": "0"])
    let refused = try #require(try company.refusal { try company.start("5115") })
    #expect(
      refused.description == """
        the service 'support' has 0 callbacks in queue, and 0 is the most \
        (option '_max_queued_callbacks_per_service' = '0'); it takes none for at once; ask for a desired time
        """
    )
    try company.start("5115", at: instant("2025-01-06T15:00Z"))
  }

  // MARK: - Bytes

  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  @Test("conditions compare bytes, in each store", arguments: EveryStore.allCases)
  func conditionsCompareBytes(_ kind: EveryStore) throws {
    try kind.run { store in
      let company = try LimitCompany(on: store)
      let callback = try company.start("5115", ["lob": Self.composed])
      func found(_ value: String) throws -> [CallbackID] {
        let condition = PropertyCondition(key: "lob", value: value)
        return try company.engine.callbacks(CallbackFilter(conditions: [condition])).map(\.id)
      }
      #expect(try found(Self.composed) == [callback.id])
      #expect(try found(Self.decomposed) == [])
      #expect(try found("!" + Self.composed) == [])
      #expect(try found("!" + Self.decomposed) == [callback.id])
    }
  }

  @Test("the throttle of values compares bytes, in each store", arguments: EveryStore.allCases)
  func throttleComparesBytes(_ kind: EveryStore) throws {
    try kind.run { store in
      let company = try LimitCompany(
        ["_throttle_request_parameters": "lob", "_throttle_request_parameters_limit": "1"],
        on: store
      )
      try company.start("5115", ["lob": Self.composed])
      let refused = try company.refusal { try company.start("5116", ["lob": Self.composed]) }
      #expect(refused?.code == .valueThrottled)
      let other = try company.start("5116", at: instant("2025-01-06T15:00Z"), ["lob": Self.decomposed])
      // To change to a value that others brought is to bring it, however alike it looks.
      let changed = try company.refusal {
        try company.engine.reschedule(
          other.id.text,
          parameters: ["lob": Self.composed],
          company.context(LimitCompany.monday)
        )
      }
      #expect(changed?.code == .valueThrottled)
    }
  }

  // MARK: - Notes

  struct Note: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let note: String
    let message: String?
  }

  static let notes = [
    Note(
      testDescription: "of 4097 bytes",
      note: String(repeating: "x", count: 4_097),
      message: "the value of the parameter 'note' has 4097 bytes; 4096 are taken"
    ),
    Note(
      testDescription: "of 4098 bytes in fewer letters",
      note: String(repeating: "\u{E9}", count: 2_049),
      message: "the value of the parameter 'note' has 4098 bytes; 4096 are taken"
    ),
    Note(
      testDescription: "that moves the cursor",
      note: "storm\u{1B}[2J",
      message: """
        'storm\\u{1b}[2J' cannot be the parameter 'note'; give text without control characters other than line \
        breaks and tabs
        """
    ),
    Note(testDescription: "of 4096 bytes", note: String(repeating: "x", count: 4_096), message: nil),
    Note(testDescription: "of lines", note: "storm\n\tand flood", message: nil),
  ]

  @Test("notes of cancellations have limits, whichever way they come", arguments: notes)
  func cancellationNotes(_ test: Note) throws {
    let company = try LimitCompany()
    let context = company.context(LimitCompany.monday)
    let ways: [(String) throws -> Void] = [
      { try company.engine.cancelByAdministrator($0, note: test.note, context) },
      {
        try company.engine.apply(
          CallbackEvent(name: "cancelled-by-administrator", parameters: ["note": test.note]),
          to: $0,
          context
        )
      },
      { try company.engine.cancelMany([$0], note: test.note, context) },
      { _ in try company.engine.cancelMany(CallbackFilter(services: ["support"]), note: test.note, context) },
    ]
    for (number, way) in ways.enumerated() {
      let id = try company.start("5\(number)15").id.text
      guard let message = test.message else {
        try way(id)
        #expect(try company.engine.callback(id).state.name == .completed)
        continue
      }
      let before = try company.contents()
      let error = try refusal { try way(id) }
      #expect(error.description == message)
      #expect(try company.contents() == before, "a refused note cancels nothing")
    }
  }

  // MARK: - Simulations

  private static func sample(_ options: Options) throws -> Configuration {
    try ServiceEditor().set(options, of: Simulation.sampleService, in: Simulation.sampleConfiguration)
  }

  private static func plan() throws -> SimulationPlan {
    var plan = SimulationPlan(
      from: instant("2026-11-23T09:00Z"),
      to: instant("2026-11-23T11:00Z"),
      agents: 4,
      handling: HandlingTime(seconds: 120)
    )
    plan.arrivals = try ArrivalPattern("60/h")
    return plan
  }

  @Test("people of a simulation bring the keys that the service demands, each with a value of their own")
  func simulatedKeys() throws {
    let result = try Simulation(
      Self.plan(),
      service: Simulation.sampleService,
      in: Self.sample([
        "_mandatory_customer_lookup_keys": "account, _customer_number",
        "_throttle_request_parameters": "account", "_throttle_request_parameters_limit": "1",
      ])
    ).run()
    let plain = try Simulation(Self.plan()).run()
    #expect(result.totals.arrivals > 80)
    #expect(result.totals.refused.keys.filter { $0 != "no-free-slot" } == [])
    #expect(result.totals == plain.totals)
    #expect(result.faults == [])
  }

  @Test(
    "people who cannot give what the service demands are counted as refused",
    arguments: [("_desired_time", false), ("_id", true)]
  )
  func simulatedRefusals(_ key: String, _ refusesAll: Bool) throws {
    let result = try Simulation(
      Self.plan(),
      service: Simulation.sampleService,
      in: Self.sample(["_mandatory_customer_lookup_keys": key])
    ).run()
    #expect(result.totals.immediate == 0)
    #expect((result.totals.scheduled == 0) == refusesAll)
    #expect((result.totals.refused["missing-parameter"] ?? 0) > 20)
    #expect(result.faults == [])
  }

  @Test(
    "a patience that is too long is told the bound",
    arguments: [("patience", 9_999_999_999.0), ("patience-on-line", 9_999_999_999.0)]
  )
  func patience(_ parameter: String, _ seconds: Double) throws {
    var plan = try Self.plan()
    if parameter == "patience" { plan.patience = seconds } else { plan.patienceOnLine = seconds }
    let error = try refusal { _ = try Simulation(plan) }
    #expect(
      error.description
        == "'9999999999.0' cannot be the simulation's '\(parameter)'; give seconds of 0.001 to 1000000000"
    )
  }
}

import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The limits that count: each just kept and just passed, with the whole message.
struct CountLimitTests {
  /// A request that came before.
  struct Earlier: Sendable {
    var number = "5115"
    /// How many milliseconds ago.
    var ago = 1_000
    /// For how many minutes from the test's now; nil for at once.
    var minutes: Int?
    var parameters: Options = [:]
    var service = "support"
    /// What happened to it since.
    var events: [String] = []
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    var options: Options = [:]
    var section: Options = [:]
    var earlier: [Earlier] = []
    var number: String? = "5115"
    var minutes: Int?
    var parameters: Options = [:]
    /// The message; nil for a request that is taken.
    ///
    /// `{1}`, `{2}` stand for the ids of the earlier ones.
    var refusal: String?
    var testDescription: String { what }
  }

  @Test(
    "a request is taken at the limit, and refused beyond it",
    arguments: inQueue + maxQueued + throttles + values
  )
  func limit(_ c: Case) throws {
    let company = try LimitCompany(c.options, section: c.section)
    let now = LimitCompany.monday
    var ids: [String] = []
    for earlier in c.earlier {
      let callback = try company.start(
        earlier.number,
        at: earlier.minutes.map { now + Minutes($0) },
        now: now.addingTimeInterval(-Double(earlier.ago) / 1000),
        earlier.parameters,
        service: earlier.service
      )
      ids.append(callback.id.text)
      for name in earlier.events {
        let event = try CallbackEvent(
          name: name,
          parameters: name == "agent-reserved" ? ["agent": "kate"] : [:]
        )
        try company.engine.apply(event, to: callback.id.text, company.context(now))
      }
    }
    let request = StartRequest(
      "support",
      customerNumber: c.number,
      at: c.minutes.map { now + Minutes($0) },
      parameters: c.parameters
    )
    let trail = try company.engine.explain(request, company.context(now))
    var expected = c.refusal
    for (at, id) in ids.enumerated() {
      expected = expected?.replacingOccurrences(of: "{\(at + 1)}", with: id)
    }
    let error = try company.refusal { try company.engine.start(request, company.context(now)) }
    #expect(error?.description == expected)
    #expect(trail.refusal == error, "explaining decides as starting does")
    if let error {
      #expect(error.status == 400 && error.phrase == "BAD_PARAMETER" && error.category == .refused)
      #expect(error.exceptionName == "CallbackException")
    }
  }

  // MARK: - _enable_in_queue_checking

  static let queued = Earlier()
  static let inQueue: [Case] = [
    Case(what: "two are the most: one is there", earlier: [queued]),
    Case(
      what: "two are the most: two are there",
      earlier: [Earlier(ago: 2_000), Earlier(ago: 1_000)],
      refusal: """
        the customer has 2 callbacks in queue, and 2 is the most (option '_enable_in_queue_checking' = 'true'); \
        wait for the end of one, or cancel it: '{1}', '{2}'
        """
    ),
    Case(what: "strict: none is there", options: ["_enable_in_queue_checking": "strict"]),
    Case(
      what: "strict: one is there",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [queued],
      refusal: oneInQueue
    ),
    Case(
      what: "strict: of the other service",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(service: "sales")]
    ),
    Case(
      what: "strict: of another number",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(number: "5116")]
    ),
    Case(
      what: "strict: of the number in another spelling",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(number: "+1 (650) 466-3204")],
      number: "1.650.466.3204",
      refusal: oneInQueue
    ),
    Case(
      what: "strict: one that is SCHEDULED has no place in line",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(minutes: 60)]
    ),
    Case(
      what: "strict: a request for later",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [queued],
      minutes: 60,
      refusal: oneInQueue
    ),
    Case(
      what: "strict: one that was cancelled",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(events: ["cancelled"])]
    ),
    Case(
      what: "strict: one for whom the customer is being called",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(events: ["agent-reserved"])],
      refusal: oneInQueue
    ),
    Case(
      what: "strict: one who talks with an agent",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(events: ["agent-reserved", "customer-answered", "agent-answered"])]
    ),
    Case(
      what: "strict: one that is paused",
      options: ["_enable_in_queue_checking": "strict"],
      earlier: [Earlier(events: ["service-paused"])],
      refusal: oneInQueue
    ),
    Case(
      what: "false: five are there",
      options: ["_enable_in_queue_checking": "false"],
      earlier: [queued, queued, queued, queued, queued]
    ),
    Case(
      what: "a request without a number",
      options: ["_enable_in_queue_checking": "strict", "_mandatory_customer_lookup_keys": "_email"],
      earlier: [Earlier(parameters: ["_email": "a"])],
      number: nil,
      parameters: ["_email": "a"]
    ),
    Case(
      what: "a number that is nothing but punctuation",
      options: ["_enable_in_queue_checking": "strict", "_disallow_impossible_phone_numbers": "false"],
      earlier: [Earlier(number: "+")],
      number: "-"
    ),
  ]

  private static let oneInQueue = """
    the customer has 1 callback in queue, and 1 is the most (option '_enable_in_queue_checking' = 'strict'); \
    wait for the end of one, or cancel it: '{1}'
    """

  // MARK: - _max_queued_callbacks_per_service

  static let maxQueued: [Case] = [
    Case(
      what: "a queue of two: one waits",
      options: ["_max_queued_callbacks_per_service": "2"],
      earlier: [queued]
    ),
    Case(
      what: "a queue of two: two wait",
      options: ["_max_queued_callbacks_per_service": "2"],
      earlier: [Earlier(number: "5116"), Earlier(number: "5117")],
      refusal: """
        the service 'support' has 2 callbacks in queue, and 2 is the most \
        (option '_max_queued_callbacks_per_service' = '2'); ask again later, or for a desired time
        """
    ),
    Case(
      what: "a queue of one: the one who waits was for a desired time",
      options: ["_max_queued_callbacks_per_service": "1"],
      earlier: [Earlier(number: "5116", minutes: 1)],
      refusal: """
        the service 'support' has 1 callback in queue, and 1 is the most \
        (option '_max_queued_callbacks_per_service' = '1'); ask again later, or for a desired time
        """
    ),
    Case(
      what: "a queue of none",
      options: ["_max_queued_callbacks_per_service": "0"],
      refusal: """
        the service 'support' has 0 callbacks in queue, and 0 is the most \
        (option '_max_queued_callbacks_per_service' = '0'); it takes none for at once; ask for a desired time
        """
    ),
    Case(
      what: "a queue of none, and a request for later",
      options: ["_max_queued_callbacks_per_service": "0"],
      minutes: 60
    ),
    Case(
      what: "a queue of one: the one waits for the other service",
      options: ["_max_queued_callbacks_per_service": "1"],
      earlier: [Earlier(service: "sales")]
    ),
    Case(
      what: "a queue of one: the one is SCHEDULED",
      options: ["_max_queued_callbacks_per_service": "1"],
      earlier: [Earlier(minutes: 60)]
    ),
    Case(
      what: "the section's queue of one",
      section: ["max_queued_callbacks_per_service": "1"],
      earlier: [Earlier(number: "5116")],
      refusal: """
        the service 'support' has 1 callback in queue, and 1 is the most \
        (option 'max_queued_callbacks_per_service' = '1'); ask again later, or for a desired time
        """
    ),
    Case(
      what: "the section's queue of one, and the service's of two",
      options: ["_max_queued_callbacks_per_service": "2"],
      section: ["max_queued_callbacks_per_service": "1"],
      earlier: [Earlier(number: "5116")]
    ),
    Case(
      what: "a section that sets nothing",
      section: ["max_queued_callbacks_per_service": ""],
      earlier: [queued]
    ),
  ]
}

import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Starting callbacks: what is taken, what is refused by which rule, and that a refusal writes nothing.
struct StartTests {
  let monday = Company.monday

  @Test func aCallbackForLaterIsScheduledAsItWasAsked() throws {
    let company = try Company()
    let callback = try company.book(
      "+1 (650) 466-3204",
      at: monday + Minutes(67),
      now: monday,
      ["_email": "a@b.example", "foo": "bar"]
    )
    #expect(callback.state.name == .scheduled)
    #expect(callback.desired == monday + Minutes(67), "a time inside a slot is kept as it is")
    #expect(callback.expiration == callback.desired.addingTimeInterval(86_400))
    #expect(callback.nextDue == callback.desired.addingTimeInterval(-120), "submitted two minutes before")
    #expect(callback.customerNumber?.typed == "+1 (650) 466-3204")
    #expect(callback.properties["foo"] == "bar")
    #expect(try company.engine.callback(callback.id.text) == callback)
  }

  @Test func aCallbackThatIsDueIsSubmittedAtOnce() throws {
    let company = try Company()
    #expect(try company.book("5115", at: monday + Minutes(2), now: monday).state.name == .queued)
    #expect(try company.book("5116", at: nil, now: monday).state.kind == .waitingForAgent)
    #expect(try company.book("5117", at: monday + Minutes(32), now: monday).state.name == .scheduled)
  }

  @Test func idsAreOfTheFormAndFollowTheSeed() throws {
    let (one, other) = (try Company(), try Company())
    let first = try one.book("5115", at: monday + Minutes(30), now: monday)
    #expect(first.id.text.hasPrefix("1-"))
    #expect(try other.book("5115", at: monday + Minutes(30), now: monday) == first)
    #expect(
      try one.book("5116", at: monday + Minutes(60), now: monday).id != first.id,
      "same seed, next transaction"
    )
  }

  @Test func aFullSlotIsRefusedWithTheFreeOnesBesideIt() throws {
    let company = try Company()
    let desired = monday + Minutes(60)
    try company.book("5115", at: desired, now: monday)
    try company.book("5116", at: desired + Minutes(15), now: monday)
    let before = try company.records()
    let error = #expect(throws: CallbackError.self) {
      try company.book("5117", at: desired + Minutes(14), now: monday)
    }
    #expect(error?.code == .slotFull)
    #expect(error?.exceptionName == "CallbackExceptionAvailability")
    #expect(error?.status == 400)
    #expect(error?["option"] == "_max_request_by_time_bucket")
    #expect(
      availability(error) == [
        "2025-01-06T14:30:00.000Z": 1, "2025-01-06T14:45:00.000Z": 1, "2025-01-06T15:30:00.000Z": 1,
        "2025-01-06T15:45:00.000Z": 1, "2025-01-06T16:00:00.000Z": 1,
      ]
    )
    #expect(try company.records() == before)
  }

  @Test func closedTimesAreRefusedWithFreeSlotsAround() throws {
    let company = try Company()
    let friday = instant("2025-01-10T14:00Z")
    let error = #expect(throws: CallbackError.self) {
      try company.book("5115", at: instant("2025-01-11T15:00Z"), now: friday)
    }
    #expect(error?.code == .outsideOfficeHours)
    #expect(error?["option"] == "_business_hours_service")
    #expect(error?["value"] == "Office")
    #expect(
      availability(error) == [
        "2025-01-10T21:30:00.000Z": 1, "2025-01-10T21:45:00.000Z": 1,  // Friday's last
        "2025-01-13T14:00:00.000Z": 1, "2025-01-13T14:15:00.000Z": 1, "2025-01-13T14:30:00.000Z": 1,
      ]
    )
    #expect(try company.records().isEmpty)
  }

  private func availability(_ error: CallbackError?) -> [String: Int64]? {
    guard let fact = error?.facts.first(where: { $0.name == "availability" }),
      case .object(let members) = fact.value
    else { return nil }
    return Dictionary(
      uniqueKeysWithValues: members.map { member in
        guard case .integer(let count) = member.value else { return (member.name, -1) }
        return (member.name, count)
      }
    )
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let what: String
    var options: Options = [:]
    var number: String? = "5115"
    var minutes: Int? = 60
    var parameters: Options = [:]
    let code: CallbackError.Code
    let message: String
    var testDescription: String { what }
  }

  @Test(arguments: [
    Refusal(
      what: "in the past",
      minutes: -1,
      code: .desiredTimeInPast,
      message:
        "the desired time '2025-01-06T13:59:00.000Z' is over: a callback lies at or after now, 2025-01-06T14:00:00.000Z"
    ),
    Refusal(
      what: "too far",
      minutes: 31 * 1440 + 1,
      code: .desiredTimeTooFar,
      message:
        "the desired time '2025-02-06T14:01:00.000Z' is too far ahead: a callback can be scheduled until 2025-02-06T14:00:00.000Z (option '_reject_future_desired_time' = '1M')"
    ),
    Refusal(
      what: "no number",
      number: nil,
      code: .missingParameter,
      message: "the parameter '_customer_number' is missing; give a value for '_customer_number'"
    ),
    Refusal(
      what: "an empty number",
      number: "",
      code: .missingParameter,
      message: "the parameter '_customer_number' is missing; give a value for '_customer_number'"
    ),
    Refusal(
      what: "letters",
      number: "call me",
      code: .impossibleNumber,
      message:
        "the customer's number is not one that can be called; give 3 to 15 digits, with or without punctuation (option '_disallow_impossible_phone_numbers' = 'true')"
    ),
    Refusal(
      what: "a premium number",
      number: "+1 900 555 0100",
      code: .premiumNumber,
      message:
        "the customer's number is a premium number, which the service does not call; give a number that costs its caller nothing extra (option '_disallow_premium_phone_numbers' = 'true')"
    ),
    Refusal(
      what: "a virtual queue of both",
      parameters: ["_urs_virtual_queue": "Other"],
      code: .invalidParameter,
      message:
        "'Other' cannot be the parameter '_urs_virtual_queue'; give no '_urs_virtual_queue', because the service sets 'VQ'"
    ),
    Refusal(
      what: "a parameter of the engine's own",
      parameters: ["_callback_state": "COMPLETED"],
      code: .invalidParameter,
      message:
        "'COMPLETED' cannot be the parameter '_callback_state'; give no '_callback_state': the engine sets it itself"
    ),
    Refusal(
      what: "a mandatory key of one's own",
      options: ["_mandatory_customer_lookup_keys": "_customer_number,_account"],
      code: .missingParameter,
      message: "the parameter '_account' is missing; give a value for '_account'"
    ),
    Refusal(
      what: "no office hours",
      options: ["_business_hours_service": ""],
      code: .missingOfficeHours,
      message: "the service 'support' has no office hours; set '_business_hours_service'"
    ),
    Refusal(
      what: "now, in closed hours",
      options: ["_enable_reject_out_of_office_hours": "true"],
      minutes: nil,
      code: .outsideOfficeHours,
      message:
        "the office is closed at '2025-01-06T14:00:00.000Z' (option '_enable_reject_out_of_office_hours' = 'true')"
    ),
  ])
  func aRuleRefuses(_ c: Refusal) throws {
    // The last case needs an office that is closed at the test's now.
    let office: Options =
      c.minutes == nil ? ["_bh_regular1": "Tue-Fri 09:00-17:00"] : ["_bh_regular1": "Mon-Fri 09:00-17:00"]
    let company = try Company(c.options, office: office)
    let error = #expect(throws: CallbackError.self) {
      try company.engine.start(
        StartRequest(
          "support",
          customerNumber: c.number,
          at: c.minutes.map { monday + Minutes($0) },
          parameters: c.parameters
        ),
        company.context(monday)
      )
    }
    #expect(error?.code == c.code)
    #expect(error?.description == c.message)
    #expect(try company.records().isEmpty)
  }

  @Test func rulesCanBeSwitchedOff() throws {
    let company = try Company([
      "_disallow_impossible_phone_numbers": "false", "_disallow_premium_phone_numbers": "false",
      "_mandatory_customer_lookup_keys": "_email",
    ])
    #expect(
      try company.book("call me", at: nil, now: monday, ["_email": "x"]).customerNumber?.typed == "call me"
    )
    #expect(try company.book("9005550100", at: nil, now: monday, ["_email": "x"]).state.name == .queued)
  }

  @Test func unknownAndWrongServicesAreNamed() throws {
    let company = try Company()
    let unknown = #expect(throws: CoreError.self) {
      try company.engine.start(StartRequest("suport", customerNumber: "5115"), company.context(monday))
    }
    #expect(unknown?.code == .unknownService)
    #expect(unknown?["suggestion"] == "support")
    let wrong = #expect(throws: CoreError.self) {
      try company.engine.start(StartRequest("Office", customerNumber: "5115"), company.context(monday))
    }
    #expect(wrong?.code == .wrongTemplate)
  }

  @Test func aDryRunAnswersAndWritesNothing() throws {
    let company = try Company()
    let callback = try company.engine.start(
      StartRequest("support", customerNumber: "5115", at: monday + Minutes(60)),
      company.context(monday, dryRun: true)
    )
    #expect(callback.state.name == .scheduled)
    #expect(try company.records().isEmpty)
  }

  @Test func capacityServicesLimitEachSlotAndServicesCountApart() throws {
    let company = try Company(["_max_request_by_time_bucket": "50"])
    try company.store.write(StoreChange(time: monday, command: "test")) { writer in
      let editor = ServiceEditor()
      var configuration = try editor.create(
        "Capacity",
        template: "capacity",
        options: [
          "_timezone": "America/New_York", "_capacity_1": #"{"1":{"0900":0,"1000":2}}"#,
          "_capacity_add_20250113": #"{"20250113":{"1000":1}}"#,
        ],
        in: writer.configuration()
      )
      configuration = try editor.set(["_capacity_service": "Capacity"], of: "support", in: configuration)
      configuration = try editor.clone("support", as: "sales", in: configuration)
      try writer.setConfiguration(configuration)
    }
    let ten = instant("2025-01-06T15:00Z")
    #expect(throws: CallbackError.self) { try company.book("5115", at: monday + Minutes(30), now: monday) }
    try company.book("5115", at: ten, now: monday)
    try company.book("5116", at: ten + Minutes(5), now: monday)
    let error = #expect(throws: CallbackError.self) { try company.book("5117", at: ten, now: monday) }
    #expect(error?["option"] == "_capacity_service")
    #expect(
      try company.engine.start(
        StartRequest("sales", customerNumber: "5117", at: ten),
        company.context(monday)
      ).state.name == .scheduled
    )
    // The override of the next Monday takes one.
    let next = ten.addingTimeInterval(7 * 86_400)
    try company.book("5118", at: next, now: monday)
    #expect(throws: CallbackError.self) { try company.book("5119", at: next, now: monday) }
  }
}

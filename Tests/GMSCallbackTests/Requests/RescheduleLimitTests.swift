import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Which limits a change is asked about, and that a callback never counts against itself.
struct RescheduleLimitTests {
  let now = LimitCompany.monday
  let later: Minutes = 60

  private func reschedule(
    _ company: LimitCompany,
    _ callback: Callback,
    to minutes: Int? = nil,
    _ parameters: Options = [:]
  ) throws -> CallbackError? {
    try company.refusal {
      try company.engine.reschedule(
        callback.id.text,
        to: minutes.map { now + Minutes($0) },
        parameters: parameters,
        company.context(now)
      )
    }
  }

  @Test(
    "moving a SCHEDULED callback takes no place in any count",
    arguments: [
      ["_throttle_callbacks_per_service_1": "0"], ["_throttle_callbacks_per_service_2": "0"],
      ["_max_queued_callbacks_per_service": "0"], ["_throttle_request_parameters_limit": "0"],
      ["_enable_in_queue_checking": "strict"],
    ] as [Options]
  )
  func moved(_ options: Options) throws {
    let company = try LimitCompany()
    let callback = try company.start("5115", at: now + later, now: now)
    try company.start("5115")
    try company.set(options)
    #expect(try reschedule(company, callback, to: 90) == nil)
    #expect(try reschedule(company, callback, to: 0) == nil, "also when it enters the queue at once")
    #expect(try company.engine.callback(callback.id.text).state.name == .queued)
  }

  @Test("a value that is new to the callback is limited, one that it has is not")
  func values() throws {
    let company = try LimitCompany([
      "_throttle_request_parameters": "_customer_number,_email",
      "_throttle_request_parameters_limit": "1",
    ])
    let callback = try company.start("5115", at: now + later, now: now, ["_email": "a"])
    try company.start("5116", at: now + later, now: now, ["_email": "b"])
    #expect(try reschedule(company, callback, to: 70, ["_email": "a"]) == nil)
    #expect(
      try reschedule(company, callback, to: nil, ["_customer_number": "+5115"]) == nil,
      "the same number"
    )
    #expect(try reschedule(company, callback, to: nil, ["_email": "b"])?.code == .valueThrottled)
    let error = try reschedule(company, callback, to: nil, ["_customer_number": "51-16"])
    #expect(error?.code == .valueThrottled)
    #expect(error?["parameter"] == "_customer_number")
    #expect(try reschedule(company, callback, to: nil, ["_email": "c", "_customer_number": "5117"]) == nil)
    #expect(try reschedule(company, callback, to: nil, ["_email": ""]) == nil, "taken away")
  }

  @Test("a number that is new to the callback must have room in the queue")
  func newNumber() throws {
    let company = try LimitCompany(["_enable_in_queue_checking": "strict"])
    let callback = try company.start("5115", at: now + later, now: now)
    let queued = try company.start("5116")
    let error = try reschedule(company, callback, to: 70, ["_customer_number": "5116"])
    #expect(error?.code == .alreadyInQueue)
    #expect(error?.list("callbacks") == [queued.id.text])
  }

  @Test(
    "parameters, numbers and times of a change are asked as of a new request",
    arguments: [
      (["_customer_number": "12"], 60, .impossibleNumber),
      (["_customer_number": "9005550100"], 60, .premiumNumber),
      (["_customer_number": ""], 60, .missingParameter), (["_id": "1"], 60, .invalidParameter),
      (["a": "\u{0}"], 60, .invalidParameter), ([:], -1, .desiredTimeInPast),
      ([:], 60 * 24 * 40, .desiredTimeTooFar),
      (["_customer_number": "6504711"], 60, .numberExcepted),
    ] as [(Options, Int, CallbackError.Code)]
  )
  func asked(_ parameters: Options, _ minutes: Int, _ code: CallbackError.Code) throws {
    let company = try LimitCompany(["_exceptions": "blocked"])
    let callback = try company.start("5115", at: now + later, now: now)
    #expect(try reschedule(company, callback, to: minutes, parameters)?.code == code)
  }

  @Test("sizes count what the callback will have altogether")
  func sizes() throws {
    let company = try LimitCompany()
    let text = String(repeating: "x", count: 60_000)
    let callback = try company.start(
      "5115",
      at: now + later,
      now: now,
      ["a": text, "b": text, "c": text, "d": text]
    )
    #expect(try reschedule(company, callback, to: nil, ["e": text])?.code == .requestTooLarge)
    #expect(try reschedule(company, callback, to: nil, ["e": text, "a": ""]) == nil)
  }

  @Test(
    "a COMPLETED callback that is asked for again is a new one, and asked about everything",
    arguments: [
      (["_throttle_callbacks_per_service_1": "1"], .throttled),
      (["_throttle_callbacks_per_service_2": "1"], .throttled),
      (["_max_queued_callbacks_per_service": "0"], .queueFull),
      (["_throttle_request_parameters_limit": "1"], .valueThrottled),
      (["_exceptions": "blocked"], .numberExcepted),
    ] as [(Options, CallbackError.Code)]
  )
  func again(_ options: Options, _ code: CallbackError.Code) throws {
    let company = try LimitCompany()
    let callback = try company.start("6504711")
    try company.engine.cancel(callback.id.text, company.context(now))
    try company.set(options)
    #expect(try reschedule(company, callback)?.code == code)
  }

  @Test("the COMPLETED one itself is not in queue")
  func againInQueue() throws {
    let company = try LimitCompany([
      "_enable_in_queue_checking": "strict", "_max_queued_callbacks_per_service": "1",
    ])
    let callback = try company.start("5115")
    try company.engine.cancel(callback.id.text, company.context(now))
    #expect(try reschedule(company, callback) == nil)
    #expect(try reschedule(company, callback)?.code == .alreadyInQueue, "the new one is")
  }

  @Test("a service that is run once is asked the same")
  func request() throws {
    let company = try LimitCompany(["_throttle_callbacks_per_service_1": "1"])
    try company.start("5115")
    let before = try company.contents()
    let error = #expect(throws: CallbackError.self) {
      try company.engine.request("support", ["_customer_number": "5116"], company.context(now))
    }
    #expect(error?.code == .throttled)
    #expect(try company.contents() == before)
  }
}

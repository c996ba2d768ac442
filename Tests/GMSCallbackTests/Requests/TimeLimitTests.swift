import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The limits of times, at their bounds.
struct TimeLimitTests {
  static let now = LimitCompany.monday

  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    var options: Options = [:]
    var now = TimeLimitTests.now
    let desired: Date
    var message: String?
    var testDescription: String { what }
  }

  static let cases: [Case] = [
    Case(what: "this very moment", desired: now),
    Case(
      what: "this very moment, told more finely than records keep it",
      now: now.addingTimeInterval(0.000_4),
      desired: now.addingTimeInterval(0.000_1)
    ),
    Case(
      what: "a millisecond ago",
      desired: now.addingTimeInterval(-0.001),
      message: """
        the desired time '2025-01-06T13:59:59.999Z' is over: a callback lies at or after now, 2025-01-06T14:00:00.000Z
        """
    ),
    Case(
      what: "long before all calendars",
      desired: Date(timeIntervalSince1970: -1e12),
      message: "over"
    ),
    Case(what: "just a month ahead", desired: instant("2025-02-06T14:00Z")),
    Case(
      what: "a millisecond more than a month ahead",
      desired: instant("2025-02-06T14:00Z").addingTimeInterval(0.001),
      message: """
        the desired time '2025-02-06T14:00:00.001Z' is too far ahead: a callback can be scheduled until \
        2025-02-06T14:00:00.000Z (option '_reject_future_desired_time' = '1M')
        """
    ),
    Case(
      what: "the last day of a shorter month",
      now: instant("2025-01-31T14:00Z"),
      desired: instant("2025-02-28T14:00Z")
    ),
    Case(
      what: "the day after the last day of a shorter month",
      now: instant("2025-01-31T14:00Z"),
      desired: instant("2025-03-01T00:00Z"),
      message: """
        the desired time '2025-03-01T00:00:00.000Z' is too far ahead: a callback can be scheduled until \
        2025-02-28T14:00:00.000Z (option '_reject_future_desired_time' = '1M')
        """
    ),
    Case(
      what: "just ninety minutes ahead",
      options: ["_reject_future_desired_time": "90m"],
      desired: now.addingTimeInterval(5_400)
    ),
    Case(
      what: "a minute more than ninety",
      options: ["_reject_future_desired_time": "90m"],
      desired: now.addingTimeInterval(5_460),
      message: """
        the desired time '2025-01-06T15:31:00.000Z' is too far ahead: a callback can be scheduled until \
        2025-01-06T15:30:00.000Z (option '_reject_future_desired_time' = '90m')
        """
    ),
    Case(what: "the distant future", desired: .distantFuture, message: "too far ahead"),
  ]

  @Test("a time is taken at the bound, and refused beyond it", arguments: cases)
  func bounds(_ c: Case) throws {
    let company = try LimitCompany(c.options)
    let error = try company.refusal { try company.start("5115", at: c.desired, now: c.now) }
    if let message = c.message, message.count < 30 {
      #expect(error?.description.contains(message) == true)
    } else {
      #expect(error?.description == c.message)
    }
  }

  @Test("a slot takes as many as it may, wherever in it they are asked for; the next slot has its own")
  func capacity() throws {
    let company = try LimitCompany(["_max_request_by_time_bucket": "2"])
    let slot = instant("2025-01-06T15:00Z")
    try company.start("5115", at: slot)
    try company.start("5116", at: slot.addingTimeInterval(899.999))
    let error = try company.refusal { try company.start("5117", at: slot.addingTimeInterval(450)) }
    #expect(error?.code == .slotFull)
    #expect(error?.facts.first { $0.name == "limit" }?.value == 2)
    #expect(error?.facts.first { $0.name == "found" }?.value == 2)
    #expect(error?.facts.last?.name == "availability")
    #expect(try company.refusal { try company.start("5117", at: slot.addingTimeInterval(900)) } == nil)
    #expect(try company.refusal { try company.start("5118", at: slot.addingTimeInterval(-0.001)) } == nil)
  }
}

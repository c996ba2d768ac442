import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Availability: which slots are answered for which request, what is left of them, both versions of the answer.
struct AvailabilityTests {
  let monday = Company.monday

  func starts(_ request: AvailabilityRequest, _ company: Company, now: Date? = nil) throws -> [String] {
    try company.engine.availability(of: "support", request, now: now ?? monday).slots.map {
      text($0.slot.start)
    }
  }

  @Test func withoutAnEndTheSlotOfTheStartIsAnswered() throws {
    let company = try Company()
    #expect(try starts(AvailabilityRequest(), company, now: monday + Minutes(7)) == ["2025-01-06T14:00Z"])
    #expect(try starts(AvailabilityRequest(start: monday + Minutes(20)), company) == ["2025-01-06T14:15Z"])
    #expect(
      try starts(AvailabilityRequest(start: instant("2025-01-05T14:00Z")), company) == [],
      "Sunday is closed"
    )
  }

  @Test func anEndOrANumberOfDaysSpansSlots() throws {
    let company = try Company()
    #expect(
      try starts(AvailabilityRequest(start: monday, end: monday + Minutes(31)), company) == [
        "2025-01-06T14:00Z", "2025-01-06T14:15Z", "2025-01-06T14:30Z",
      ]
    )
    #expect(try starts(AvailabilityRequest(start: monday, days: 1), company).count == 32)
    #expect(try starts(AvailabilityRequest(start: monday, days: 7), company).count == 160)
    #expect(try starts(AvailabilityRequest(start: monday, days: 0), company).count == 1)
  }

  @Test func daysAreThoseOfTheClockOfTheZone() throws {
    let company = try Company(office: ["_bh_regular1": "Mon-Sun 00:00-24:00"])
    let zone = try ZoneDatabase.system.rules(named: "America/New_York")
    let saturday = instant("2025-11-01T04:00Z")
    // Until midnight of Monday by the clock: a day of 24 and one of 25 hours.
    #expect(
      try starts(AvailabilityRequest(start: saturday, days: 2, timeZone: zone), company).count == 49 * 4
    )
    #expect(try starts(AvailabilityRequest(start: saturday, days: 2), company).count == 48 * 4)
  }

  @Test func bookingsAreTakenOffAndFullSlotsAreReportedWhenAsked() throws {
    let company = try Company(["_max_request_by_time_bucket": "2"])
    try company.book("5115", at: monday + Minutes(60), now: monday)
    try company.book("5116", at: monday + Minutes(74), now: monday)
    try company.book("5117", at: monday + Minutes(75), now: monday)
    let request = AvailabilityRequest(start: monday + Minutes(45), end: monday + Minutes(105))
    let slots = try company.engine.availability(of: "support", request, now: monday).slots
    #expect(
      slots.map { text($0.slot.start) } == ["2025-01-06T14:45Z", "2025-01-06T15:15Z", "2025-01-06T15:30Z"]
    )
    #expect(slots.map(\.remaining) == [2, 1, 2])
    var busy = request
    busy.reportsBusy = true
    let all = try company.engine.availability(of: "support", busy, now: monday).slots
    #expect(all.map(\.remaining) == [2, 0, 1, 2])
    #expect(all.map(\.slot.total) == [2, 2, 2, 2])
  }

  @Test func theLimitCountsSlotsThatAreOpenAndNotFull() throws {
    let company = try Company()
    try company.book("5115", at: monday + Minutes(15), now: monday)
    let request = AvailabilityRequest(start: monday, days: 1, maxSlots: 2)
    #expect(try starts(request, company) == ["2025-01-06T14:00Z", "2025-01-06T14:30Z"])
    var busy = request
    busy.reportsBusy = true
    #expect(try starts(busy, company) == ["2025-01-06T14:00Z", "2025-01-06T14:15Z", "2025-01-06T14:30Z"])
  }

  @Test func bothVersionsOfTheAnswerHaveGMSsShape() throws {
    let company = try Company(["_max_request_by_time_bucket": "10", "_request_time_bucket": "5"])
    try company.book("5115", at: monday + Minutes(60), now: monday)
    let zone = try ZoneDatabase.system.rules(named: "America/New_York")
    var request = AvailabilityRequest(start: monday + Minutes(60), timeZone: zone)
    let answer = try company.engine.availability(of: "support", request, now: monday)
    #expect(
      JSONWriter.compact(answer.json)
        == #"{"durationMin":5,"timezone":"America/New_York","slots":[{"utcTime":"2025-01-06T15:00:00.000Z","localTime":"2025-01-06T10:00:00.000","capacity":9,"total":10}]}"#
    )
    #expect(JSONWriter.compact(answer.jsonVersion1) == #"{"2025-01-06T15:00:00.000Z":9}"#)
    request.timeZone = nil
    #expect(
      JSONWriter.compact(try company.engine.availability(of: "support", request, now: monday).json)
        == #"{"durationMin":5,"slots":[{"utcTime":"2025-01-06T15:00:00.000Z","capacity":9,"total":10}]}"#
    )
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let request: AvailabilityRequest
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Refusal(
      request: AvailabilityRequest(start: Company.monday, end: instant("2025-01-05T00:00Z")),
      message:
        "'2025-01-05T00:00:00.000Z' cannot be the range's 'end'; give an end at or after the start 2025-01-06T14:00:00.000Z"
    ),
    Refusal(
      request: AvailabilityRequest(end: Company.monday, days: 2),
      message: "'2' cannot be the range's 'number-of-days'; give either an end or a number of days, not both"
    ),
    Refusal(
      request: AvailabilityRequest(days: -1),
      message: "'-1' cannot be the range's 'number-of-days'; give a number of 0 to 36525"
    ),
    Refusal(
      request: AvailabilityRequest(maxSlots: 0),
      message: "'0' cannot be the range's 'max-time-slots'; give a number of 1 or more"
    ),
  ])
  func malformedRangesAreRefused(_ c: Refusal) throws {
    let company = try Company()
    let error = #expect(throws: CallbackError.self) { try starts(c.request, company) }
    #expect(error?.code == .rangeInvalid)
    #expect(error?.description == c.message)
  }

  @Test func tenThousandYearsAreRefused() throws {
    let company = try Company()
    let error = #expect(throws: CalendarError.self) {
      try starts(
        AvailabilityRequest(start: instant("0001-01-01T00:00Z"), end: instant("9999-01-01T00:00Z")),
        company
      )
    }
    #expect(error?.code == .rangeTooLong)
  }

  /// Random bookings against a count by hand, over a change of the clock.
  @Test func remainingAgreesWithACountByHand() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let company = try Company(
        [
          "_max_request_by_time_bucket": "4",
          "_request_time_bucket": "\([5, 10, 15, 20, 30, 60].randomElement(using: &random) ?? 5)",
        ],
        office: ["_bh_regular1": "Mon-Sun 00:00-24:00"]
      )
      let saturday = instant("2025-11-01T00:00Z")
      var booked: [Date] = []
      for number in 0..<150 {
        let desired = saturday.addingTimeInterval(Double(Int.random(in: 600...172_800, using: &random)))
        if (try? company.book("\(10_000 + number)", at: desired, now: saturday)) != nil {
          booked.append(desired)
        }
      }
      let request = AvailabilityRequest(
        start: saturday,
        end: saturday.addingTimeInterval(200_000),
        reportsBusy: true
      )
      let slots = try company.engine.availability(of: "support", request, now: saturday).slots
      for slot in slots {
        let count = booked.count { slot.slot.start <= $0 && $0 < slot.slot.end }
        #expect(slot.remaining == 4 - count, "seed \(seed) \(text(slot.slot.start))")
      }
      #expect(slots.map { 4 - $0.remaining }.reduce(0, +) == booked.count, "seed \(seed)")
    }
  }
}

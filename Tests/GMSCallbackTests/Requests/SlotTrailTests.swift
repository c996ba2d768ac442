import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Why slots are free, full or closed.
struct SlotTrailTests {
  /// New York, weekdays 9 to 17, one callback a quarter of an hour unless said.
  private func lines(_ company: Company, _ start: String, _ end: String) throws -> [String] {
    let request = AvailabilityRequest(start: instant(start), end: instant(end))
    let (availability, trail) = try company.engine.explainAvailability(
      of: "support",
      request,
      now: Company.monday
    )
    #expect(
      availability == (try company.engine.availability(of: "support", request, now: Company.monday))
    )
    let free = trail.entries.filter { $0.answer == .free }
    #expect(free.map(\.start) == availability.slots.map(\.slot.start))
    #expect(free.map(\.remaining) == availability.slots.map(\.remaining))
    return trail.entries.map {
      "\(text($0.start)) \(text($0.end)) \($0.answer.rawValue) \($0.option)=\($0.value) \($0.booked)/\($0.total)"
    }
  }

  @Test("each slot stands with who says so; closed neighbours are one")
  func slots() throws {
    let company = try Company()
    try company.book("5115", at: instant("2025-01-06T14:20Z"), now: Company.monday)
    #expect(
      try lines(company, "2025-01-06T13:07Z", "2025-01-06T14:31Z") == [
        "2025-01-06T13:15Z 2025-01-06T14:00Z closed _business_hours_service=Office 0/0",
        "2025-01-06T14:00Z 2025-01-06T14:15Z free _max_request_by_time_bucket=1 0/1",
        "2025-01-06T14:15Z 2025-01-06T14:30Z full _max_request_by_time_bucket=1 1/1",
        "2025-01-06T14:30Z 2025-01-06T14:45Z free _max_request_by_time_bucket=1 0/1",
      ]
    )
  }

  @Test("an empty range tells of the slot that holds it, as availability does")
  func one() throws {
    let company = try Company()
    #expect(
      try lines(company, "2025-01-06T14:07Z", "2025-01-06T14:07Z")
        == ["2025-01-06T14:00Z 2025-01-06T14:15Z free _max_request_by_time_bucket=1 0/1"]
    )
    #expect(
      try lines(company, "2025-01-05T14:07Z", "2025-01-05T14:07Z")
        == ["2025-01-05T14:00Z 2025-01-05T14:15Z closed _business_hours_service=Office 0/0"]
    )
  }

  @Test(
    "open hours without capacity are told apart from closed ones, and from full ones that take fewer than are booked"
  )
  func capacity() throws {
    let company = try Company(["_max_request_by_time_bucket": "3"])
    for number in ["5115", "5116", "5117"] {
      try company.book(number, at: instant("2025-01-06T15:00Z"), now: Company.monday)
    }
    try company.store.write(StoreChange(time: Company.monday, command: "test")) { writer in
      var configuration = try ServiceEditor().create(
        "Capacity",
        template: "capacity",
        options: ["_timezone": "America/New_York", "_capacity_1": #"{"1":{"0900":0,"1000":2}}"#],
        in: writer.configuration()
      )
      configuration = try ServiceEditor().set(
        ["_capacity_service": "Capacity"],
        of: "support",
        in: configuration
      )
      try writer.setConfiguration(configuration)
    }
    #expect(
      try lines(company, "2025-01-06T13:30Z", "2025-01-06T15:30Z") == [
        "2025-01-06T13:30Z 2025-01-06T14:00Z closed _business_hours_service=Office 0/0",
        "2025-01-06T14:00Z 2025-01-06T15:00Z no-capacity _capacity_service=Capacity 0/0",
        "2025-01-06T15:00Z 2025-01-06T15:15Z full _capacity_service=Capacity 3/2",
        "2025-01-06T15:15Z 2025-01-06T15:30Z free _capacity_service=Capacity 0/2",
      ]
    )
  }

  @Test("a week joins nights and weekends, and every instant of it stands once")
  func week() throws {
    let company = try Company()
    let range = instant("2025-01-06T00:00Z")..<instant("2025-01-13T00:00Z")
    let request = AvailabilityRequest(start: range.lowerBound, end: range.upperBound)
    let trail = try company.engine.explainAvailability(of: "support", request, now: Company.monday).trail
    #expect(trail.entries.first?.start == range.lowerBound)
    #expect(trail.entries.last?.end == range.upperBound)
    #expect(zip(trail.entries, trail.entries.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(trail.entries.count { $0.answer == .closed } == 6)
    #expect(trail.entries.count { $0.answer == .free } == 5 * 32)
  }

  @Test("what a request leaves out of its answer stands in the trail")
  func maximum() throws {
    let company = try Company()
    let request = AvailabilityRequest(
      start: Company.monday,
      end: instant("2025-01-06T15:00Z"),
      maxSlots: 1
    )
    let (availability, trail) = try company.engine.explainAvailability(
      of: "support",
      request,
      now: Company.monday
    )
    #expect(availability.slots.count == 1)
    #expect(trail.entries.count == 4)
  }

  @Test("refusals are those of availability")
  func refusals() throws {
    let company = try Company(["_business_hours_service": ""])
    #expect(throws: CallbackError.missing("support")) {
      try company.engine.explainAvailability(of: "support", now: Company.monday)
    }
    let other = try Company()
    let backwards = AvailabilityRequest(start: Company.monday, end: Company.monday + Minutes(-1))
    let error = #expect(throws: CallbackError.self) {
      try other.engine.explainAvailability(of: "support", backwards, now: Company.monday)
    }
    #expect(error?.code == .rangeInvalid)
    let tooLong = AvailabilityRequest(start: Company.monday, days: 36_525)
    #expect(throws: CalendarError.self) {
      try other.engine.explainAvailability(of: "support", tooLong, now: Company.monday)
    }
  }

  @Test("the JSON has fixed members")
  func json() throws {
    let company = try Company()
    let trail = try company.engine.explainAvailability(of: "support", now: Company.monday).trail
    #expect(
      JSONWriter.compact(trail.json)
        == """
        [{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T14:15:00.000Z","answer":"free",\
        "option":"_max_request_by_time_bucket","value":"1","total":1,"booked":0,"capacity":1}]
        """
    )
    #expect(trail.json.arrayValue?.first?.members?.map(\.name) == SlotTrail.Entry.fields)
  }
}

extension CallbackError {
  fileprivate static func missing(_ service: String) -> CallbackError {
    CallbackError(
      .missingOfficeHours,
      [
        "service": service, "option": "_business_hours_service",
        "expected": "the name of an office-hours service",
      ]
    )
  }
}

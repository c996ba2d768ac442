import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// Slots: where they begin, which are bookable, and what a change of offset does to them.
struct SlotCalendarTests {
  func slots(
    hours: String,
    zone: String,
    capacity: Int = 3,
    capacityZone: String? = nil,
    bucket: TimeBucket,
    in range: String
  ) throws -> [String] {
    let office = try OfficeHours(timeZone: zone, regularHours: [RegularHours(hours)]).compiled()
    let rules = try ZoneDatabase.system.rules(named: capacityZone ?? zone)
    let calendar = SlotCalendar(
      hours: office,
      capacity: CapacityCalendar(constant: capacity, zone: rules),
      bucket: bucket
    )
    return try calendar.slots(in: span(range)).map { "\(text($0.start..<$0.end)) \($0.total)" }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let hours: String
    let zone: String
    var capacityZone: String?
    let bucket: TimeBucket
    let range: String
    let slots: [String]
    var testDescription: String { what }
  }

  @Test(arguments: [
    Case(
      what: "slots fill the open hours",
      hours: "Mon 09:00-10:00",
      zone: "UTC",
      bucket: .minutes20,
      range: "2025-01-06T00:00Z/2025-01-07T00:00Z",
      slots: [
        "2025-01-06T09:00Z/2025-01-06T09:20Z 3", "2025-01-06T09:20Z/2025-01-06T09:40Z 3",
        "2025-01-06T09:40Z/2025-01-06T10:00Z 3",
      ]
    ),
    Case(
      what: "a slot whose start is closed is not bookable, one whose start is open is",
      hours: "Mon 09:10-09:50",
      zone: "UTC",
      bucket: .minutes30,
      range: "2025-01-06T00:00Z/2025-01-07T00:00Z",
      slots: ["2025-01-06T09:30Z/2025-01-06T10:00Z 3"]
    ),
    Case(
      what: "a start inside the range is answered, one before it not",
      hours: "Mon 09:00-17:00",
      zone: "UTC",
      bucket: .minutes60,
      range: "2025-01-06T10:30Z/2025-01-06T12:30Z",
      slots: ["2025-01-06T11:00Z/2025-01-06T12:00Z 3", "2025-01-06T12:00Z/2025-01-06T13:00Z 3"]
    ),
    Case(
      what: "an empty range asks for the slot that holds it",
      hours: "Mon 09:00-17:00",
      zone: "UTC",
      bucket: .minutes60,
      range: "2025-01-06T10:30Z/2025-01-06T10:30Z",
      slots: ["2025-01-06T10:00Z/2025-01-06T11:00Z 3"]
    ),
    Case(
      what: "an empty range in closed time has none",
      hours: "Mon 09:00-17:00",
      zone: "UTC",
      bucket: .minutes60,
      range: "2025-01-06T17:00Z/2025-01-06T17:00Z",
      slots: []
    ),
    Case(
      what: "slots are aligned to the hour of the capacity's zone",
      hours: "Mon 09:00-10:00",
      zone: "UTC",
      capacityZone: "Asia/Kolkata",
      bucket: .minutes60,
      range: "2025-01-06T00:00Z/2025-01-07T00:00Z",
      slots: ["2025-01-06T09:30Z/2025-01-06T10:30Z 3"]
    ),
    Case(
      what: "two-hour slots are aligned to midnight",
      hours: "Mon 09:00-13:00",
      zone: "America/New_York",
      bucket: .minutes120,
      range: "2025-01-06T00:00Z/2025-01-07T00:00Z",
      slots: ["2025-01-06T15:00Z/2025-01-06T17:00Z 3", "2025-01-06T17:00Z/2025-01-06T19:00Z 3"]
    ),
    Case(
      what: "the clock goes forward: what is left of a two-hour slot",
      hours: "Sun 00:00-06:00",
      zone: "America/New_York",
      bucket: .minutes120,
      range: "2025-03-09T00:00Z/2025-03-10T00:00Z",
      slots: [
        "2025-03-09T05:00Z/2025-03-09T07:00Z 3", "2025-03-09T07:00Z/2025-03-09T08:00Z 3",
        "2025-03-09T08:00Z/2025-03-09T10:00Z 3",
      ]
    ),
    Case(
      what: "the clock goes back: the repeated hour has slots of its own",
      hours: "Sun 01:00-02:00",
      zone: "America/New_York",
      bucket: .minutes30,
      range: "2025-11-02T00:00Z/2025-11-03T00:00Z",
      slots: [
        "2025-11-02T05:00Z/2025-11-02T05:30Z 3", "2025-11-02T05:30Z/2025-11-02T06:00Z 3",
        "2025-11-02T06:00Z/2025-11-02T06:30Z 3", "2025-11-02T06:30Z/2025-11-02T07:00Z 3",
      ]
    ),
    Case(
      what: "a half-hour change begins a new slot",
      hours: "Sun 01:00-03:00",
      zone: "Australia/Lord_Howe",
      bucket: .minutes60,
      range: "2025-10-04T00:00Z/2025-10-06T00:00Z",
      slots: ["2025-10-04T14:30Z/2025-10-04T15:30Z 3", "2025-10-04T15:30Z/2025-10-04T16:00Z 3"]
    ),
  ])
  func slotsAreWhereTheyShouldBe(_ c: Case) throws {
    #expect(
      try slots(hours: c.hours, zone: c.zone, capacityZone: c.capacityZone, bucket: c.bucket, in: c.range)
        == c.slots
    )
  }

  @Test(arguments: TimeBucket.allCases)
  func aDayHasAsManySlotsAsFit(bucket: TimeBucket) throws {
    let found = try slots(
      hours: "Mon-Sun 00:00-24:00",
      zone: "UTC",
      bucket: bucket,
      in: "2025-01-06T00:00Z/2025-01-07T00:00Z"
    )
    #expect(found.count == 1440 / bucket.minutes)
  }

  @Test func theNumberHoldsForEachBucketOfTheHour() throws {
    // The seed's plan: Monday 10 from 09:00; twelve buckets of 5 minutes make 120 an hour.
    let office = try OfficeHours(regularHours: [try RegularHours("Mon-Sun 00:00-24:00")]).compiled()
    let calendar = SlotCalendar(
      hours: office,
      capacity: try CapacityCalendar(CapacityPlanTests.seedPlan()),
      bucket: .minutes5
    )
    let slots = try calendar.slots(in: span("2025-01-06T08:00Z/2025-01-06T10:00Z"))
    #expect(slots.count == 12)
    #expect(slots.allSatisfy { $0.total == 10 })
    #expect(slots.map(\.total).reduce(0, +) == 120)
    let (slot, isOpen) = calendar.slot(containing: instant("2025-01-06T09:07:30Z"))
    #expect(slot == Slot(start: instant("2025-01-06T09:05Z"), end: instant("2025-01-06T09:10Z"), total: 10))
    #expect(isOpen)
  }

  @Test(arguments: [0, 1, 7, 25, 90, 240, -5])
  func otherBucketsAreRefused(minutes: Int) {
    let error = #expect(throws: CalendarError.self) { try TimeBucket(minutes: minutes) }
    #expect(
      error?.description == "'\(minutes)' is not a time bucket; write 5, 10, 15, 20, 30, 60 or 120 (minutes)"
    )
  }

  @Test func longRangesAreRefused() throws {
    let error = #expect(throws: CalendarError.self) {
      try slots(
        hours: "Mon 09:00-10:00",
        zone: "UTC",
        bucket: .minutes5,
        in: "2025-01-01T00:00Z/2035-01-01T00:00Z"
      )
    }
    #expect(error?.code == .rangeTooLong)
    #expect(error?.detail == "5 years")
  }

  /// Every minute belongs to one slot; slots never overlap, and their length divides what is left of the hour.
  @Test func slotsPartitionTime() throws {
    for (index, zoneName) in RandomOfficeHours.zones.enumerated() {
      let zone = try ZoneDatabase.system.rules(named: zoneName)
      let office = try OfficeHours(timeZone: "UTC", regularHours: [RegularHours("Mon-Sun 00:00-24:00")])
        .compiled()
      for bucket in TimeBucket.allCases {
        let calendar = SlotCalendar(
          hours: office,
          capacity: CapacityCalendar(constant: 1, zone: zone),
          bucket: bucket
        )
        let start = instant("20\(10 + index)-01-01T00:00Z")
        let middle = zone.nextTransition(after: start) ?? start
        let slots = try calendar.slots(
          in: middle.addingTimeInterval(-100_000)..<middle.addingTimeInterval(100_000)
        )
        for (slot, next) in zip(slots, slots.dropFirst()) {
          #expect(slot.end == next.start, "\(zoneName) \(bucket) \(text(slot.start))")
          #expect(calendar.slot(containing: slot.start).slot == slot)
          #expect(calendar.slot(containing: slot.end.addingTimeInterval(-1)).slot == slot)
        }
        #expect(
          slots.contains { $0.start == middle } || zone.nextTransition(after: start) == nil,
          "a change begins a slot"
        )
      }
    }
  }
}

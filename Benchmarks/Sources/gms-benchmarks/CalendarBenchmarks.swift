import Foundation
@_spi(Benchmarks) import GMSCalendar

/// The office hours of the table: New York, weekdays and Saturday, 10 annual holidays, 5 exceptions.
enum Office {
  static func hours() throws -> OfficeHours {
    OfficeHours(
      timeZone: "America/New_York",
      regularHours: [try RegularHours("Mon-Fri 08:00-17:30"), try RegularHours("Sat 09:00-12:00")],
      holidays: try [
        "01-01", "01-20", "02-17", "05-26", "06-19", "07-04", "09-01", "10-13", "11-11", "12-25",
      ]
      .map { try Holiday($0) },
      exceptions: try [
        "2025-01-01 10:00-12:00", "2025-07-04 10:00-14:00", "11-30 18:00-21:00", "12-24 18:00-20:00",
        "2026-03-08 01:00-04:00",
      ].map { try ExceptionHours($0) }
    )
  }

  /// Instants spread over the two years from 2025.
  static func instants(_ count: Int) -> [Date] {
    var state: UInt64 = 42
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Date(timeIntervalSince1970: 1_735_689_600 + Double((state >> 33) % 63_072_000))
    }
  }
}

func calendarMeasurements() throws -> [Measurement] {
  let hours = try Office.hours()
  let calendar = try hours.compiled()
  let instants = Office.instants(100_000)
  let year = Date(timeIntervalSince1970: 1_735_689_600)..<Date(timeIntervalSince1970: 1_767_225_600)
  let zone = try ZoneDatabase.system.rules(named: "America/New_York")
  let foundation = TimeZone(identifier: "America/New_York") ?? .current
  let cold = try (0..<200).map { _ in try hours.compiled() }
  var next = 0

  return [
    Measurement(
      name: "is it open, random instants over two years",
      nanoseconds: nanoseconds(100_000) { calendar.isOpen(at: instants[$0]) ? 1 : 0 },
      bound: 80,
      boundName: "bound"
    ),
    Measurement(
      name: "next opening, random instants over two years",
      nanoseconds: nanoseconds(100_000) {
        Int(calendar.nextOpening(after: instants[$0])?.timeIntervalSince1970 ?? 0)
      },
      bound: 100,
      boundName: "bound"
    ),
    Measurement(
      name: "all periods of 2025, compiled",
      nanoseconds: nanoseconds(2_000) { _ in (try? calendar.periods(in: year).count) ?? 0 },
      bound: 1_000,
      boundName: "bound"
    ),
    Measurement(
      name: "all periods of 2025, cold (compiles two blocks)",
      nanoseconds: nanoseconds(1, rounds: 150) { _ in
        next += 1
        return (try? cold[next].periods(in: year).count) ?? 0
      },
      bound: 30_000,
      boundName: "bound"
    ),
    Measurement(
      name: "compiling a year",
      nanoseconds: nanoseconds(200) { calendar.compileAgain(block: 50 + $0 % 3) },
      bound: 25_000,
      boundName: "bound"
    ),
    Measurement(
      name: "zone look-up, random instants over two years",
      nanoseconds: nanoseconds(100_000) { zone.secondsFromGMT(at: instants[$0]) },
      bound: 15,
      boundName: "bound"
    ),
    Measurement(
      name: "zone look-up against Foundation's TimeZone",
      nanoseconds: nanoseconds(100_000) { zone.secondsFromGMT(at: instants[$0]) },
      bound: nanoseconds(100_000) { foundation.secondsFromGMT(for: instants[$0]) },
      boundName: "Foundation"
    ),
    Measurement(
      name: "2 business days from now (16 open hours), random instants",
      nanoseconds: nanoseconds(20_000) {
        Int(calendar.date(byAddingOpenSeconds: 57_600, to: instants[$0])?.timeIntervalSince1970 ?? 0)
      },
      bound: 5_000,
      boundName: "bound"
    ),
  ]
}

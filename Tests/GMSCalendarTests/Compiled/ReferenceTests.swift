import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// The compiled calendar against the minute-by-minute reference, on random office hours, zones and ranges.
///
/// Each argument is a block of seeds, so that a failure names one: run `ReferenceOfficeHours` with it again.
struct ReferenceTests {
  static let seedsPerBlock: UInt64 = 50

  @Test(arguments: 0..<60 as Range<UInt64>)
  func calendarAgreesWithTheReference(block: UInt64) throws {
    for seed in block * Self.seedsPerBlock..<(block + 1) * Self.seedsPerBlock {
      var random = RandomOfficeHours(seed: seed)
      let year = random.year()
      let others = [
        "leaf": try random.hours(year: year),
        "branch": try random.hours(year: year, imports: ["leaf"]),
      ]
      let hours = try random.hours(year: year, imports: ["leaf", "branch"])
      let calendar = try hours.compiled(named: "root", importing: others)
      let reference = ReferenceOfficeHours(hours: hours, others: others, zones: .system)
      let range = try interestingRange(calendar, year: year, seed: seed)
      let open = try reference.openMinutes(in: range)
      check(calendar, open, range, "seed \(seed)")
    }
  }

  /// Two days, half of the time around a change of offset in the year.
  private func interestingRange(_ calendar: OfficeHoursCalendar, year: Int, seed: UInt64) throws -> Range<Int>
  {
    var random = SeededGenerator(seed: seed ^ 0xABCD)
    let first = try CivilDate(year: year, month: 1, day: 1).daysSince1970
    var middle = (first + Int.random(in: 0..<365, using: &random)) * 1440
    let newYear = Date(timeIntervalSince1970: Double(first) * 86_400)
    if random.oneIn(2), let change = calendar.zone.nextTransition(after: newYear) {
      middle = Int(change.timeIntervalSince1970) / 60
    }
    return
      (middle - Int.random(in: 600...1800, using: &random))..<(middle
      + Int.random(in: 600...1800, using: &random))
  }

  private func check(_ calendar: OfficeHoursCalendar, _ open: [Bool], _ range: Range<Int>, _ seed: Comment) {
    let periods = spans(open, range)
    let dates = date(range.lowerBound)..<date(range.upperBound)
    do {
      #expect(try calendar.periods(in: dates) == periods, seed)
      #expect(try calendar.openSeconds(in: dates) == open.count(where: \.self) * 60, seed)
      #expect(range.allSatisfy { calendar.isOpen(at: date($0)) == open[$0 - range.lowerBound] }, seed)
      #expect(range.allSatisfy { calendar.isOpen(at: date($0) + 59.9) == open[$0 - range.lowerBound] }, seed)
      for minute in stride(from: range.lowerBound, to: range.upperBound, by: 37) {
        checkChanges(calendar, open, range, minute, seed)
      }
      checkDeadlines(calendar, open, range, seed)
    } catch {
      Issue.record("\(seed): \(error)")
    }
  }

  /// The next opening, and the changes around an instant, as far as they lie in the range.
  private func checkChanges(
    _ calendar: OfficeHoursCalendar,
    _ open: [Bool],
    _ range: Range<Int>,
    _ minute: Int,
    _ seed: Comment
  ) {
    let at = minute - range.lowerBound
    let opening = (at + 1..<open.count).first { open[$0] && !open[$0 - 1] }
    let found = calendar.nextOpening(after: date(minute))
    if let opening {
      #expect(found == date(range.lowerBound + opening), seed)
    } else {
      #expect(found.map { $0 >= date(range.upperBound) } ?? true, seed)
    }
    switch calendar.status(at: date(minute)) {
    case .closed(let next):
      #expect(!open[at], seed)
      #expect(next == found, seed)
    case .open(let since, let until):
      #expect(open[at], seed)
      if let closed = open[..<at].lastIndex(of: false) {
        #expect(since == date(range.lowerBound + closed + 1), seed)
      } else {
        #expect(since.map { $0 <= date(range.lowerBound) } ?? true, seed)
      }
      if let closed = open[at...].firstIndex(of: false) {
        #expect(until == date(range.lowerBound + closed), seed)
      } else {
        #expect(until.map { $0 >= date(range.upperBound) } ?? true, seed)
      }
    }
  }

  /// Counting n open seconds forwards from the start and backwards from the end.
  private func checkDeadlines(
    _ calendar: OfficeHoursCalendar,
    _ open: [Bool],
    _ range: Range<Int>,
    _ seed: Comment
  ) {
    let openMinutes = open.indices.filter { open[$0] }
    for count in stride(from: 1, through: openMinutes.count, by: max(1, openMinutes.count / 7)) {
      #expect(
        calendar.date(byAddingOpenSeconds: count * 60, to: date(range.lowerBound))
          == date(range.lowerBound + openMinutes[count - 1] + 1),
        seed
      )
      #expect(
        calendar.date(byAddingOpenSeconds: -count * 60, to: date(range.upperBound))
          == date(range.lowerBound + openMinutes[openMinutes.count - count]),
        seed
      )
    }
  }

  private func spans(_ open: [Bool], _ range: Range<Int>) -> [Range<Date>] {
    var spans: [Range<Date>] = []
    var start: Int?
    for (index, isOpen) in (open + [false]).enumerated() {
      if isOpen, start == nil { start = index }
      if !isOpen, let begin = start {
        spans.append(date(range.lowerBound + begin)..<date(range.lowerBound + index))
        start = nil
      }
    }
    return spans
  }

  private func date(_ minute: Int) -> Date { Date(timeIntervalSince1970: Double(minute) * 60) }
}

import Foundation
import GMSCalendar
import Testing

/// Wall time to instant against a reference that only asks for the offset, minute by minute.
@Suite("Wall time against every minute", .enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
struct LocalTimeReferenceTests {
  /// What was seen of one wall time while walking through 52 hours.
  struct Seen {
    /// The instants at which the clock showed it, and whether it was set back in that very moment.
    var shown: [(instant: Int64, isSetBack: Bool)] = []
    /// The instants at which the clock jumped over it.
    var jumps: [Int64] = []

    var start: Int64? { shown.first?.instant ?? jumps.first }

    var end: Int64? {
      guard let last = shown.last else { return jumps.last }
      // Shown again in the moment of setting back: the first of the repeated moments.
      return last.isSetBack && shown.count > 1 ? shown[shown.count - 2].instant : last.instant
    }
  }

  /// The odd zones in eight parts, so that they run side by side.
  @Test(arguments: 0..<8)
  func everyTransition(part: Int) throws {
    let zones = try ZoneFixtures.oddZones
    #expect(zones.count >= 60)
    for zone in zones.enumerated().filter({ $0.offset % 8 == part }).map(\.element) {
      var cursor = Date(secondsSince1970: Date.earliestSecond)
      let end = try InstantText.read("2039-01-01")
      while let transition = zone.nextTransition(after: cursor), transition < end {
        check(zone, around: transition.secondsSince1970)
        cursor = transition
      }
    }
  }

  private func check(_ zone: ZoneRules, around second: Int64) {
    let before = Int64(zone.offset(at: second - 1))
    let after = Int64(zone.offset(at: second))
    let shift = after - before
    // Where local mean time ends, steps of a minute would step over what the clock shows.
    guard shift % 60 == 0 else { return checkToTheSecond(zone, around: second) }
    // Both ends of what is skipped or repeated, minutes and an hour to either side, and the middle.
    var times: Set = [second + before + shift / 120 * 60]
    for base in [second + before, second + after] {
      for minutes in [-60, -7, -1, 0, 1, 7, 60] as [Int64] { times.insert(base + minutes * 60) }
    }
    let seen = walk(zone, around: second, looking: times)
    for time in times {
      // Plain comparisons first: an expectation for each of half a million would take most of the time.
      let (start, end) = (zone.start(ofLocal: time), zone.end(ofLocal: time))
      if start == seen[time]?.start, end == seen[time]?.end { continue }
      #expect(start == seen[time]?.start, "\(zone) start \(time) near \(second)")
      #expect(end == seen[time]?.end, "\(zone) end \(time) near \(second)")
    }
  }

  /// Looks at the clock each minute from 26 hours before `second` to 26 hours after it.
  private func walk(_ zone: ZoneRules, around second: Int64, looking times: Set<Int64>) -> [Int64: Seen] {
    var seen: [Int64: Seen] = [:]
    guard let earliest = times.min(), let latest = times.max() else { return seen }
    var instant = second - 26 * 3600
    var last = instant - 60 + Int64(zone.offset(at: instant - 60))
    while instant <= second + 26 * 3600 {
      let shown = instant + Int64(zone.offset(at: instant))
      if shown >= earliest, shown <= latest, times.contains(shown) {
        seen[shown, default: Seen()].shown.append((instant, isSetBack: last >= shown))
      }
      if shown - last > 60 {
        for time in times where last + 60 <= time && time < shown {
          seen[time, default: Seen()].jumps.append(instant)
        }
      }
      last = shown
      instant += 60
    }
    return seen
  }

  /// The same, trying every offset near by for instants at which the clock shows the time.
  private func checkToTheSecond(_ zone: ZoneRules, around second: Int64) {
    var offsets: Set<Int64> = []
    for instant in stride(from: second - 53 * 3600, through: second + 53 * 3600, by: 900) {
      offsets.insert(Int64(zone.offset(at: instant)))
    }
    let before = Int64(zone.offset(at: second - 1))
    let after = Int64(zone.offset(at: second))
    for base in [second + before, second + after, second + (before + after) / 2] {
      for seconds in [-3600, -1, 0, 1, 3600] as [Int64] {
        let local = base + seconds
        let found = offsets.map { local - $0 }.filter { $0 + Int64(zone.offset(at: $0)) == local }.sorted()
        let start = found.first ?? second
        var end = found.last ?? second
        if found.count > 1, end == second, before > after { end = found[found.count - 2] }
        #expect(zone.start(ofLocal: local) == start, "\(zone) start \(local) near \(second)")
        #expect(zone.end(ofLocal: local) == end, "\(zone) end \(local) near \(second)")
      }
    }
  }
}

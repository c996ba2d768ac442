import Foundation
import GMSCalendar
import Testing

/// Wall time to instant against a reference that only asks for the offset, minute by minute.
@Suite("Wall time against every minute", .enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
struct LocalTimeReferenceTests {
  /// What the clock shows at each step within 26 hours and more around a transition.
  struct Clock {
    var instants: [Int64] = []
    var shown: [Int64] = []

    init(around center: Int64, step: Int64, zone: ZoneRules) {
      for instant in stride(from: center - 53 * 3600, through: center + 53 * 3600, by: Int64.Stride(step)) {
        instants.append(instant)
        shown.append(instant + Int64(zone.offset(at: instant)))
      }
    }

    /// The steps at which the clock shows `local`.
    func occurrences(of local: Int64) -> [Int] { shown.indices.filter { shown[$0] == local } }

    /// The steps at which the clock jumps over `local`.
    func jumps(over local: Int64) -> [Int] {
      shown.indices.dropFirst().filter { shown[$0 - 1] < local && local < shown[$0] }
    }

    func start(of local: Int64) -> Int64? {
      (occurrences(of: local).first ?? jumps(over: local).first).map { instants[$0] }
    }

    func end(of local: Int64) -> Int64? {
      let found = occurrences(of: local)
      guard let last = found.last else { return jumps(over: local).last.map { instants[$0] } }
      // Shown again in the moment of setting back: the first of the repeated moments.
      let isFirstRepeated = found.count > 1 && shown[last - 1] > local
      return instants[isFirstRepeated ? found[found.count - 2] : last]
    }
  }

  /// The odd zones in eight parts, so that they run side by side.
  @Test(arguments: 0..<8)
  func everyTransition(part: Int) throws {
    let zones = try ZoneFixtures.oddZones
    #expect(zones.count >= 60)
    for zone in zones.enumerated().filter({ $0.offset % 8 == part }).map(\.element) {
      var cursor = Date(secondsSince1970: Date.earliestSecond)
      let end = try InstantText.read("2040-01-01")
      while let transition = zone.nextTransition(after: cursor), transition < end {
        check(zone, around: transition.secondsSince1970)
        cursor = transition
      }
    }
  }

  private func check(_ zone: ZoneRules, around second: Int64) {
    let before = Int64(zone.offset(at: second - 1))
    let after = Int64(zone.offset(at: second))
    // Where offsets have seconds (local mean time), steps of a minute would step over what the clock shows.
    let shift = after - before
    guard shift % 60 == 0 else { return checkToTheSecond(zone, around: second) }
    let clock = Clock(around: second, step: 60, zone: zone)
    // Both ends of what is skipped or repeated, one minute to either side, the middle, and hours away.
    for base in [second + before, second + after] {
      for minutes in [-720, -60, -1, 0, 1, 60, 720] as [Int64] {
        let local = base + minutes * 60
        #expect(zone.start(ofLocal: local) == clock.start(of: local), "\(zone) start \(local) near \(second)")
        #expect(zone.end(ofLocal: local) == clock.end(of: local), "\(zone) end \(local) near \(second)")
      }
    }
    let middle = second + before + shift / 120 * 60
    #expect(zone.start(ofLocal: middle) == clock.start(of: middle), "\(zone) start \(middle) near \(second)")
    #expect(zone.end(ofLocal: middle) == clock.end(of: middle), "\(zone) end \(middle) near \(second)")
  }

  /// The same with every second that is an instant of the wall time under any offset near by.
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

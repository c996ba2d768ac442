import Foundation
import GMSCalendar
import Testing

/// Compares the reader with programs that share nothing with it but the files.
@Suite("Zones against independent oracles")
struct ZoneOracleTests {
  @Test(
    "Every transition 1970-2100 of every zone, and random instants 1800-2500, as Python's zoneinfo has them",
    .enabled(if: PythonOracle.isAvailable, "needs python3 with zoneinfo and a zone database")
  )
  func python() throws {
    let zones = try PythonOracle.zones(["--step-hours", "72", "--random", "40"])
    #expect(zones.count >= 300, "only \(zones.count) zones were compared")
    var transitions = 0
    for zone in zones {
      try check(zone)
      transitions += zone.changes.count
    }
    #expect(transitions > 20_000, "only \(transitions) transitions were compared")
  }

  @Test(
    "Odd zones, probed every hour through years with pauses and double changes",
    .enabled(if: PythonOracle.isAvailable, "needs python3 with zoneinfo and a zone database")
  )
  func pythonHourly() throws {
    let names = ["Africa/Cairo", "Africa/Casablanca", "Asia/Gaza", "America/Sitka", "Antarctica/Casey"]
    let zones = try PythonOracle.zones(
      ["--from", "2009", "--to", "2026", "--step-hours", "1", "--random", "0"] + names
    )
    #expect(zones.map(\.name) == names)
    for zone in zones { try check(zone, years: 2009...2026) }
  }

  private func check(_ zone: PythonOracle.Zone, years: ClosedRange<Int> = 1970...2100) throws {
    let rules = try ZoneFixtures.rules(zone.name)
    let end = try ZoneFixtures.second("\(years.upperBound + 1)-01-01")
    var ours: [Int64] = []
    var cursor = Date(secondsSince1970: try ZoneFixtures.second("\(years.lowerBound)-01-01"))
    while let next = rules.nextTransition(after: cursor), next.secondsSince1970 <= end {
      ours.append(next.secondsSince1970)
      cursor = next
    }
    #expect(ours == zone.changes.map(\.second), "\(zone.name)")
    for change in zone.changes {
      let found = (rules.offset(at: change.second - 1), rules.offset(at: change.second))
      #expect(found == (change.before, change.after), "\(zone.name) at \(change.second)")
    }
    for sample in zone.offsets {
      let found = rules.offset(at: sample.second)
      #expect(found == sample.offset, "\(zone.name) at \(sample.second)")
    }
  }

  /// Whether zdump can be run here.
  private static let hasZoneDump =
    ZoneFixtures.hasDatabase && (try? PythonOracle.run("zdump", ["-c", "2000,2001", "-v", "UTC"])) != nil

  @Test(
    "Offsets around every transition up to 2037 as zdump prints them",
    .enabled(if: hasZoneDump, "needs zdump and a zone database"),
    arguments: [
      "Africa/Casablanca", "America/Havana", "America/Juneau", "Antarctica/Troll", "Asia/Manila",
      "Australia/Lord_Howe", "Europe/Dublin", "Pacific/Apia",
    ]
  )
  func zoneDump(name: String) throws {
    let rules = try ZoneFixtures.rules(name)
    let directory = try #require(ZoneFixtures.database.directory)
    let output = try PythonOracle.run("zdump", ["-v", "-c", "1800,2037", "\(directory)/\(name)"])
    var compared = 0
    for line in output.split(separator: "\n") {
      // …/Asia/Manila  Fri Sep  6 14:59:59 1844 UT = … gmtoff=-57368
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 6, let offset = words.last.flatMap({ Int($0.dropFirst("gmtoff=".count)) }),
        let month = Self.months.firstIndex(of: words[2]), let day = Int(words[3]),
        let year = Int(words[5]), (1800...2037).contains(year)
      else { continue }
      let date = try CivilDate(year: year, month: month + 1, day: day)
      let second = try ZoneFixtures.second("\(date)T\(words[4])Z")
      #expect(rules.offset(at: second) == offset, "\(line)")
      compared += 1
    }
    #expect(compared > 4)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

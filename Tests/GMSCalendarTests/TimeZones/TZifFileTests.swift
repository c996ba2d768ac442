import Foundation
import GMSCalendar
import Testing

@Suite("Zone files")
struct TZifFileTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    /// What the error says.
    var says: String

    init(_ name: String, says: String, _ bytes: [UInt8]) {
      (testDescription, self.bytes, self.says) = (name, bytes, says)
    }
  }

  static let damages = [
    Damage("empty", says: "it ends after 0 bytes", []),
    Damage("not TZif", says: "does not begin with 'TZif'", Array(repeating: 0x20, count: 100)),
    Damage("version 1 as a digit", says: "version byte is 49", TZifBytes(version: UInt8(ascii: "1")).bytes),
    Damage("no types", says: "'typecnt' of 0", TZifBytes(types: []).bytes),
    Damage("no designations", says: "'charcnt' of 0", TZifBytes(designations: []).bytes),
    Damage(
      "unterminated designation",
      says: "designation of local time",
      TZifBytes(designations: [65, 66, 67]).bytes
    ),
    Damage(
      "designation index",
      says: "designation of local time type 0",
      TZifBytes(designationIndex: 4).bytes
    ),
    Damage("daylight flag", says: "flag 'isdst' 0", TZifBytes(daylightFlag: 2).bytes),
    Damage("standard flag", says: "flag 'isstd' 0", TZifBytes(standardFlags: [7]).bytes),
    Damage("UT flag", says: "flag 'isut' 0", TZifBytes(standardFlags: [1], utFlags: [7]).bytes),
    Damage("number of standard flags", says: "'isstdcnt' of 2", TZifBytes(standardFlags: [0, 0]).bytes),
    Damage("number of UT flags", says: "'isutcnt' of 2", TZifBytes(utFlags: [0, 0]).bytes),
    Damage("leap seconds", says: "leap seconds", TZifBytes(leapSeconds: 1).bytes),
    Damage("unsorted", says: "transition 1 is not later", TZifBytes(transitions: [(5, 0), (5, 0)]).bytes),
    Damage("missing type", says: "local time type 1", TZifBytes(transitions: [(5, 1)]).bytes),
    Damage("transition too early", says: "transition 0 lies", TZifBytes(transitions: [(.min, 0)]).bytes),
    Damage("transition too late", says: "transition 0 lies", TZifBytes(transitions: [(.max, 0)]).bytes),
    Damage("offset too low", says: "-90000 seconds", TZifBytes(types: [-90_000]).bytes),
    Damage("offset too high", says: "93600 seconds", TZifBytes(types: [93_600]).bytes),
    Damage("offset that cannot be negated", says: "-2147483648", TZifBytes(types: [.min]).bytes),
    Damage(
      "more transitions than bytes",
      says: "'timecnt' of 4294967295",
      TZifBytes(announced: [3: .max]).bytes
    ),
    Damage("more types than there are", says: "header announces", TZifBytes(announced: [4: 90]).bytes),
    Damage("no footer", says: "not a line", TZifBytes(footer: nil).bytes),
    Damage("footer without end", says: "not a line", TZifBytes(footer: "\nUTC0").bytes),
    Damage("footer of another script", says: "not a line", TZifBytes(footer: "\nÜTC0\n").bytes),
    Damage("footer with a space", says: "not a line", TZifBytes(footer: "\nEST5 EDT\n").bytes),
    Damage(
      "footer that is no rule",
      says: "the rule 'EST' needs an offset",
      TZifBytes(footer: "\nEST\n").bytes
    ),
    Damage(
      "no 64-bit part",
      says: "it ends after 54 bytes, its header announces 98",
      Array(TZifBytes().bytes.prefix(54))
    ),
    Damage(
      "64-bit part of another version",
      says: "64-bit part",
      {
        var bytes = TZifBytes().bytes; bytes[54 + 4] = UInt8(ascii: "3"); return bytes
      }()
    ),
    Damage(
      "64-bit part that is none",
      says: "64-bit part",
      {
        var bytes = TZifBytes().bytes; bytes[54] = 0; return bytes
      }()
    ),
  ]

  @Test(arguments: damages)
  func isRefused(_ damage: Damage) {
    let error = #expect(throws: CalendarError.self) { try ZoneRules(name: "Test/Zone", tzif: damage.bytes) }
    #expect(error?.code == .damagedZoneFile)
    #expect(error?.value == "Test/Zone")
    #expect(error?.detail?.contains(damage.says) == true, "\(error?.detail ?? "")")
  }

  @Test(arguments: [0, UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
  func everyVersion(version: UInt8) throws {
    let file = TZifBytes(
      version: version,
      types: [-3600, 7200],
      transitions: [(-1000, 1), (1000, 0)],
      standardFlags: [1, 0],
      utFlags: [1, 0]
    )
    let zone = try ZoneRules(name: "Test/Zone", tzif: file.bytes)
    #expect([-1001, -1000, 999, 1000].map(zone.offset) == [-3600, 7200, 7200, -3600])
    #expect(zone.offsetSpan(at: 0) == OffsetSpan(start: -1000, end: 1000, offset: 7200))
    #expect(zone.offsetSpan(at: -1001) == OffsetSpan(start: .min, end: -1000, offset: -3600))
    #expect(zone.offsetSpan(at: 1000) == OffsetSpan(start: 1000, end: .max, offset: -3600))
  }

  @Test func the64BitPartIsRead() throws {
    let zone = try ZoneRules(
      name: "Test/Zone",
      tzif: TZifBytes(types: [0, 60], transitions: [(1 << 40, 1)]).bytes
    )
    #expect([(1 << 40) - 1, 1 << 40].map(zone.offset) == [0, 60])
  }

  @Test func bytesAfterTheEndAreIgnored() throws {
    let zone = try ZoneRules(name: "Test/Zone", tzif: TZifBytes(footer: "\nAAA-1\n\u{0}more").bytes)
    #expect(zone.offset(at: 0) == 3600)
  }

  @Test func transitionsToTheSameOffsetAreMerged() throws {
    let file = TZifBytes(types: [0, 3600, 3600], transitions: [(10, 1), (20, 2), (30, 1), (40, 0)])
    let zone = try ZoneRules(name: "Test/Zone", tzif: file.bytes)
    #expect(zone.offsetSpan(at: 25) == OffsetSpan(start: 10, end: 40, offset: 3600))
    #expect(zone.nextTransition(after: Date(timeIntervalSince1970: 10)) == Date(timeIntervalSince1970: 40))
    #expect(zone.nextTransition(after: Date(timeIntervalSince1970: 40)) == nil)
  }

  @Test func theRuleHoldsFromTheLastTransition() throws {
    let file = TZifBytes(
      types: [0, -18_000],
      transitions: [(1_000_000_000, 1)],
      footer: "\nEST5EDT,M3.2.0,M11.1.0\n"
    )
    let zone = try ZoneRules(name: "Test/Zone", tzif: file.bytes)
    // September 2001: the file says standard time, its rule says daylight time.
    #expect([999_999_999, 1_000_000_000].map(zone.offset) == [0, -14_400])
    #expect(zone.offset(at: try ZoneFixtures.second("2001-12-01")) == -18_000)
  }

  @Test(.timeLimit(.minutes(20)))
  func aRuleAfterATransitionBillionsOfYearsAgo() throws {
    for last in [-(1 << 59), -(1 << 40), 1 << 40, 1 << 59] as [Int64] {
      let file = TZifBytes(
        types: [0, -18_000],
        transitions: [(last, 1)],
        footer: "\nEST5EDT,M3.2.0,M11.1.0\n"
      )
      let zone = try ZoneRules(name: "Test/Zone", tzif: file.bytes)
      #expect(zone.offset(at: last - 1) == 0)
      #expect(zone.offset(at: try ZoneFixtures.second("2025-07-01")) == (last > 0 ? 0 : -14_400))
      #expect(zone.offset(at: try ZoneFixtures.second("1899-07-01")) == (last > 0 ? 0 : -18_000))
    }
  }

  @Test func manyTransitionsInOneYear() throws {
    let transitions = (0..<5000).map { (second: Int64($0) * 1000, type: UInt8($0 % 2)) }
    let zone = try ZoneRules(
      name: "Test/Zone",
      tzif: TZifBytes(types: [0, 60], transitions: transitions).bytes
    )
    for index in 1..<5000 as Range<Int64> {
      let expected = index % 2 == 0 ? 0 : 60
      #expect(zone.offset(at: index * 1000) == expected)
      #expect(zone.offset(at: index * 1000 + 999) == expected)
    }
  }
}

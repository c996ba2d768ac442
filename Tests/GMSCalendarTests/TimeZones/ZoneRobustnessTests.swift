import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// Any bytes at all give a zone or an error, and never end the program.
@Suite("Damaged zone files", .enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
struct ZoneRobustnessTests {
  static let names = [
    "America/New_York", "Africa/Casablanca", "Europe/Dublin", "Asia/Kolkata", "Antarctica/Troll", "Etc/UTC",
  ]

  /// Asks everything of a zone that was made from damaged bytes; answers whether there was one.
  @discardableResult
  private func read(_ bytes: [UInt8]) -> Bool {
    let zone: ZoneRules
    do {
      zone = try ZoneRules(name: "Test/Damaged", tzif: bytes)
    } catch {
      #expect(error.code == .damagedZoneFile)
      #expect(error.detail?.isEmpty == false)
      return false
    }
    for second in [Int64.min, -4_000_000_000, 0, 1_700_000_000, 9_000_000_000, Int64.max] {
      let span = zone.offsetSpan(at: second)
      #expect(span.start <= second && second <= span.end)
      #expect((-89_999...93_599).contains(zone.offset(at: second)))
    }
    #expect(zone.start(ofLocal: 1_741_500_000) <= zone.end(ofLocal: 1_741_500_000))
    return true
  }

  @Test(arguments: names)
  func everyTruncationIsRefused(name: String) throws {
    let bytes = try ZoneFixtures.bytes(name)
    for count in 0..<bytes.count { #expect(!read(Array(bytes.prefix(count))), "\(count) bytes") }
    #expect(read(bytes))
  }

  @Test(arguments: names)
  func flippedBytes(name: String) throws {
    let bytes = try ZoneFixtures.bytes(name)
    var refused = 0
    for seed in 0..<800 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        // Half of the damage goes where it hurts most: headers and the rule.
        let places =
          Bool.random(using: &generator)
          ? [0..<44, max(0, bytes.count - 40)..<bytes.count].randomElement(using: &generator) ?? 0..<1
          : 0..<bytes.count
        damaged[Int.random(in: places, using: &generator)] = UInt8.random(
          in: .min ... .max,
          using: &generator
        )
      }
      if !read(damaged) { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test func everySingleByteOfASmallFile() throws {
    let bytes = TZifBytes(
      types: [0, 3600],
      transitions: [(0, 1), (1000, 0)],
      footer: "\nAAA0BBB,M3.2.0,M11.1.0\n"
    ).bytes
    for index in bytes.indices {
      for value in [0, 1, 0x0A, 0x2C, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = value
        read(damaged)
      }
    }
  }

  @Test func randomBytes() {
    for seed in 0..<500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...300, using: &generator)
      var bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      bytes.replaceSubrange(0..<min(5, count), with: Array("TZif2".utf8.prefix(count)))
      read(bytes)
    }
  }

  @Test func randomRules() {
    let pieces = [
      "EST", "<+03>", "5", "-3:30", ",", "M3.2.0", "M11.1.0", "J60", "365", "/", "167", "0", "<", ":", ".",
    ]
    for seed in 0..<3000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &generator)
      let rule = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      do {
        let zone = try ZoneRules(name: "Test/Rule", posix: rule)
        #expect((-89_999...93_599).contains(zone.offset(at: 1_700_000_000)))
      } catch {
        #expect(error.code == .damagedZoneFile)
      }
    }
  }
}

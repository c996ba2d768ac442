import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// Values that nobody should type: nothing may trap, and what is accepted must survive an export.
@Suite("Fuzzed values")
struct FuzzTests {
  /// Options and parameters that are worth attacking, with a sound value of each to mutate.
  private static let sound: [(line: [String], key: String, value: String)] = [
    (["service", "set", "Office"], "_bh_regular1", "Mon-Fri 09:00-17:30"),
    (["service", "set", "Office"], "_bh_add1", "2025-12-24 09:00-12:00"),
    (["service", "set", "Office"], "_holiday2", "12-25"),
    (["service", "set", "Office"], "_effective_dates1", "2025-01-01 to 2025-12-31"),
    (["service", "set", "Office"], "_timezone", "America/New_York"),
    (["service", "set", "Branch"], "_import_rules1", "Office"),
    (["service", "set", "Branch"], "_import_schedules1", "Office"),
    (["service", "set", "Capacity"], "_capacity_1", #"{"1":{"0900":1,"1000":3}}"#),
    (["service", "set", "Capacity"], "_capacity_add_20250106", #"{"20250106":{"0900":5}}"#),
    (["service", "set", "Capacity"], "_max_capacity", "1000"),
    (["service", "set", "support"], "_request_time_bucket", "5"),
    (["service", "set", "support"], "_reject_future_desired_time", "1M"),
    (["service", "set", "support"], "_ttl", "86400"),
    (["service", "set", "support"], "_request_execution_time_buffer", "120"),
    (["service", "set", "support"], "_urs_queued_ttl", "14400"),
    (["service", "set", "support"], "_target", #"[{"target":"kate","clear":"true"}]"#),
    (["service", "set", "support"], "_customer_lookup_keys", "_customer_number,lob"),
    (["service", "set", "support"], "_mandatory_customer_lookup_keys", "_customer_number"),
    (["service", "set", "support"], "_default_country", "US"),
    (["service", "create", "New", "--template", "office-hours"], "_holiday1", "02-29"),
    (["callback", "start", "support", "lob=x"], "_customer_number", "+1 (650) 466-3204"),
    (["callback", "start", "support", "_customer_number=5118"], "_desired_time", "2025-01-06T15:00:00Z"),
    (["callback", "start", "support", "_customer_number=5118"], "lob", "sales"),
  ]

  /// Lines whose options are times, numbers, zones and names.
  private static let options: [(line: [String], option: String, value: String)] = [
    (["hours", "periods", "Office"], "--start", "2025-01-06T10:00:00"),
    (["hours", "periods", "Office", "--start", "2025-01-06"], "--end", "2025-01-13"),
    (["hours", "periods", "Office"], "--days", "7"),
    (["hours", "status", "Office"], "--at", "2025-01-06T14:00:00.123+01:00"),
    (["hours", "next", "Office"], "--after", "2025-07-04"),
    (["hours", "month", "Office"], "--month", "2025-02"),
    (["hours", "month", "Office"], "--timezone", "Australia/Lord_Howe"),
    (["capacity", "periods", "Capacity"], "--start", "2025-01-06T10:00:00Z"),
    (["capacity", "periods", "Capacity"], "--days", "3"),
    (["callback", "availability", "support"], "--start", "2025-01-06T10:00:00Z"),
    (["callback", "availability", "support", "--days", "1"], "--max-slots", "3"),
    (["callback", "start", "support", "--number", "5118"], "--at", "2025-01-06T15:00:00Z"),
    (["callback", "start", "support"], "--number", "5118"),
    (["callback", "list"], "--max", "5"),
    (["callback", "list"], "--where", "lob=!sales"),
    (["callback", "list"], "--from", "2025-01-06"),
    (["run"], "--until", "2025-01-06T20:00:00Z"),
    (["hours", "status", "Office"], "--now", "2025-01-06T20:00:00Z"),
    (["callback", "start", "support", "--number", "5118", "--dry-run"], "--now", "2025-01-06T20:00:00Z"),
    (["callback", "start", "support", "--number", "5118", "--dry-run"], "--seed", "7"),
    (["service", "list"], "--fields", "name,template"),
  ]

  private static let extremes = [
    "", " ", "-", "@", "0", "-1", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "1e400",
    "99999999999999999999999999", "0x10", "+5", "٣", "NaN", "null", "[]", "{}", "\u{0}", "a\u{0}b", "\n",
    "\r\n",
    "a\nb", "😀", "👩‍👩‍👧‍👦", "é", "e\u{301}", "\u{202E}abc", "\u{FEFF}x", "\"", "''", "#", ";", "[a]", " lead",
    "trail ",
    "$_customer_number$", "$$", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z",
    "1000000000000y", "999999M", "Mon-Sun 00:00-24:00", "Sun-Sat 23:59-00:00", "24:00", "UTC", "posix/UTC",
    ".", "/",
    String(repeating: "a", count: 100_000), String(repeating: "[", count: 100_000),
    String(repeating: "9", count: 10_000), String(repeating: "😀,", count: 5_000),
  ]

  @Test("never trap, and what is accepted survives export and apply", arguments: 0..<8)
  func fuzz(part: Int) throws {
    var random = SeededGenerator(seed: UInt64(part) &+ 0xBAD)
    var harness = try SmallCompany.booked().harness
    for index in 0..<60 {
      let words: [String]
      if random.oneIn(3) {
        let target = Self.options[Int.random(in: Self.options.indices, using: &random)]
        words = target.line + ["\(target.option)=\(Self.value(near: target.value, &random))"]
      } else {
        let target = Self.sound[Int.random(in: Self.sound.indices, using: &random)]
        words = target.line + ["\(target.key)=\(Self.value(near: target.value, &random))"]
      }
      let before = try harness.snapshot()
      let outcome = harness.run(words: words)
      let shown = words.map { String($0.prefix(120)) }
      if outcome.code == .done {
        try Self.checkExport(of: harness, after: shown)
      } else {
        #expect(outcome.errors.hasPrefix("gmsctl: "), "\(shown)")
        #expect(outcome.errors.utf8.count < 4_000, "\(shown)")
        #expect(try harness.snapshot() == before, "\(shown)")
      }
      // A new company now and then, so that accepted nonsense does not shut the way to the rest.
      if index % 12 == 11 { harness = try SmallCompany.booked().harness }
    }
  }

  @Test("of every option survive at their extremes", arguments: 0..<6)
  func extremes(part: Int) throws {
    for (index, target) in Self.sound.enumerated() where index % 6 == part {
      for value in Self.extremes {
        let harness = try SmallCompany.booked().harness
        let before = try harness.snapshot()
        let outcome = harness.run(words: target.line + ["\(target.key)=\(value)"])
        let shown = (target.line + [target.key, String(value.prefix(60))]).joined(separator: " ")
        if outcome.code == .done {
          try Self.checkExport(of: harness, after: [shown])
        } else {
          #expect(try harness.snapshot() == before, "\(shown)")
        }
      }
    }
    for (index, target) in Self.options.enumerated() where index % 6 == part {
      let harness = try SmallCompany.booked().harness
      for value in Self.extremes {
        let outcome = harness.run(words: target.line + ["\(target.option)=\(value)"])
        #expect(
          outcome.code == .done || outcome.errors.hasPrefix("gmsctl: "),
          "\(target) \(value.prefix(60))"
        )
      }
    }
  }

  /// An export in either form applies to nothing new; the questions still have an answer.
  private static func checkExport(of harness: CommandLineHarness, after words: [String]) throws {
    let before = try harness.snapshot()
    for format in ["json", "options"] {
      let export = harness.run("config export --format \(format)")
      // Options text has no form for some values, and says so.
      if format == "options", export.code == .refused, export.errors.contains("use JSON") { continue }
      #expect(export.code == .done, "\(words): \(export.errors.prefix(300))")
      let apply = harness.run("apply -f -", input: export.output)
      #expect(apply == .init(code: .done, output: "", errors: "no difference\n"), "\(words)")
    }
    #expect(try harness.snapshot() == before, "\(words)")
    for line in [
      "hours periods Office --start 2025-01-06 --days 3", "hours next Branch", "capacity grid Capacity",
      "callback availability support --days 2", "callback list", "service lint",
      "run --until 2025-01-08 --dry-run",
    ] {
      let outcome = harness.run(line)
      // A name may be a token of requests, such as $name$, which leads nowhere without one.
      let isToken = outcome.code == .notFound && outcome.errors.contains("$'")
      #expect(
        outcome.code == .done || outcome.code == .refused || isToken,
        "\(words): \(line): \(outcome.errors.prefix(300))"
      )
    }
  }

  /// An extreme, a sound value with something changed, or random bytes.
  private static func value(near sound: String, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return extremes[Int.random(in: extremes.indices, using: &random)]
    case 1:
      let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      return String(decoding: bytes, as: UTF8.self)
    default:
      var bytes = Array(sound.utf8)
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where at < bytes.count: bytes.remove(at: at)
        case 1 where at < bytes.count: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
        case 2: bytes.insert(contentsOf: Array(sound.utf8), at: at)
        default: bytes.insert(UInt8.random(in: 0x30...0x39, using: &random), at: at)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

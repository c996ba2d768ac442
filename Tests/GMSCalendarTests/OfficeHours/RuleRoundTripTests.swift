import GMSCalendar
import GMSTestSupport
import Testing

/// Printing and reading are inverses, on random rules.
struct RuleRoundTripTests {
  @Test func everyRuleReadsBackAsItWas() throws {
    var count = 0
    for seed in 0..<2000 as Range<UInt64> {
      var random = RandomOfficeHours(seed: seed)
      let hours = try random.hours(year: random.year())
      for rule in hours.regularHours { #expect(try RegularHours(rule.description) == rule, "seed \(seed)") }
      for rule in hours.exceptions { #expect(try ExceptionHours(rule.description) == rule, "seed \(seed)") }
      for rule in hours.holidays { #expect(try Holiday(rule.description) == rule, "seed \(seed)") }
      for rule in hours.effectiveDates {
        #expect(try EffectiveDates(rule.description) == rule, "seed \(seed)")
      }
      count += hours.regularHours.count + hours.exceptions.count + hours.holidays.count
    }
    #expect(count > 10_000)
  }

  /// Text that is damaged anywhere is refused or read as what it then says; it never traps.
  @Test func damagedTextsNeverTrap() throws {
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("Mon-Fri 0123456789:-to٣é\0")
    for _ in 0..<20_000 {
      var text = Array("Mon-Fri 09:00-17:30")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<text.count, using: &random)
        if random.oneIn(2) {
          text[at] = alphabet.randomElement(using: &random) ?? "x"
        } else {
          text.insert(alphabet.randomElement(using: &random) ?? "x", at: at)
        }
      }
      if let hours = try? RegularHours(String(text)) { #expect(try RegularHours(hours.description) == hours) }
      if let hours = try? ExceptionHours(String(text)) {
        #expect(try ExceptionHours(hours.description) == hours)
      }
      if let dates = try? EffectiveDates(String(text)) {
        #expect(try EffectiveDates(dates.description) == dates)
      }
    }
  }
}

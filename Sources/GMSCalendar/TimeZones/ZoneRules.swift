#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The offsets of one time zone from UTC, in the past and in the future, and the way from wall time to instant.
///
/// Rules come from a ``ZoneDatabase``, from the bytes of a TZif file, or have one fixed offset. They never
/// change, so one object can be shared by everything. A zone keeps its oldest offset (local mean time, as a
/// rule) before its first transition, and follows the rule in its file after the last one.
///
/// A look-up searches a flat table that reaches to the year 2110; later years are computed. Neither allocates.
public final class ZoneRules: Sendable {
  /// The name, such as `America/New_York`.
  public let name: String

  /// The offsets up to `laterRuleStart`, and from `earlierRuleEnd` on.
  let table: OffsetTable
  /// What holds outside of the table; nil when the table says everything.
  let rule: PosixZone?
  /// Before this second the rule holds; `Int64.min` for zones that have transitions in their file.
  let earlierRuleEnd: Int64
  /// From this second on the rule holds; `Int64.max` when there is none.
  let laterRuleStart: Int64
  /// The lowest and the highest offset that ever hold.
  let offsets: ClosedRange<Int64>

  /// Coordinated Universal Time.
  public static let utc = ZoneRules(name: "UTC", fixedOffset: 0)

  /// The second from which on rules are computed instead of tabled: 2110-01-01T00:00:00Z.
  private static let tableEnd: Int64 = 4_417_977_600
  /// The second from which on a zone that is only a rule is tabled: 1900-01-01T00:00:00Z.
  private static let ruleTableStart: Int64 = -2_208_988_800

  /// Rules from an oldest offset, the changes from a file, and the rule that holds from the last of them on.
  init(name: String, firstOffset: Int, changes: [OffsetChange], rule: PosixZone?) {
    var changes = changes
    var firstOffset = firstOffset
    var earlierRuleEnd = Int64.min
    var laterRuleStart = Int64.max
    if let rule {
      // The rule says what holds from the last transition on, and everything when there are no transitions.
      // Between a last transition before 1900 and that year it is not unrolled: a file may put its only
      // transition billions of years back, and clocks were first changed in summer in 1908.
      let isOnlyRule = changes.isEmpty
      let last = max(changes.last?.second ?? .min, ZoneRules.ruleTableStart)
      if let change = changes.popLast() {
        changes.append(OffsetChange(second: change.second, offset: rule.offset(at: last)))
      } else {
        firstOffset = rule.offset(at: last)
      }
      let later = rule.changes(after: last, through: ZoneRules.tableEnd)
      if isOnlyRule, let first = later.first { earlierRuleEnd = first.second }
      if let last = later.last, last.second >= ZoneRules.tableEnd { laterRuleStart = last.second }
      changes += later
    }
    self.name = name
    self.table = OffsetTable(firstOffset: firstOffset, changes: changes)
    self.rule = laterRuleStart == .max ? nil : rule
    self.earlierRuleEnd = earlierRuleEnd
    self.laterRuleStart = laterRuleStart
    let all = table.offsets
    self.offsets = Int64(all.min() ?? 0)...Int64(all.max() ?? 0)
  }

  /// A zone with one offset.
  ///
  /// - Parameters:
  ///   - name: The name that the zone answers to.
  ///   - seconds: Seconds east of UTC, from -89,999 to 93,599; anything else is a programmer's mistake.
  public convenience init(name: String, fixedOffset seconds: Int) {
    precondition(TZifFile.offsets.contains(seconds), "A fixed offset lies between -24:59:59 and 25:59:59.")
    self.init(name: name, firstOffset: seconds, changes: [], rule: nil)
  }

  /// A zone from the bytes of a TZif file (RFC 9636), versions 1 to 4.
  ///
  /// - Throws: `CalendarError` with code `damagedZoneFile` that says what is wrong; any bytes at all are safe.
  ///   Files that count leap seconds are refused.
  public convenience init(name: String, tzif bytes: [UInt8]) throws(CalendarError) {
    do {
      let file = try TZifFile(bytes)
      self.init(name: name, firstOffset: file.firstOffset, changes: file.transitions, rule: file.rule)
    } catch {
      throw error.error(of: name)
    }
  }

  /// A zone from a POSIX TZ string such as `EST5EDT,M3.2.0,M11.1.0`, which holds for all years.
  ///
  /// - Throws: `CalendarError` with code `damagedZoneFile` that says what is wrong with the text.
  package convenience init(name: String, posix text: String) throws(CalendarError) {
    do {
      let rule = try PosixZone(text)
      self.init(name: name, firstOffset: rule.standardOffset, changes: [], rule: rule)
    } catch {
      throw error.error(of: name)
    }
  }
}

extension ZoneRules {
  /// Seconds east of UTC at that instant; instants outside the years 1…9999 count as the nearest inside.
  public func secondsFromGMT(at date: Date) -> Int { offset(at: date.secondsSince1970) }

  /// The first instant after `date` at which the offset changes; nil when none comes before the year 10000.
  ///
  /// Transitions of a zone file that change only the abbreviation, or what counts as daylight time, are none.
  public func nextTransition(after date: Date) -> Date? {
    let end = offsetSpan(at: date.secondsSince1970).end
    return end < Date.endOfSeconds ? Date(secondsSince1970: end) : nil
  }

  /// Seconds east of UTC at that second since 1970.
  package func offset(at second: Int64) -> Int {
    if second >= laterRuleStart || second < earlierRuleEnd, let rule { return rule.offset(at: second) }
    return table.offset(at: second)
  }

  /// The longest span around that second in which the offset stays the same.
  package func offsetSpan(at second: Int64) -> OffsetSpan {
    if second >= laterRuleStart || second < earlierRuleEnd, let rule { return rule.span(at: second) }
    return table.span(table.position(of: second))
  }
}

extension ZoneRules: Hashable {
  /// Zones are equal when they have the same name and the same rules, wherever they were read.
  public static func == (lhs: ZoneRules, rhs: ZoneRules) -> Bool {
    lhs === rhs
      || (lhs.name == rhs.name && lhs.table == rhs.table && lhs.rule == rhs.rule
        && lhs.earlierRuleEnd == rhs.earlierRuleEnd)
  }

  /// Hashes the name and the size of the table, which is cheap and seldom equal for unequal zones.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(table.starts.count)
  }
}

extension ZoneRules: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}

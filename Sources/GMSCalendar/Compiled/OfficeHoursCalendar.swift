#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Office hours made ready for questions: is it open, since when, until when, when next, how long.
///
/// Rules are for people; a question is a search in sorted instants. They are compiled in blocks of about a
/// year, on demand, and kept: the first question about a year costs some microseconds, each further one some
/// tens of nanoseconds and no allocation. A calendar never changes; after a change of the rules compile anew.
///
/// Ranges are half-open: an office that is open until 17:00 is closed at 17:00:00. Answers are whole seconds,
/// sorted, merged (no two periods touch) and, where a range was asked for, clipped to it.
///
///     let hours = OfficeHours(
///       timeZone: "America/New_York",
///       regularHours: [try RegularHours("Mon-Fri 09:00-17:30")])
///     let calendar = try hours.compiled()
///     calendar.isOpen(at: date)
public final class OfficeHoursCalendar: Sendable {
  /// The name under which errors speak of the office.
  public let name: String
  /// The zone of the office's own rules, in which its schedule is shown.
  public let zone: ZoneRules

  private let layers: [ScheduleLayer]
  private let cache = BlockCache()

  /// Compiles office hours.
  ///
  /// - Parameters:
  ///   - hours: The rules.
  ///   - name: The name under which `others` would import these hours.
  ///   - others: The office hours that imports name; more may be given than are imported.
  ///   - zones: Where zones are found.
  /// - Throws: `CalendarError` about an import that is missing or circular, or a zone.
  public init(
    _ hours: OfficeHours,
    named name: String = "office hours",
    importing others: [String: OfficeHours] = [:],
    zones: ZoneDatabase = .system
  ) throws(CalendarError) {
    self.name = name
    zone = try zones.rules(named: hours.timeZone)
    layers = try ImportResolver(hours, named: name, others: others, zones: zones).layers()
  }

  /// The block of an index, compiled when it is asked for first.
  func block(_ index: Int) -> CompiledBlock { cache.block(index, compile) }

  private func compile(_ index: Int) -> CompiledBlock {
    let start = Int64(index) << CompiledBlock.shift
    var spans: [Range<Int64>] = []
    spans.reserveCapacity(512)
    // A second more at either end, so that spans that only touch the block are merged into it.
    for layer in layers {
      layer.appendSpans(in: (start - 1)..<(start + CompiledBlock.length + 1), to: &spans)
    }
    return CompiledBlock(index: index, spans: Spans.merged(spans))
  }

  /// The index of the block in which a second lies.
  static func blockIndex(of second: Int64) -> Int { Int(second >> CompiledBlock.shift) }

  /// The blocks of all of time that calendars know.
  static let allBlocks =
    OfficeHoursCalendar.blockIndex(
      of: Date.earliestSecond
    )...OfficeHoursCalendar.blockIndex(of: Date.endOfSeconds - 1)

  /// The offset of a second from the start of its block.
  static func blockOffset(of second: Int64) -> Int32 {
    Int32(truncatingIfNeeded: second & (CompiledBlock.length - 1))
  }

  /// How many bytes each block takes that has been compiled: about 4 KiB for weekday hours.
  ///
  /// A block is a little more than a year. Use it to see what a calendar costs.
  public var compiledByteCounts: [Int] { cache.blocks.map(\.byteCount) }

  /// Compiles a block without keeping it and answers its open seconds; for measurements of compiling alone.
  @_spi(Benchmarks) public func compileAgain(block index: Int) -> Int { Int(compile(index).openSeconds) }
}

extension OfficeHours {
  /// The rules made ready for questions.
  ///
  /// - Parameters:
  ///   - name: The name under which `others` would import these hours.
  ///   - others: The office hours that imports name.
  ///   - zones: Where zones are found.
  /// - Returns: The calendar.
  /// - Throws: `CalendarError` about an import that is missing or circular, or a zone.
  public func compiled(
    named name: String = "office hours",
    importing others: [String: OfficeHours] = [:],
    zones: ZoneDatabase = .system
  ) throws(CalendarError) -> OfficeHoursCalendar {
    try OfficeHoursCalendar(self, named: name, importing: others, zones: zones)
  }
}

extension OfficeHoursCalendar {
  /// The last block in which a search forward from `block` can still find a change.
  ///
  /// Dated rules end somewhere; from then on the years repeat: which weekdays and leap days fall where comes
  /// back within 40 years, the longest gap of the Gregorian calendar. So a schedule that does not change for
  /// 41 years after its last dated rule never does.
  func lastUsefulBlock(from block: Int) -> Int {
    let last = layers.compactMap(\.namedDays?.upperBound).max().map { blockIndex(ofDay: $0) } ?? block
    return min(max(block, last) + 41, OfficeHoursCalendar.allBlocks.upperBound)
  }

  /// The first block in which a search backward from `block` can still find a change.
  func firstUsefulBlock(from block: Int) -> Int {
    let first = layers.compactMap(\.namedDays?.lowerBound).min().map { blockIndex(ofDay: $0) } ?? block
    return max(min(block, first) - 41, OfficeHoursCalendar.allBlocks.lowerBound)
  }

  /// The next block after `block` in which the office may be open; nil when it never will be again.
  func nextOpenableBlock(after block: Int) -> Int? {
    // Hours may start up to three days before the block to which they reach.
    let day = Int((Int64(block + 1) << CompiledBlock.shift).flooringDivide(86_400)) - 3
    return layers.compactMap { $0.candidateDay(from: day) }.min().map {
      max(block + 1, blockIndex(ofDay: $0 - 3))
    }
  }

  /// The last block before `block` in which the office may be open; nil when it never was.
  func previousOpenableBlock(before block: Int) -> Int? {
    let day = Int((Int64(block) << CompiledBlock.shift).flooringDivide(86_400)) + 3
    return layers.compactMap { $0.candidateDay(backFrom: day) }.max().map {
      min(block - 1, blockIndex(ofDay: $0 + 3))
    }
  }

  private func blockIndex(ofDay day: Int) -> Int {
    OfficeHoursCalendar.blockIndex(of: Int64(day) * 86_400)
  }
}

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension OfficeHoursCalendar {
  /// The instant at which a number of open seconds has passed since `date`: "4 business hours from now".
  ///
  /// With a positive number it is the earliest instant before which, since `date`, the office was open for so
  /// many seconds: a deadline that falls on closing time is closing time, not the next opening. With a
  /// negative number it is the latest instant from which the office is open for so many seconds until `date`.
  /// Zero answers `date`, whole seconds.
  ///
  /// - Parameters:
  ///   - seconds: Open seconds to pass, forwards or backwards.
  ///   - date: Where to count from.
  /// - Returns: The instant; nil when the office is not open for so long within 100 years of `date`.
  /// - Complexity: O(years) to the answer, and O(n) in the changes of its last year.
  public func date(byAddingOpenSeconds seconds: Int, to date: Date) -> Date? {
    let start = date.secondsSince1970
    let answer =
      seconds >= 0
      ? instant(after: start, openSeconds: Int64(seconds))
      : instant(before: start, openSeconds: Int64(seconds.magnitude))
    return answer.map(Date.init(secondsSince1970:))
  }

  private func instant(after start: Int64, openSeconds wanted: Int64) -> Int64? {
    guard wanted > 0 else { return start }
    var remaining = wanted
    var index = OfficeHoursCalendar.blockIndex(of: start)
    let last = min(index + OfficeHoursCalendar.deadlineBlocks, OfficeHoursCalendar.allBlocks.upperBound)
    var from = start
    while true {
      let end = Int64(index + 1) << CompiledBlock.shift
      if from & (CompiledBlock.length - 1) == 0, block(index).openSeconds < remaining {
        remaining -= block(index).openSeconds
      } else {
        var answer: Int64?
        forEachSpan(in: from..<end) { span in
          guard answer == nil else { return }
          let length = span.upperBound - span.lowerBound
          if length >= remaining { answer = span.lowerBound + remaining } else { remaining -= length }
        }
        if let answer { return answer }
      }
      let endsOpen = block(index).isOpen(afterChanges: block(index).changes.count)
      guard let next = endsOpen ? index + 1 : nextOpenableBlock(after: index), next <= last else {
        return nil
      }
      index = next
      from = Int64(index) << CompiledBlock.shift
    }
  }

  private func instant(before start: Int64, openSeconds wanted: Int64) -> Int64? {
    var remaining = wanted
    // The last second before `start` decides the block: a start on a block's edge counts into the one before.
    var index = OfficeHoursCalendar.blockIndex(of: start - 1)
    let first = max(index - OfficeHoursCalendar.deadlineBlocks, OfficeHoursCalendar.allBlocks.lowerBound)
    var to = start
    while true {
      let begin = Int64(index) << CompiledBlock.shift
      if to & (CompiledBlock.length - 1) == 0, block(index).openSeconds < remaining {
        remaining -= block(index).openSeconds
      } else {
        var spans: [Range<Int64>] = []
        forEachSpan(in: begin..<to) { spans.append($0) }
        for span in spans.reversed() {
          let length = span.upperBound - span.lowerBound
          if length >= remaining { return span.upperBound - remaining }
          remaining -= length
        }
      }
      guard let next = block(index).isOpenAtStart ? index - 1 : previousOpenableBlock(before: index),
        next >= first
      else { return nil }
      index = next
      to = Int64(index + 1) << CompiledBlock.shift
    }
  }

  /// A little more than 100 years of blocks.
  private static let deadlineBlocks = 95
}

internal import FoundationEssentials

/// The searches over blocks that all questions are made of. Seconds count from 1970.
extension OfficeHoursCalendar {
  /// Whether the office is open in a second.
  func isOpen(second: Int64) -> Bool {
    let block = block(OfficeHoursCalendar.blockIndex(of: second))
    return block.isOpen(afterChanges: block.changeCount(through: OfficeHoursCalendar.blockOffset(of: second)))
  }

  /// The first second after `second` in which the office opens; nil when it never does.
  func nextOpening(after second: Int64) -> Int64? {
    var index = OfficeHoursCalendar.blockIndex(of: second)
    let last = lastUsefulBlock(from: index)
    var current = block(index)
    var count = current.changeCount(through: OfficeHoursCalendar.blockOffset(of: second))
    var wasOpen = current.isOpen(afterChanges: count)
    while true {
      // Changes alternate: when the office is open, the next change closes it and the one after opens it.
      let opening = wasOpen ? count + 1 : count
      if opening < current.changes.count {
        let opening = Int64(index) << CompiledBlock.shift + Int64(current.changes[opening])
        // The last block reaches past the year 9999; what lies there has no text and is no answer.
        return opening < Date.endOfSeconds ? opening : nil
      }
      let endsOpen = current.isOpen(afterChanges: current.changes.count)
      guard let next = endsOpen ? index + 1 : nextOpenableBlock(after: index), next <= last else {
        return nil
      }
      index = next
      current = block(index)
      count = 0
      wasOpen = current.isOpenAtStart
      if wasOpen, !endsOpen { return Int64(index) << CompiledBlock.shift }
    }
  }

  /// The first second after `second`, in which the office is open, in which it is closed; nil when it never closes.
  func nextClosing(after second: Int64) -> Int64? {
    var index = OfficeHoursCalendar.blockIndex(of: second)
    let last = lastUsefulBlock(from: index)
    var current = block(index)
    var count = current.changeCount(through: OfficeHoursCalendar.blockOffset(of: second))
    while count >= current.changes.count {
      guard index < last else { return nil }
      index += 1
      current = block(index)
      count = 0
      if !current.isOpenAtStart { return Int64(index) << CompiledBlock.shift }
    }
    return Int64(index) << CompiledBlock.shift + Int64(current.changes[count])
  }

  /// The second at or before `second`, in which the office is open, in which it opened; nil when it always was.
  func lastOpening(through second: Int64) -> Int64? {
    var index = OfficeHoursCalendar.blockIndex(of: second)
    let first = firstUsefulBlock(from: index)
    var current = block(index)
    var count = current.changeCount(through: OfficeHoursCalendar.blockOffset(of: second))
    while count == 0 {
      guard index > first else { return nil }
      index -= 1
      current = block(index)
      count = current.changes.count
      if !current.isOpen(afterChanges: count) { return Int64(index + 1) << CompiledBlock.shift }
    }
    return Int64(index) << CompiledBlock.shift + Int64(current.changes[count - 1])
  }

  /// Calls `body` with each open span that touches `range`, clipped to it, in order.
  func forEachSpan(in range: Range<Int64>, _ body: (Range<Int64>) -> Void) {
    guard !range.isEmpty else { return }
    var openSince: Int64?
    for index in blockIndices(of: range) {
      let current = block(index)
      let start = Int64(index) << CompiledBlock.shift
      var position = 0
      if start < range.lowerBound {
        position = current.changeCount(through: OfficeHoursCalendar.blockOffset(of: range.lowerBound))
        if current.isOpen(afterChanges: position) { openSince = range.lowerBound }
      } else if openSince == nil, current.isOpenAtStart {
        openSince = start
      } else if let since = openSince, !current.isOpenAtStart {
        body(since..<start)
        openSince = nil
      }
      // Changes before the range's end; from here on they alternate.
      let last =
        range.upperBound - start < CompiledBlock.length
        ? current.changeCount(through: OfficeHoursCalendar.blockOffset(of: range.upperBound - 1))
        : current.changes.count
      if let since = openSince, position < last {
        body(since..<(start + Int64(current.changes[position])))
        openSince = nil
        position += 1
      }
      current.changes.withUnsafeBufferPointer { changes in
        while position + 1 < last {
          let span = (start + Int64(changes[position]), start + Int64(changes[position + 1]))
          body(Range(uncheckedBounds: span))
          position += 2
        }
        if position < last { openSince = start + Int64(changes[position]) }
      }
    }
    if let since = openSince { body(since..<range.upperBound) }
  }

  /// How many changes lie in the blocks of a range, as a bound for the spans in it.
  func changeCount(in range: Range<Int64>) -> Int {
    guard !range.isEmpty else { return 0 }
    return blockIndices(of: range).reduce(0) { $0 + block($1).changes.count }
  }

  private func blockIndices(of range: Range<Int64>) -> ClosedRange<Int> {
    OfficeHoursCalendar.blockIndex(
      of: range.lowerBound
    )...OfficeHoursCalendar.blockIndex(of: range.upperBound - 1)
  }
}

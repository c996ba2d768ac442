extension IndexRunReader {
  /// One row.
  ///
  /// - Complexity: one page.
  package func row(_ number: Int) throws(IndexDamage) -> IndexRow {
    precondition(number >= 0 && number < rowCount, "The run has no such row.")
    let bytes = try pages.page(rowsPage + number / IndexRow.perPage)
    return try checked(bytes.withUnsafeBytes { IndexRow($0, at: number % IndexRow.perPage * IndexRow.size) })
  }

  /// The rows whose kind and id have a hash: nearly always none or one, of which the caller compares the id.
  ///
  /// - Complexity: one or two pages, and one for each row.
  package func candidates(hash: UInt64) throws(IndexDamage) -> [(number: Int, row: IndexRow)] {
    var place = try byHash.firstPlace(atOrAbove: hash, in: 0..<rowCount, areKeysSpread: true)
    var found: [(number: Int, row: IndexRow)] = []
    while place < rowCount, let item = try byHash.items(place..<place + 1).first, item.key == hash {
      let row = try row(Int(item.number))
      guard row.hash == hash else { throw .reference }
      found.append((Int(item.number), row))
      place += 1
    }
    return found
  }

  /// Some rows that follow each other in the order of time and id.
  ///
  /// - Complexity: O(n) in these rows.
  package func rows(_ numbers: Range<Int>) throws(IndexDamage) -> [IndexRow] {
    precondition(numbers.lowerBound >= 0 && numbers.upperBound <= rowCount, "The run has no such rows.")
    var rows: [IndexRow] = []
    rows.reserveCapacity(numbers.count)
    try eachRow(numbers) { _, row in
      rows.append(row)
      return true
    }
    return rows
  }

  /// Hands on all rows with their numbers, in the order of time and id, some hundred kilobytes at a time.
  package func allRows(_ body: (Int, IndexRow) -> Void) throws(IndexDamage) {
    try eachRow(0..<rowCount) { number, row in
      body(number, row)
      return true
    }
  }

  /// Hands on rows that follow each other, until the body answers false.
  func eachRow(_ numbers: Range<Int>, _ body: (Int, IndexRow) -> Bool) throws(IndexDamage) {
    var pageCount = 2
    var start = numbers.lowerBound
    while start < numbers.upperBound {
      let page = start / IndexRow.perPage
      let end = min(numbers.upperBound, (page + pageCount) * IndexRow.perPage)
      let more = try withRows(on: page...(end - 1) / IndexRow.perPage) { (row) throws(IndexDamage) in
        for number in start..<end where !body(number, try row(number)) { return false }
        return true
      }
      guard more else { return }
      start = end
      pageCount = min(PageFormat.pagesAtOnce, 2 * pageCount)
    }
  }

  /// Hands on rows of ascending numbers, until the body answers false.
  ///
  /// Pages that follow each other are read at once, and so is one in between that is not needed.
  func eachRow(_ numbers: ArraySlice<UInt32>, _ body: (Int, IndexRow) -> Bool) throws(IndexDamage) {
    var pageCount = 2
    var start = numbers.startIndex
    while start < numbers.endIndex {
      let first = Int(numbers[start]) / IndexRow.perPage
      var last = first
      var end = start + 1
      while end < numbers.endIndex {
        let page = Int(numbers[end]) / IndexRow.perPage
        guard page >= last, page <= last + 2, page - first < pageCount else { break }
        last = page
        end += 1
      }
      let more = try withRows(on: first...last) { (row) throws(IndexDamage) in
        for at in start..<end where !body(Int(numbers[at]), try row(Int(numbers[at]))) { return false }
        return true
      }
      guard more else { return }
      start = end
      pageCount = min(PageFormat.pagesAtOnce, 2 * pageCount)
    }
  }

  /// Reads pages of rows, and hands on what answers each row on them.
  private func withRows(
    on pages: ClosedRange<Int>,
    _ body: ((Int) throws(IndexDamage) -> IndexRow) throws(IndexDamage) -> Bool
  ) throws(IndexDamage) -> Bool {
    let first = rowsPage + pages.lowerBound
    let bytes =
      try pages.count == 1
      ? self.pages.page(first) : self.pages.block(first..<rowsPage + pages.upperBound + 1)
    return try bytes.withUnsafeBufferPointer { bytes throws(IndexDamage) in
      let bytes = UnsafeRawBufferPointer(bytes)
      return try body { (number) throws(IndexDamage) in
        let (page, place) = number.quotientAndRemainder(dividingBy: IndexRow.perPage)
        let offset = (page - pages.lowerBound) * PageFormat.size + place * IndexRow.size
        return try checked(IndexRow(bytes, at: offset))
      }
    }
  }

  private func checked(_ row: IndexRow) throws(IndexDamage) -> IndexRow {
    guard row.partition < UInt32(layout.partitions) else { throw .reference }
    return row
  }

  /// The rows with times in a range.
  ///
  /// - Complexity: O(log n) pages.
  func numbers(in times: TimeBounds) throws(IndexDamage) -> Range<Int> {
    guard times.upper == .max || times.lower < times.upper else { return 0..<0 }
    let lower = times.lower == .min ? 0 : try firstRow(atOrAfter: times.lower)
    let upper = times.upper == .max ? rowCount : try firstRow(atOrAfter: times.upper)
    return lower..<max(lower, upper)
  }

  private func firstRow(atOrAfter time: Int64) throws(IndexDamage) -> Int {
    let page = try fences.firstPlace(atOrAbove: KeyedNumber.key(of: time), in: 0..<fences.count)
    guard page > 0 else { return 0 }
    // The page before begins with an earlier time, and may go on up to this one.
    let start = (page - 1) * IndexRow.perPage
    let bytes = try pages.page(rowsPage + page - 1)
    return bytes.withUnsafeBytes { bytes in
      KeySection.firstPlace(in: start..<min(start + IndexRow.perPage, rowCount)) { number in
        let offset = (number - start) * IndexRow.size + IndexRow.timeOffset
        return Int64(bitPattern: bytes.uint64(at: offset)) >= time
      }
    }
  }
}

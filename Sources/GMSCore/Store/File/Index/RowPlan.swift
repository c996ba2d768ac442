/// One way to answer a query in a run: which places of which order to walk.
struct RowPlan {
  /// The orders that a run has.
  enum Path {
    /// The rows themselves, which are sorted by time.
    case rows
    /// Places in the order by partition; within each of these, rows ascend.
    case partitions([Range<Int>])
    /// Places of one customer, where rows ascend.
    case customer(Range<Int>)
    /// Places in the order by `due`.
    case due(Range<Int>)
    /// Places in the order by `created`.
    case created(Range<Int>)
  }

  /// What an answer is made of.
  enum Purpose {
    /// The rows.
    case rows
    /// Only the number of the rows.
    case count
    /// Only the times of the rows.
    case times
  }

  let path: Path
  /// The rows whose times fit: the numbers tell, so that no row is read to find it out.
  let numbers: Range<Int>
  /// Whether the rows that the path names, those of them in `numbers`, are the answer.
  let isExact: Bool
  /// How many entries the path has.
  let count: Int

  /// The order in which the path hands on rows.
  var order: RecordQuery.Order {
    switch path {
    case .rows, .partitions, .customer: .time
    case .due: .due
    case .created: .created
    }
  }

  /// About how many pages the plan reads.
  ///
  /// - Parameters:
  ///   - query: what is to be answered.
  ///   - dead: how many rows are to be left out.
  ///   - purpose: what the answer is made of.
  /// - Returns: the number, which only has a meaning beside that of another plan.
  func cost(of query: RowQuery, dead: Int, for purpose: Purpose) -> Int {
    var touched = count
    if isExact, order == query.order, let limit = query.limit { touched = min(touched, limit + dead) }
    let span = (numbers.count + IndexRow.perPage - 1) / IndexRow.perPage
    let rowPages = min(touched, span)
    let sorting = purpose == .rows && order != query.order ? touched / IndexRow.perPage : 0
    let places: Int
    switch path {
    case .rows:
      let pages = (touched + IndexRow.perPage - 1) / IndexRow.perPage
      return isExact && purpose == .count ? 0 : pages + sorting
    case .partitions(let ranges): places = ranges.count + touched / RowPlan.placesPerPage
    case .customer, .due, .created: places = 1 + touched / RowPlan.placesPerPage
    }
    if isExact {
      switch (purpose, path) {
      case (.count, _), (.times, .partitions): return places
      case (.rows, _), (.times, _): break
      }
    }
    return places + rowPages + sorting
  }

  private static let placesPerPage = PageFormat.contentSize / KeySection.Shape.keyAndNumber.size
}

extension IndexRunReader {
  /// The plan that reads the fewest pages; nil when no row can be part of the answer.
  func plan(_ query: RowQuery, dead: Int, for purpose: RowPlan.Purpose) throws(IndexDamage) -> RowPlan? {
    guard rowCount > 0, query.chosen.contains(true) else { return nil }
    let numbers = try numbers(in: query.times)
    guard !numbers.isEmpty else { return nil }
    let isPlain = !query.mustBeDue && query.customer == nil && query.firstCreated == .min
    func cost(_ plan: RowPlan) -> Int { plan.cost(of: query, dead: dead, for: purpose) }

    let byTime = RowPlan(
      path: .rows,
      numbers: numbers,
      isExact: isPlain && query.areAllChosen,
      count: numbers.count
    )
    var best = byTime
    func consider(_ path: RowPlan.Path, _ count: Int, isExact: Bool) {
      let plan = RowPlan(path: path, numbers: numbers, isExact: isExact, count: count)
      if cost(plan) < cost(best) { best = plan }
    }
    if let customer = query.customer {
      let places = try places(of: customer)
      let isExact = query.areAllChosen && !query.mustBeDue && query.firstCreated == .min
      consider(.customer(places), places.count, isExact: isExact)
    }
    if query.mustBeDue {
      let end =
        query.lastDue == .max
        ? byDue.count
        : try byDue.firstPlace(atOrAbove: KeyedNumber.key(of: query.lastDue + 1), in: 0..<byDue.count)
      let isExact = query.areAllChosen && query.customer == nil && query.firstCreated == .min
      consider(.due(0..<end), end, isExact: isExact)
    }
    if query.order == .created || query.firstCreated != .min {
      let key = KeyedNumber.key(of: query.firstCreated)
      let start = try byCreation.firstPlace(atOrAbove: key, in: 0..<rowCount)
      let isExact = query.areAllChosen && query.customer == nil && !query.mustBeDue
      consider(.created(start..<rowCount), rowCount - start, isExact: isExact)
    }
    guard !query.areAllChosen || purpose == .times, cost(best) > 1 else { return best }
    if let groups = try groups(query, numbers, cheaperThan: cost(best)) {
      consider(.partitions(groups), groups.reduce(0) { $0 + $1.count }, isExact: isPlain)
    }
    return best
  }

  /// The places of a customer's rows.
  private func places(of customer: UInt64) throws(IndexDamage) -> Range<Int> {
    let all = 0..<byCustomer.count
    let start = try byCustomer.firstPlace(atOrAbove: customer, in: all, areKeysSpread: true)
    guard customer < .max else { return start..<all.upperBound }
    let end = try byCustomer.firstPlace(atOrAbove: customer + 1, in: start..<all.upperBound)
    return start..<end
  }

  /// The places of the chosen partitions, those with rows in the query's times; nil when finding them would
  /// cost more than another plan does.
  private func groups(
    _ query: RowQuery,
    _ numbers: Range<Int>,
    cheaperThan cost: Int
  ) throws(IndexDamage) -> [Range<Int>]? {
    let table = try partitionTable()
    var groups: [Range<Int>] = []
    for (entry, isChosen) in zip(table.entries, query.chosen) where isChosen && !entry.places.isEmpty {
      groups.append(entry.places)
      // Each one costs a page at least.
      if groups.count > cost { return nil }
    }
    guard numbers.count < rowCount else { return groups }
    let times = query.times
    var found: [Range<Int>] = []
    for places in groups {
      func place(_ time: Int64, in places: Range<Int>) throws(IndexDamage) -> Int {
        try byPartition.firstPlace(atOrAbove: KeyedNumber.key(of: time), in: places)
      }
      let start = times.lower == .min ? places.lowerBound : try place(times.lower, in: places)
      let rest = start..<places.upperBound
      let end = times.upper == .max ? rest.upperBound : try place(times.upper, in: rest)
      if start < end { found.append(start..<end) }
    }
    return found
  }
}

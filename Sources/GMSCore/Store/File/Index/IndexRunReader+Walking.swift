extension IndexRunReader {
  /// Hands on the rows of a plan that match the query and are not dead, until the body answers false.
  ///
  /// They come in the order of the plan where `isInOrder`, else in that of their numbers.
  func walk(
    _ plan: RowPlan,
    _ query: RowQuery,
    _ dead: RowSet,
    isInOrder: Bool,
    _ body: (Int, IndexRow) -> Bool
  ) throws(IndexDamage) {
    let isExact = plan.isExact
    func visit(_ number: Int, _ row: IndexRow) -> Bool {
      isExact || query.matches(row) ? body(number, row) : true
    }
    switch plan.path {
    case .rows:
      try eachRow(plan.numbers) { dead.contains($0) || visit($0, $1) }
    case .partitions, .customer:
      // More than the limit of each partition is never needed, where all of them count.
      let limit = isExact && isInOrder ? query.limit ?? .max : .max
      try eachRow(try ascendingNumbers(plan, dead, limit: limit)[...], visit)
    case .due, .created:
      if isInOrder {
        try walkInOrder(plan, dead, visit)
      } else {
        try eachRow(try ascendingNumbers(plan, dead, limit: .max)[...], visit)
      }
    }
  }

  /// The rows that a plan names without those that are dead, ascending; of each group at most `limit`.
  private func ascendingNumbers(
    _ plan: RowPlan,
    _ dead: RowSet,
    limit: Int
  ) throws(IndexDamage) -> [UInt32] {
    var numbers: [UInt32] = []
    if case .partitions(let groups) = plan.path {
      for places in groups {
        let enough = numbers.count + min(limit, places.count)
        try eachItem(byPartition, places) { item in
          if !dead.contains(Int(item.number)) { numbers.append(item.number) }
          return numbers.count < enough
        }
      }
      if groups.count > 1 { numbers.sort() }
      return numbers
    }
    numbers.reserveCapacity(plan.count)
    try eachNumber(plan, dead) { number in
      numbers.append(number)
      return true
    }
    numbers.sort()
    return numbers
  }

  /// Hands on rows in an order that is not that of their numbers, some at a time: the pages of these are read
  /// once.
  private func walkInOrder(
    _ plan: RowPlan,
    _ dead: RowSet,
    _ body: (Int, IndexRow) -> Bool
  ) throws(IndexDamage) {
    var isDone = false
    var enough = 64
    var waiting: [UInt32] = []
    func flush() throws(IndexDamage) {
      let places = waiting.indices.sorted { waiting[$0] < waiting[$1] }
      var rows = [IndexRow?](repeating: nil, count: waiting.count)
      var next = 0
      try eachRow(places.map { waiting[$0] }[...]) { _, row in
        rows[places[next]] = row
        next += 1
        return true
      }
      for (number, row) in zip(waiting, rows) where !isDone {
        if let row { isDone = !body(Int(number), row) }
      }
      waiting.removeAll(keepingCapacity: true)
      enough = min(16_384, 4 * enough)
    }
    var damage: IndexDamage?
    try eachNumber(plan, dead) { number in
      waiting.append(number)
      guard waiting.count == enough else { return true }
      do throws(IndexDamage) { try flush() } catch { damage = error }
      return !isDone && damage == nil
    }
    if let damage { throw damage }
    if !isDone { try flush() }
  }

  /// Hands on the numbers of a plan's rows that are not dead and of which the times fit, in the plan's order,
  /// until the body answers false.
  func eachNumber(_ plan: RowPlan, _ dead: RowSet, _ body: (UInt32) -> Bool) throws(IndexDamage) {
    let (section, ranges): (KeySection, [Range<Int>])
    switch plan.path {
    case .rows:
      for number in plan.numbers where !dead.contains(number) && !body(UInt32(number)) { return }
      return
    case .partitions(let groups): (section, ranges) = (byPartition, groups)
    case .customer(let places): (section, ranges) = (byCustomer, [places])
    case .due(let places): (section, ranges) = (byDue, [places])
    case .created(let places): (section, ranges) = (byCreation, [places])
    }
    var more = true
    for places in ranges where more {
      try eachItem(section, places) { item in
        guard plan.numbers.contains(Int(item.number)), !dead.contains(Int(item.number)) else { return true }
        more = body(item.number)
        return more
      }
    }
  }

  /// Hands on the items at some places, until the body answers false.
  func eachItem(
    _ section: KeySection,
    _ places: Range<Int>,
    _ body: (KeyedNumber) -> Bool
  ) throws(IndexDamage) {
    var start = places.lowerBound
    var count = min(2 * section.perPage, section.itemsAtOnce)
    while start < places.upperBound {
      let end = min(places.upperBound, start + count)
      for item in try section.items(start..<end) where !body(item) { return }
      start = end
      count = min(section.itemsAtOnce, 2 * count)
    }
  }
}

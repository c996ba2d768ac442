import Synchronization

/// A run of an index: where in the log the live records of one stretch are, by several orders.
///
/// A run never changes. Opening it reads one page; everything else is read when it is asked for, page by
/// page, and each page is checked. Whatever is wrong with the bytes ends in `IndexDamage`: never in another
/// answer.
package final class IndexRunReader: Sendable {
  /// Which stretch of the log the run stands for.
  package let coverage: IndexRunCoverage
  let layout: IndexLayout
  let pages: PageReader
  private let table = Mutex<PartitionTable?>(nil)

  let rowsPage: Int
  let fences: KeySection
  let byHash: KeySection
  let byDue: KeySection
  let byCreation: KeySection
  let byCustomer: KeySection
  let byPartition: KeySection
  private let changes: KeySection
  private let kills: KeySection

  /// Opens a run.
  ///
  /// - Throws: `IndexDamage` when it cannot be read, or its header or length is wrong.
  /// - Complexity: one page.
  package init(_ source: any PageSource) throws(IndexDamage) {
    let pages = try PageReader(source)
    let header = try IndexHeader(try pages.page(0))
    let (layout, sections) = (header.layout, header.layout.sections)
    guard sections.end == pages.count else { throw .length }
    func section(_ shape: KeySection.Shape, _ page: Int, _ count: Int, below bound: Int) -> KeySection {
      KeySection(shape: shape, firstPage: page, count: count, bound: bound, pages: pages)
    }
    coverage = header.coverage
    self.layout = layout
    self.pages = pages
    rowsPage = sections.rows
    changes = section(.key, sections.configurationChanges, layout.configurationChanges, below: 0)
    // Their bound is that of another run; `RowSet` checks it.
    kills = section(.number, sections.kills, layout.kills.reduce(0, +), below: Int(UInt32.max) + 1)
    fences = section(.key, sections.fences, sections.byHash - sections.rows, below: 0)
    byHash = section(.keyAndNumber, sections.byHash, layout.rows, below: layout.rows)
    byDue = section(.keyAndNumber, sections.byDue, layout.dueRows, below: layout.rows)
    byCreation = section(.keyAndNumber, sections.byCreation, layout.rows, below: layout.rows)
    byCustomer = section(.keyAndNumber, sections.byCustomer, layout.customerRows, below: layout.rows)
    byPartition = section(.keyAndNumber, sections.byPartition, layout.rows, below: layout.rows)
  }

  /// Reads every page, as a check does.
  ///
  /// - Complexity: O(n) in the pages.
  package func checkPages() throws(IndexDamage) {
    for start in stride(from: 0, to: pages.count, by: 64) {
      _ = try pages.block(start..<min(start + 64, pages.count))
    }
  }

  /// How many rows the run has.
  package var rowCount: Int { layout.rows }

  /// How many runs lay below this one when it was made.
  package var runsBelow: Int { layout.kills.count }

  /// How many transactions of the stretch changed the configuration.
  package var configurationChangeCount: Int { layout.configurationChanges }

  /// The offsets of the transactions of the stretch that changed the configuration, ascending.
  package func configurationChanges() throws(IndexDamage) -> [UInt64] {
    try all(changes, 0..<changes.count).map(\.key)
  }

  /// The rows of a run below that this run's stretch replaced or removed, ascending; 0 is the oldest run.
  package func kills(of lower: Int) throws(IndexDamage) -> [UInt32] {
    try all(kills, killPlaces(of: lower)).map(\.number)
  }

  /// How many rows of a run below this run's stretch replaced or removed.
  package func killCount(of lower: Int) -> Int { killPlaces(of: lower).count }

  /// Whether this run's stretch replaced or removed a row of a run below.
  ///
  /// - Complexity: O(log n) pages, mostly one.
  package func hasKilled(_ number: Int, of lower: Int) throws(IndexDamage) -> Bool {
    let places = killPlaces(of: lower)
    let place = try kills.firstPlace(atOrAbove: UInt64(number), in: places)
    guard place < places.upperBound else { return false }
    return try kills.items(place..<place + 1).first?.number == UInt32(number)
  }

  private func killPlaces(of lower: Int) -> Range<Int> {
    precondition(lower >= 0 && lower < runsBelow, "There is no such run below this one.")
    let start = layout.kills[..<lower].reduce(0, +)
    return start..<start + layout.kills[lower]
  }

  /// The partitions of the run; the place of each is the number that rows have of it.
  ///
  /// - Complexity: O(n) in the partitions, at the first call.
  package func partitions() throws(IndexDamage) -> [IndexPartition] {
    let table = try partitionTable()
    return table.entries.indices.map(table.partition)
  }

  /// A query as this run understands it.
  ///
  /// - Complexity: O(n) in the partitions.
  package func query(_ query: RecordQuery) throws(IndexDamage) -> RowQuery {
    RowQuery(query, try partitionTable())
  }

  func partitionTable() throws(IndexDamage) -> PartitionTable {
    if let table = table.withLock({ $0 }) { return table }
    let sections = layout.sections
    let content = try pages.block(sections.table..<sections.configurationChanges)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    for start in stride(from: 0, to: content.count, by: PageFormat.size) {
      bytes += content[start..<start + min(PageFormat.contentSize, layout.tableBytes - bytes.count)]
    }
    let table = try PartitionTable(bytes, layout)
    self.table.withLock { $0 = table }
    return table
  }

  /// All items at some places.
  func all(_ section: KeySection, _ places: Range<Int>) throws(IndexDamage) -> [KeyedNumber] {
    var items: [KeyedNumber] = []
    items.reserveCapacity(places.count)
    var start = places.lowerBound
    while start < places.upperBound {
      let end = min(places.upperBound, start + section.itemsAtOnce)
      items += try section.items(start..<end)
      start = end
    }
    return items
  }
}

/// How much of everything an index has, and so where each of its sections begins.
///
/// The sections follow each other, each on pages of its own: header (one page), texts and partitions, changes
/// of the configuration, kills, the first time on each page of rows, rows, and the five orders of rows.
struct IndexLayout: Hashable {
  var rows = 0
  /// How many of the rows are due.
  var dueRows = 0
  /// How many of the rows have a customer.
  var customerRows = 0
  var partitions = 0
  /// How many texts the partitions use.
  var texts = 0
  /// The bytes of texts and partitions.
  var tableBytes = 0
  var configurationChanges = 0
  /// For each run below: how many of its rows this run's stretch replaced or removed.
  var kills: [Int] = []

  /// The most runs that can lie below one.
  static let mostRunsBelow = 64
  /// The bytes of a partition in the table: three numbers of texts, its first place in the order, its count.
  static let partitionSize = 20

  /// The first page of each section, and after them how many pages there are.
  struct Sections: Hashable {
    var table = 1
    var configurationChanges = 0
    var kills = 0
    var fences = 0
    var rows = 0
    var byHash = 0
    var byDue = 0
    var byCreation = 0
    var byCustomer = 0
    var byPartition = 0
    var end = 0

    /// The numbers in the order in which the header has them.
    var all: [Int] {
      [
        table, configurationChanges, kills, fences, rows, byHash, byDue, byCreation, byCustomer, byPartition,
        end,
      ]
    }
  }

  /// Where the sections begin.
  var sections: Sections {
    func pages(_ items: Int, _ shape: KeySection.Shape) -> Int {
      PageFormat.pages(for: items, of: shape.size)
    }
    var sections = Sections()
    sections.configurationChanges = sections.table + PageFormat.pages(for: tableBytes, of: 1)
    sections.kills = sections.configurationChanges + pages(configurationChanges, .key)
    sections.fences = sections.kills + pages(kills.reduce(0, +), .number)
    let rowPages = PageFormat.pages(for: rows, of: IndexRow.size)
    sections.rows = sections.fences + pages(rowPages, .key)
    sections.byHash = sections.rows + rowPages
    sections.byDue = sections.byHash + pages(rows, .keyAndNumber)
    sections.byCreation = sections.byDue + pages(dueRows, .keyAndNumber)
    sections.byCustomer = sections.byCreation + pages(rows, .keyAndNumber)
    sections.byPartition = sections.byCustomer + pages(customerRows, .keyAndNumber)
    sections.end = sections.byPartition + pages(rows, .keyAndNumber)
    return sections
  }
}

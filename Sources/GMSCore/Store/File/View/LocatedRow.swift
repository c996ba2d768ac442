/// A row of the index, and where in the index it is.
struct LocatedRow {
  /// The run, counted from the oldest.
  let run: Int
  /// The row's number in the run.
  let number: Int
  let row: IndexRow

  /// Where the record's line is.
  var place: LogPlace { LogPlace(row) }
}

extension LogPlace {
  /// The place that a row of the index names.
  init(_ row: IndexRow) { self.init(offset: row.offset, length: Int(row.length), checksum: row.checksum) }
}

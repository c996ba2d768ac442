#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The text of a store: one JSON document, with the configuration over many lines and one line for each record.
///
///     {"format":"gms-store","version":1,"sequence":7,
///     "configuration":{…},
///     "records":{"callback":[
///     {"id":"1-…","service":"Support","state":"SCHEDULED","time":"2025-01-06T15:00:00.000Z","created":…,"body":{…}}
///     ]}}
///
/// A record's body stands as its owner gave it, byte for byte; `due` and `customer` are there when they are set.
/// Records are in the order in which they were made. A person may edit the text and lay it out in any way.
struct StoreDocument {
  /// What is read, and what is written.
  let format: StoreFormat

  /// The names of a record's members, in order.
  static let members = ["id", "service", "state", "time", "created", "due", "customer", "body"]

  /// The state as text.
  ///
  /// - Complexity: O(n) in the text.
  func encode(_ state: StoreState) -> [UInt8] {
    var printer = JSONPrinter()
    printer.reserve(4096 + state.table.count * 256)
    printer.raw("{\"format\":\"\(StoreFormat.name)\",\"version\":\(format.version)")
    printer.raw(",\"sequence\":\(state.sequence),\n\"configuration\":")
    printer.pretty(state.configuration.json, indent: 0)
    printer.raw(",\n\"records\":{")
    for (index, kind) in state.table.kinds.enumerated() {
      if index > 0 { printer.raw(",\n") }
      printer.string(kind.rawValue)
      printer.raw(":[")
      for (index, record) in state.table.rows(RecordQuery(kind, order: .created)).enumerated() {
        printer.raw(index > 0 ? ",\n" : "\n")
        StoreDocument.encode(record.record, to: &printer)
      }
      printer.raw("\n]")
    }
    printer.raw("}}\n")
    return printer.bytes
  }

  private static func encode(_ record: StoredRecord, to printer: inout JSONPrinter) {
    printer.raw("{\"id\":")
    printer.string(record.id)
    printer.raw(",\"service\":")
    printer.string(record.keys.service)
    printer.raw(",\"state\":")
    printer.string(record.keys.state)
    printer.raw(",\"time\":")
    printer.instant(record.keys.time)
    printer.raw(",\"created\":")
    printer.instant(record.keys.created)
    if let due = record.keys.due {
      printer.raw(",\"due\":")
      printer.instant(due)
    }
    if let customer = record.keys.customer {
      printer.raw(",\"customer\":")
      printer.string(customer)
    }
    printer.raw(",\"body\":")
    printer.raw(record.body)
    printer.raw("}")
  }
}

extension JSONPrinter {
  /// Appends a point in time, with its quotes.
  fileprivate mutating func instant(_ date: Date) { raw("\"\(InstantText.print(date))\"") }
}

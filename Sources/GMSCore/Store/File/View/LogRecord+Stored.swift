#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension LogRecord {
  /// The keys, as a store hands them out.
  var keys: RecordKeys {
    RecordKeys(
      service: service.text,
      state: state.text,
      time: Date(millisecondsSince1970: time),
      created: Date(millisecondsSince1970: created),
      due: due.map(Date.init(millisecondsSince1970:)),
      customer: customer?.text
    )
  }

  /// The record, as a store hands it out.
  var stored: StoredRecord {
    StoredRecord(
      kind: RecordKind(rawValue: kind.text),
      id: id.text,
      keys: keys,
      body: String(decoding: body, as: UTF8.self)
    )
  }
}

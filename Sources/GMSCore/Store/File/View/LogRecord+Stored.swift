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

  /// The record, as a store hands it out; nil when its body is not UTF-8.
  var stored: StoredRecord? {
    guard let body = String(validating: body.assumingMemoryBound(to: UInt8.self), as: UTF8.self) else {
      return nil
    }
    return StoredRecord(kind: RecordKind(rawValue: kind.text), id: id.text, keys: keys, body: body)
  }
}

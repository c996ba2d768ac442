import Foundation
import GMSCore
import GMSTestSupport

/// Records of a kind of the tests' own, as a user of the library would make one.
enum Visits {
  static let kind = RecordKind(rawValue: "visit")

  /// Reads `{"id":"…","guest":"…","at":…}`, of which `at` is in milliseconds; the keys follow from it.
  static let codec = RecordCodec(kind) { text in
    let json = try JSONReader.read(text)
    guard let id = json["id"]?.stringValue, let guest = json["guest"]?.stringValue,
      let at = json["at"]?.integerValue
    else {
      throw CoreError(.init(rawValue: "bad-visit"), ["reason": "a visit has an id, a guest and a time"])
    }
    return record(id, guest: guest, at: at)
  }

  static func record(_ id: String, guest: String = "Zoë", at: Int64 = 0) -> StoredRecord {
    let time = Date(timeIntervalSince1970: Double(at) / 1000)
    return StoredRecord(
      kind: kind,
      id: id,
      keys: RecordKeys(service: "", state: "OPEN", time: time, created: time, customer: guest),
      body: JSONWriter.compact(["id": .string(id), "guest": .string(guest), "at": .integer(at)])
    )
  }
}

import Foundation
import GMSCore
import GMSTestSupport

/// What a store holds, as lines that a person can compare.
enum StoreTable {
  /// The sequence, the configuration by members, and each record with its keys and its body.
  static func text(
    _ store: any Store,
    kinds: [RecordKind] = [.callback],
    body: (String) -> String = { $0 }
  ) throws -> String {
    try store.read { reader in
      var lines = ["sequence \(reader.sequence)"]
      for section in try reader.configuration().json.members ?? [] {
        for member in section.value.members ?? [] {
          lines.append("\(section.name)/\(member.name) \(JSONWriter.compact(member.value))")
        }
      }
      for kind in kinds {
        for record in try reader.records(RecordQuery(kind)) {
          let keys = record.keys
          let times = [keys.time, keys.created, keys.due].map { $0.map(text) ?? "-" }.joined(separator: " ")
          lines.append(
            "\(kind.rawValue) \(record.id) \(keys.service) \(keys.state) \(times) \(keys.customer ?? "-") "
              + body(record.body)
          )
        }
      }
      return lines.joined(separator: "\n")
    }
  }

  private static func text(_ date: Date) -> String {
    "\(Int64((date.timeIntervalSince1970 * 1000).rounded()))"
  }

  /// A long body as its length and its checksum.
  static func summary(_ body: String) -> String {
    "\(body.utf8.count):\(WrittenLog.digits(WrittenLog.checksum(body.utf8)))"
  }
}

import Foundation
import GMSCore
import GMSTestSupport

/// Records of a kind of the tests' own, so that export and import are seen to know no kind.
enum Notes {
  static let kind = RecordKind(rawValue: "note")

  /// Reads `{"id":"…","service":"…","text":…}`; members may stand in any order, and the body has them in this one.
  static let codec = RecordCodec(
    kind,
    serviceTemplate: { $0.keys.service.isEmpty ? nil : "office-hours" },
    read: { text in
      let json = try JSONReader.read(text)
      for member in json.members ?? [] where !["id", "service", "text"].contains(member.name) {
        throw CoreError(
          .init(rawValue: "bad-note"),
          ["value": member.name, "reason": "there is no such member"]
        )
      }
      guard let id = json["id"]?.stringValue else {
        throw CoreError(.init(rawValue: "bad-note"), ["reason": "a note needs an id"])
      }
      return record(id, service: json["service"]?.stringValue ?? "", json["text"] ?? .null)
    }
  )

  static func record(_ id: String, service: String = "", _ text: JSONValue = .null) -> StoredRecord {
    let body: JSONValue = ["id": .string(id), "service": .string(service), "text": text]
    let time = StoreChange.test.time + Double(id.utf8.reduce(0) { $0 &+ UInt64($1) })
    return StoredRecord(
      kind: kind,
      id: id,
      keys: RecordKeys(service: service, state: "NEW", time: time, created: time),
      body: JSONWriter.compact(body)
    )
  }
}

extension Store {
  /// The lines of an export of the configuration and of notes.
  func exported() throws -> String {
    var bytes: [UInt8] = []
    _ = try read { reader in
      try StoreExport([Notes.kind]).write(reader) { block, _ in bytes += block }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Imports text in pieces of so many bytes.
  @discardableResult
  func load(_ text: String, replacing: Bool = false, piece: Int = 1 << 20, dryRun: Bool = false) throws
    -> ImportReport
  {
    try StoreImport([Notes.codec], replaces: replacing).run(in: self, dryRun ? .dryRun : .test) { take in
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        try take(Array(bytes[start..<min(bytes.count, start + piece)]))
      }
    }
  }

  /// Everything, notes included.
  func everything() throws -> [String] {
    try [exported(), "\(contents().sequence)"]
  }
}

import GMSCore
import GMSTestSupport

/// All that a store holds, to the byte: strings are equal when they look the same, and these are not.
struct ExactContents: Hashable, CustomStringConvertible {
  private(set) var contents: StoreContents
  private var bytes: [[UInt8]]

  init(_ store: some Store) throws {
    contents = try store.contents()
    bytes = contents.records.map(ExactContents.bytes)
  }

  private static func bytes(_ record: StoredRecord) -> [UInt8] {
    Array("\(record.id)\n\(record.keys.service)\n\(record.keys.state)\n\(record.body)".utf8)
  }

  /// The contents after one more transaction, which adds a record that is younger than all others.
  func adding(_ record: StoredRecord) -> ExactContents {
    var next = self
    next.contents.sequence += 1
    next.contents.records.append(record)
    next.bytes.append(ExactContents.bytes(record))
    return next
  }

  var description: String {
    let records = contents.records.map { "\($0.id) \($0.keys.state) \($0.body.utf8.count)" }
    return
      "transaction \(contents.sequence), services \(contents.configuration.services.keys.sorted()), records \(records)"
  }
}

import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// A record that holds a callback says the same as the one that holds its text.
struct CallbackContentTests {
  private func asText(_ record: StoredRecord) -> StoredRecord {
    StoredRecord(kind: record.kind, id: record.id, keys: record.keys, body: record.body)
  }

  @Test(arguments: UInt64(1)...4)
  func valueAndTextAgree(seed: UInt64) throws {
    var random = RandomCallback(seed: seed)
    var last: StoredRecord?
    for _ in 0..<250 {
      let callback = try random.next()
      let (value, text) = (callback.stored, asText(callback.stored))
      #expect(value == text && text == value && value == callback.stored)
      #expect(value.hashValue == text.hashValue)
      let (fromValue, fromText) = (try Callback(stored: value), try Callback(stored: text))
      #expect(fromValue == fromText)
      #expect(fromValue.stored.body.utf8.elementsEqual(fromText.stored.body.utf8))
      #expect(value.body.utf8.elementsEqual(text.body.utf8))
      let keys = ["lob", "_customer_number", "_callback_reason", ""] + callback.properties.keys.sorted()
      let answer = try Callback.answerText(of: value, keys: keys)
      #expect(answer == (try Callback.answerText(of: text, keys: keys)))
      #expect(answer == JSONWriter.compact(callback.answer(keys: keys)))
      if let last { #expect((last == value) == (asText(last) == text)) }
      last = value
    }
  }

  /// What both stores hold, and what comes out of them, is the same.
  @Test func storesAgree() throws {
    var random = RandomCallback(seed: 9)
    var seen: Set<String> = []
    var records: [StoredRecord] = []
    for _ in 0..<200 {
      let record = try random.next().stored
      if seen.insert(record.id).inserted { records.append(record) }
    }
    var found: [[StoredRecord]] = []
    for kind in EveryStore.allCases {
      try kind.run { store in
        try store.write(StoreChange(time: .distantPast, command: "test")) { writer in
          for record in records { try writer.put(record) }
        }
        found.append(try store.read { try $0.records(RecordQuery(.callback)) })
      }
    }
    #expect(found[0].count == records.count)
    #expect(found[0] == found[1])
    #expect(zip(found[0], found[1]).allSatisfy { $0.body.utf8.elementsEqual($1.body.utf8) })
  }

  @Test func aRecordThatWasEditedIsReadAnew() throws {
    var random = RandomCallback(seed: 3)
    let callback = try random.next()
    var renamed = callback.stored
    renamed.id = "1-other"
    #expect(throws: CallbackError.self) { try Callback(stored: renamed) }
    var broken = callback.stored
    broken.body = "{}"
    #expect(broken.body == "{}")
    #expect(throws: CallbackError.self) { try Callback(stored: broken) }
    #expect(broken != callback.stored)
    var other = callback.stored
    other.body = try random.next().stored.body
    #expect(other != callback.stored)
  }

  /// A put that changes nothing is no transaction, and one that changes a single byte is, in both stores.
  @Test(arguments: EveryStore.allCases)
  func anEqualRecordIsNoChange(kind: EveryStore) throws {
    var random = RandomCallback(seed: 5)
    var callback = try random.next()
    callback.merge(["name": "caf\u{E9}"])
    var respelled = callback
    respelled.merge(["name": "cafe\u{301}"])
    #expect(callback == respelled)
    try kind.run { store in
      func put(_ record: StoredRecord) throws -> Int {
        try store.write(StoreChange(time: .distantPast, command: "test")) { try $0.put(record) }
        return try store.read { $0.sequence }
      }
      let first = try put(callback.stored)
      #expect(try put(callback.stored) == first)
      #expect(try put(asText(callback.stored)) == first)
      #expect(try put(respelled.stored) == first + 1)
      #expect(try put(asText(respelled.stored)) == first + 1)
      #expect(try put(callback.stored) == first + 2)
    }
  }

  @Test func aLineOfHistoryIsSmall() {
    #expect(MemoryLayout<TransitionRecord>.stride <= 32)
  }
}

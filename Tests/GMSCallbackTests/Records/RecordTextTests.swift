import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Records as text: what is written is read by the fast reader as by the tree's, in whatever spelling, and
/// answered without decoding as with it.
struct RecordTextTests {
  /// 20 seeds of 100 callbacks each.
  static let seeds = Array(UInt64(0)..<20)

  /// The tree's reader, which knows nothing of bytes.
  static func decoded(_ text: String) throws -> Callback { try Callback(json: JSONReader.read(text)) }

  static func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

  @Test(arguments: seeds)
  func whatIsWrittenIsReadByBothReaders(seed: UInt64) throws {
    var random = RandomCallback(seed: seed)
    for _ in 0..<100 {
      let callback = try random.next()
      let record = callback.stored
      #expect(try Self.decoded(record.body) == callback)
      let reading = RecordReader.read(record.body)
      // A priority of 19 digits is left to the tree.
      if callback.priority.magnitude < 1_000_000 {
        #expect(reading?.callback == callback, "\(record.body)")
        #expect(reading?.isCanonical == true, "\(record.body)")
      } else {
        #expect(reading == nil)
      }
      #expect(try Callback(stored: record) == callback)
      let imported = try Callback.record(importing: record.body)
      #expect(imported == record && Self.isSame(imported.body, record.body))
      #expect(Self.isSame(JSONWriter.compact(callback.json), record.body))
    }
  }

  @Test(arguments: seeds)
  func answersAreTheSameWithAndWithoutDecoding(seed: UInt64) throws {
    var random = RandomCallback(seed: seed &+ 1000)
    for _ in 0..<100 {
      let callback = try random.next()
      var keys = (0..<Int.random(in: 0...4, using: &random.random)).map { _ in random.key() }
      keys += callback.properties.keys.sorted().filter { _ in random.random.oneIn(2) }
      if let key = keys.last, random.random.oneIn(3) { keys.append(key) }
      let expected = JSONWriter.compact(callback.answer(keys: keys))
      let answer = try Callback.answerText(of: callback.stored, keys: keys)
      #expect(Self.isSame(answer, expected), "\(keys) of \(callback.stored.body)")
      let bare = try Callback.answerText(of: callback.stored)
      #expect(callback.stored.body.hasPrefix(bare.dropLast() + ",\"created\":"), "the answer begins the text")
    }
  }

  /// The order of version 1, which had neither number nor address before the properties.
  static func version1(_ callback: Callback) -> JSONValue {
    let names = [
      "_id", "_service_name", "_callback_state", "_callback_reason", "_desired_time", "_expiration_time",
      "created",
      "requested", "ttl", "priority", "properties", "state", "history", "bookings",
    ]
    let properties = callback.properties.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let json = callback.json.replacing(
      "properties",
      with: .object(properties.map { JSONValue.Member($0.key, .string($0.value)) })
    )
    return .object(names.compactMap { name in json[name].map { JSONValue.Member(name, $0) } })
  }

  @Test(arguments: seeds)
  func otherSpellingsAreWrittenAnew(seed: UInt64) throws {
    var random = RandomCallback(seed: seed &+ 2000)
    for _ in 0..<50 {
      let callback = try random.next()
      let record = callback.stored
      let old = Self.version1(callback)
      if callback.priority.magnitude < 1_000_000 {
        #expect(RecordReader.read(JSONWriter.compact(old))?.callback == callback, "the fast reader knows it")
      }
      let members = callback.json.members ?? []
      for text in [
        JSONWriter.compact(old), JSONWriter.pretty(callback.json), " \(record.body)\n",
        JSONWriter.compact(.object(members.shuffled(using: &random.random))),
        JSONWriter.compact(.object(members.filter { $0.name != "_url" && $0.name != "_expiration_time" })),
        record.body.replacingOccurrences(of: "\"/genesys", with: "\"\\/genesys"),
      ] {
        let imported = try Callback.record(importing: text)
        #expect(imported == record && Self.isSame(imported.body, record.body), "\(text)")
        var stored = record
        stored.body = text
        #expect(try Callback(stored: stored) == callback)
      }
    }
  }

  struct Stale: CustomTestStringConvertible, Sendable {
    let find: String
    let replacement: String
    var number = "5115"
    var testDescription: String { replacement }
  }

  /// What stands in the text and is not true is neither read nor imported.
  @Test(arguments: [
    Stale(
      find: #""_expiration_time":"2026-11-24T09:00:00.000Z""#,
      replacement: #""_expiration_time":"2026-11-24T09:00:00.001Z""#
    ),
    Stale(find: #""_expiration_time":"2026-11-24T09:00:00.000Z","#, replacement: ""),
    Stale(find: "/callback/support/", replacement: "/callback/s%75pport/"),
    Stale(find: "/callback/support/1", replacement: "/callback/support/2"),
    Stale(find: "9e10\",\"created", replacement: "9e10/\",\"created"),
    Stale(
      find: "\"properties\":{",
      replacement: "\"properties\":{\"_customer_number\":\"5116\",",
      number: "5116"
    ),
    Stale(find: "\"properties\":{", replacement: "\"properties\":{\"_customer_number\":\"\",", number: ""),
    Stale(find: "\"_customer_number\":\"5115\",", replacement: "", number: ""),
    Stale(find: "\"support\"", replacement: "\"s\\u0075pport\""),
    Stale(find: "\"a\":\"b\"", replacement: "\"a\":\"\\u0062\""),
    Stale(find: "\"a\":\"b\"", replacement: "\"\\u0061\":\"b\""),
    Stale(find: "\"a\":\"b\"", replacement: "\"a\": \"b\""),
    Stale(find: "\"ttl\"", replacement: "\"requested\":\"2026-11-23T09:00:00.000Z\",\"ttl\""),
    Stale(find: "\"properties\"", replacement: "\"priority\":0,\"properties\""),
  ])
  func staleTextIsMended(_ test: Stale) throws {
    let callback = try newCallback(
      Policies.customerFirst,
      properties: ["_customer_number": "5115", "a": "b"]
    )
    var record = callback.stored
    record.body = record.body.replacingOccurrences(of: test.find, with: test.replacement)
    #expect(record.body != callback.stored.body)
    #expect(RecordReader.read(record.body)?.isCanonical != true)
    let expected = callback.json.replacing("_customer_number", with: .string(test.number))
    #expect(
      try Callback(stored: record).answer(keys: ["a"]) == Callback(json: expected).answer(keys: ["a"])
    )
    #expect(
      try Callback.record(importing: record.body).body
        == Callback(json: try JSONReader.read(record.body)).stored.body
    )
  }

  /// A text in the order of this library was written by it, and is answered as it stands.
  @Test func aWrittenTextIsAnsweredAsItStands() throws {
    var record = try newCallback(Policies.customerFirst, properties: ["a": "b"]).stored
    let answer = try Callback.answerText(of: record, keys: ["a"])
    record.body = record.body.replacingOccurrences(of: "/genesys/1/", with: "/genesys/2/")
    #expect(
      try Callback.answerText(of: record, keys: ["a"])
        == answer.replacingOccurrences(of: "/genesys/1/", with: "/genesys/2/")
    )
  }

  @Test func anAnswerOfAnotherRecordIsRefused() throws {
    var record = try newCallback(Policies.customerFirst).stored
    record.id = "2" + record.id.dropFirst()
    let error = #expect(throws: CallbackError.self) { try Callback.answerText(of: record) }
    #expect(error?.code == .damagedRecord)
    #expect(error?["member"] == "_id")
  }

  @Test func recordsOfVersion1AreRead() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/store-version-1/store.json")
    let document = try JSONReader.read(String(contentsOf: file, encoding: .utf8))
    let records = try #require(document["records"]?["callback"]?.arrayValue)
    #expect(records.count == 3)
    for record in records {
      let body = try #require(record["body"])
      let text = JSONWriter.compact(body)
      let reading = try #require(RecordReader.read(text))
      #expect(!reading.isCanonical)
      #expect(try reading.callback == Callback(json: body))
      let imported = try Callback.record(importing: text)
      #expect(imported.keys.customer == record["customer"]?.stringValue)
      #expect(imported.keys.state == record["state"]?.stringValue)
      #expect(try Callback(stored: imported) == Callback(json: body))
      #expect(imported.body.hasPrefix(JSONWriter.compact(reading.callback.answer()).dropLast()))
    }
  }

  @Test func bytesAreImportedAsText() throws {
    let record = try newCallback(Policies.customerFirst, properties: ["é": "ü"]).stored
    func imported(_ bytes: [UInt8]) throws(CallbackError) -> StoredRecord {
      let outcome = bytes.withUnsafeBufferPointer { bytes in
        Result { () throws(CallbackError) in try Callback.record(importing: bytes) }
      }
      return try outcome.get()
    }
    #expect(try imported(Array(record.body.utf8)) == record)
    var bytes = Array(record.body.utf8)
    bytes[bytes.count / 2] = 0xFF
    do throws(CallbackError) {
      _ = try imported(bytes)
      Issue.record("taken")
    } catch {
      #expect(error.code == .malformedRecord)
      #expect(error["member"] == "body")
      #expect(error["value"] == "0xFF")
      #expect(error["expected"] == "these bytes are not UTF-8")
    }
  }
}

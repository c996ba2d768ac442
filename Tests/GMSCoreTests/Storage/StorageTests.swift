import Foundation
import GMSCore
import GMSTestSupport
import Testing

struct StorageTests {
  static let now = instant("2025-01-06T14:00:00Z")

  static func context(_ seconds: Double = 0, isDryRun: Bool = false) -> RequestContext {
    RequestContext(now: now + seconds, randomness: .seed(1), node: 7, command: "test", isDryRun: isDryRun)
  }

  /// The message of what a call throws.
  static func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: EveryStore.allCases)
  func keepsUpdatesAndTakesAway(_ kind: EveryStore) throws {
    try kind.run { store in
      let storage = StorageService(store: store)
      let item = try storage.put(
        ["latitude": .text("48.8583"), "photo": .binary([0xFF, 0])],
        timeToLive: "3600",
        Self.context()
      )
      #expect(item.id.node == 7)
      #expect(item.instance == nil)
      #expect(item.expires == Self.now + 3600)
      let id = item.id.text
      #expect(try storage.item(id, Self.context(1)) == item)
      #expect(item.answer == ["latitude": "48.8583", "photo": ["base64": "/wA="]])
      #expect(try item.value("photo") == .binary([0xFF, 0]))

      let updated = try storage.update(id, ["latitude": .text("0"), "a": .text("")], Self.context(10))
      #expect(updated.answer == ["a": "", "latitude": "0", "photo": ["base64": "/wA="]])
      #expect(updated.expires == item.expires, "an update does not make it live longer")
      #expect(try storage.item(id, Self.context(10)) == updated)
      #expect(try storage.update(id, [:], timeToLive: "7200", Self.context(10)).expires == Self.now + 7210)

      try storage.delete(id, key: "photo", Self.context(11))
      #expect(try storage.item(id, Self.context(11)).answer == ["a": "", "latitude": "0"])
      try storage.delete(id, Self.context(12))
      #expect(
        Self.message { _ = try storage.item(id, Self.context(12)) }
          == "nothing is stored under '\(id)'; it was never there, was taken away, or is long over"
      )
      #expect(try store.read { try $0.count(RecordQuery(.storage)) } == 0)
    }
  }

  @Test(arguments: EveryStore.allCases)
  func isGoneWhenItsTimeToLiveHasPassed(_ kind: EveryStore) throws {
    try kind.run { store in
      let storage = StorageService(store: store)
      let id = try storage.put(["a": .text("1")], timeToLive: "10", Self.context()).id.text
      _ = try storage.item(id, Self.context(9.999))
      let gone = "nothing is stored under '\(id)'; its time to live ended at '2025-01-06T14:00:10.000Z'"
      for seconds in [10.0, 11, 1e6] {
        let context = Self.context(seconds)
        #expect(Self.message { _ = try storage.item(id, context) } == gone)
        #expect(Self.message { try storage.update(id, ["a": .text("2")], context) } == gone)
        #expect(Self.message { try storage.delete(id, context) } == gone)
      }
      #expect(try store.nextExpiry() == Self.now + 10)
      #expect(try store.sweep(at: Self.now + 9.999) == 0)
      #expect(try store.sweep(at: Self.now + 10) == 1)
      #expect(try store.nextExpiry() == nil)
    }
  }

  @Test
  func aSweepTakesMoreThanOnePortion() throws {
    let store = MemoryStore()
    let storage = StorageService(store: store)
    for index in 0..<2100 {
      _ = try storage.put([:], timeToLive: index.isMultiple(of: 3) ? "100" : "5", Self.context())
    }
    #expect(try store.sweep(at: Self.now + 5) == 1400)
    #expect(try store.read { try $0.count(RecordQuery(.storage)) } == 700)
  }

  @Test(arguments: [
    ("1", 1), ("0", 30), ("-1", 30), ("", 30), ("abc", 30), ("30.5", 30), ("+60", 30), (" 60", 30),
    ("60 ", 30),
    ("060", 60), ("1e3", 30), ("٣", 30), ("2147483647", 2_147_483_647), ("2147483648", 30),
    ("99999999999999999999", 30), ("31", 31),
  ])
  func aTimeToLiveThatCannotBeIsThirtySeconds(_ text: String, _ seconds: Int) throws {
    #expect(StorageItem.timeToLive(text) == seconds)
    let item = try StorageService(store: MemoryStore()).put([:], timeToLive: text, Self.context())
    #expect(item.expires == Self.now + Double(seconds))
  }

  @Test(arguments: ["", "a/b", "a\u{0}", "a\nb", "\u{7F}", String(repeating: "é", count: 101)])
  func aKeyStandsInAnAddress(_ key: String) throws {
    let storage = StorageService(store: MemoryStore())
    let refused = CoreError(.malformedStorageKey, ["value": key])
    #expect(throws: refused) { try storage.put([key: .text("1")], timeToLive: "9", Self.context()) }
    let id = try storage.put(["a": .text("1")], timeToLive: "9", Self.context()).id.text
    #expect(throws: refused) {
      try storage.update(id, ["a": .text("2"), key: .text("1")], Self.context())
    }
    #expect(try storage.item(id, Self.context()).answer == ["a": "1"], "nothing was changed")
  }

  @Test
  func aKeyThatIsNotThereNamesTheNearest() throws {
    let storage = StorageService(store: MemoryStore())
    let values: [String: StorageValue] = ["latitude": .text("1"), "longitude": .text("2")]
    let id = try storage.put(values, timeToLive: "9", Self.context()).id.text
    let item = try storage.item(id, Self.context())
    let start = "what is stored under '\(id)' has no key"
    #expect(
      Self.message { _ = try item.value("lattitude") } == "\(start) 'lattitude'; did you mean 'latitude'?"
    )
    #expect(Self.message { _ = try item.value("x") } == "\(start) 'x'; it has latitude, longitude")
    #expect(
      Self.message { try storage.delete(id, key: "x", Self.context()) }
        == "\(start) 'x'; it has latitude, longitude"
    )
    let empty = try storage.put([:], timeToLive: "9", Self.context())
    #expect(
      Self.message { _ = try empty.value("x") }
        == "what is stored under '\(empty.id)' has no key 'x'; it has none"
    )
  }

  @Test
  func oneIDKeepsEightMebibytes() throws {
    let storage = StorageService(store: MemoryStore())
    let item = try storage.put(["a": .text("1")], timeToLive: "9", Self.context())
    let rest = StorageItem.longestBody - item.stored.body.utf8.count + 1
    let full = String(repeating: "x", count: rest)
    let updated = try storage.update(item.id.text, ["a": .text(full)], Self.context())
    #expect(updated.stored.body.utf8.count == StorageItem.longestBody)
    #expect(
      Self.message { try storage.update(item.id.text, ["a": .text(full + "x")], Self.context()) }
        == "the data has 8388609 bytes, and one id keeps 8388608; store less, or under several ids"
    )
    // What is kept counts, not what was given: a control character takes six bytes.
    let escaped = String(repeating: "\u{1}", count: rest / 6 + 1)
    #expect(throws: CoreError.self) {
      try storage.update(item.id.text, ["a": .text(escaped)], Self.context())
    }
    #expect(try storage.item(item.id.text, Self.context()) == updated)
  }

  @Test(arguments: EveryStore.allCases)
  func aDryRunAnswersAndKeepsNothing(_ kind: EveryStore) throws {
    try kind.run { store in
      let storage = StorageService(store: store)
      let tried = try storage.put(["a": .text("1")], timeToLive: "9", Self.context(isDryRun: true))
      #expect(throws: CoreError.self) { try storage.item(tried.id.text, Self.context()) }
      let made = try storage.put(["a": .text("1")], timeToLive: "9", Self.context())
      #expect(made == tried)
    }
  }

  @Test(arguments: [
    ("\"_id\":\"7-", "\"_id\":\"x", "'_id'"), ("\"created\":\"2", "\"created\":\"x", "'created'"),
    ("14:00:09", "13:00:09", "'expires'"), ("\"values\":{\"a\":\"1\"}", "\"values\":[]", "'values'"),
    ("{\"a\":\"1\"}", "{\"a\":1}", "'values.a'"),
    ("{\"a\":\"1\"}", "{\"a\":{\"base64\":\"A\"}}", "'values.a'"),
    ("{\"a\":\"1\"}", "{\"a/b\":\"1\"}", "'values': 'a/b'"),
    ("\"values\"", "\"valves\"", "'valves'; give 'values'"),
    ("\"created\"", "\"_service_id\":\"1-x\",\"created\"", "'_service_id': '1-x'"),
  ])
  func aFaultInALineIsNamed(_ part: String, _ replacement: String, _ place: String) throws {
    let item = try StorageService(store: MemoryStore())
      .put(["a": .text("1")], timeToLive: "9", Self.context())
    var record = item.stored
    record.body = record.body.replacingOccurrences(of: part, with: replacement)
    #expect(record.body != item.stored.body)
    let malformed = try #require(throws: CoreError.self) { try RecordCodec.storage.read(record.body) }
    #expect(malformed.code == .malformedRecord)
    #expect(malformed.description.hasPrefix("the storage record is damaged at \(place)"))
    let damaged = try #require(throws: CoreError.self) { try StorageItem(stored: record) }
    #expect(damaged.code == .damagedRecord)
    #expect(damaged.category == .unusableStore)
    #expect(damaged.description.hasPrefix("the storage record '\(item.id)' is damaged at \(place)"))
  }
}

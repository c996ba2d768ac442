import Foundation
import GMSCore

extension StoreConformance {
  static let transactions: [StoreConformance] = [
    StoreConformance("An empty store answers nothing, and has no sequence") { make in
      let store = try make()
      try expect(
        store.contents(),
        StoreContents(sequence: 0, configuration: Configuration(), records: []),
        "empty"
      )
      try store.read { store in
        try expect(store.record(.callback, "1-a"), nil, "unknown id")
        try expect(store.count(RecordQuery(.callback)), 0, "count")
        try expect(store.times(RecordQuery(RecordKind(rawValue: "unknown"))), [], "unknown kind")
      }
    },
    StoreConformance("A transaction that changes something is counted once") { make in
      let store = try make()
      try store.put(.test("1-a"), .test("1-b"))
      try expect(store.contents().sequence, 1, "sequence")
      try store.put(.test("1-c"))
      try expect(store.contents().sequence, 2, "sequence")
    },
    StoreConformance("A transaction whose body throws changes nothing") { make in
      let store = try make()
      try store.put(.test("1-a", time: 10, due: 5, customer: "1"), .test("1-b"))
      let before = try store.contents()
      do {
        try store.write(.test) { store in
          try store.put(.test("1-a", service: "Sales", time: 20, customer: "2"))
          try store.put(.test("1-a", state: "QUEUED", time: 30))
          try store.remove(.callback, "1-b")
          try store.put(.test("1-b", time: 7))
          try store.put(.test("1-c"))
          try store.setConfiguration(Configuration(services: ["Support": ["_ttl": "1"]]))
          throw Deliberate()
        }
        throw Failure(description: "the body's error was swallowed")
      } catch is Deliberate {}
      try expect(store.contents(), before, "after the error")
      try expect(store.ids(RecordQuery(.callback, services: ["Sales"])), [], "index of services")
      try expect(store.ids(RecordQuery(.callback, customer: "1")), ["1-a"], "index of customers")
      try expect(store.ids(RecordQuery(.callback, order: .due)), ["1-a"], "index of what is due")
      // The store must be usable after it.
      try store.put(.test("1-d"))
      try expect(store.contents().records.map(\.id), ["1-a", "1-b", "1-d"], "after the next transaction")
    },
    StoreConformance("A dry run answers, and changes nothing") { make in
      let store = try make()
      try store.put(.test("1-a"))
      let before = try store.contents()
      let answer = try store.write(.dryRun) { store in
        try store.put(.test("1-b"))
        try store.remove(.callback, "1-a")
        try store.setConfiguration(Configuration(accounts: ["kate": ["roles": "Supervisor"]]))
        return try store.records(RecordQuery(.callback)).map(\.id)
      }
      try expect(answer, ["1-b"], "the answer of the dry run")
      try expect(store.contents(), before, "after the dry run")
    },
    StoreConformance("A transaction that changes nothing in the end is not counted") { make in
      let store = try make()
      try store.put(.test("1-a", due: 3))
      let before = try store.contents()
      let answer = try store.write(.test) { _ in 42 }
      try expect(answer, 42, "answer of an empty transaction")
      try store.put(.test("1-a", due: 3))
      try store.write(.test) { store in
        try store.put(.test("1-a", state: "QUEUED"))
        try store.put(.test("1-a", due: 3))
        try store.put(.test("1-b"))
        try store.remove(.callback, "1-b")
        try expect(store.remove(.callback, "1-c"), false, "removing an unknown id")
        try store.setConfiguration(Configuration(services: ["A": [:]]))
        try store.setConfiguration(Configuration())
      }
      try expect(store.contents(), before, "after changing and changing back")
    },
    StoreConformance("A transaction reads its own changes, and the last committed ones") { make in
      let store = try make()
      try store.put(.test("1-a"), .test("1-b", state: "QUEUED"))
      try store.write(.test) { store in
        try expect(store.sequence, 1, "sequence inside")
        try store.put(.test("1-c", time: -1, customer: "7"))
        try expect(store.remove(.callback, "1-a"), true, "removing")
        try expect(store.record(.callback, "1-a"), nil, "the removed record")
        try expect(store.record(.callback, "1-c")?.keys.customer, "7", "the new record")
        try expect(store.records(RecordQuery(.callback)).map(\.id), ["1-c", "1-b"], "all records")
        try expect(store.count(RecordQuery(.callback, states: ["SCHEDULED"])), 1, "count")
        try expect(store.times(RecordQuery(.callback, customer: "7")), [1_736_171_999_000], "times")
      }
    },
    StoreConformance("A record comes back as it was put, its times in whole milliseconds") { make in
      let store = try make()
      let body = #"{"name":"Zoë \"Z\" /\u0041\ud83d\ude00","n":1.50,"e":{"a":[ 1 , null]}}"#
      let record = StoredRecord.test(
        "1-\u{65}\u{301} \"\\",
        service: "Süd 1",
        state: "QUEUED",
        time: 0.0004,
        created: -0.0006,
        due: 1.2345,
        customer: "+1 \n",
        body: body
      )
      try store.put(record)
      guard let found = try store.read({ try $0.record(.callback, record.id) }) else {
        throw Failure(description: "the record is not there")
      }
      try expect(Array(found.body.utf8), Array(body.utf8), "body")
      try expect(Array(found.id.utf8), Array(record.id.utf8), "id")
      var expected = record
      expected.keys = record.keys.inWholeMilliseconds
      try expect(found, expected, "record")
      let milliseconds = [found.keys.time, found.keys.created, found.keys.due ?? .distantPast].map {
        Int(($0.timeIntervalSince1970 * 1000).rounded()) - 1_736_172_000_000
      }
      try expect(milliseconds, [0, -1, 1235], "times")
    },
  ]
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

/// What checks, repairs, compactions and the log answer, from values that a sound store does not make.
@Suite("Answers about a store")
struct MaintenanceAnswerTests {
  private func text(_ answer: Answer, _ format: OutputFormat = .table) throws -> String {
    try Renderer(format: format).render(answer).text
  }

  @Test("tell a sound store from a damaged one, the first difference first")
  func check() throws {
    let sound = MaintenanceAnswer.check(StoreCheck(findings: [], records: 1, transactions: 2))
    #expect(try text(sound) == "the store is sound: 1 record, 2 transactions\n")
    #expect(try text(sound, .json) == "{\"records\":1,\"transactions\":2,\"findings\":[]}\n")
    #expect(try text(sound, .jsonl) == "")

    let check = StoreCheck(
      findings: [
        StoreFinding(.damage, path: "s/records.jsonl", line: 3, "the checksum does not fit"),
        StoreFinding(.note, path: "s/index-0", "it is stale\u{1B}[2J"),
      ],
      records: 4,
      transactions: 5
    )
    #expect(check.hasDamage)
    let damaged = MaintenanceAnswer.check(check)
    #expect(
      try text(damaged) == """
        damage: s/records.jsonl, line 3: the checksum does not fit
        note: s/index-0: it is stale\\u{1B}[2J
        1 damage found in 4 records, 5 transactions

        """
    )
    #expect(
      try text(damaged, .json) == #"""
        {"records":4,"transactions":5,"findings":[{"severity":"damage","path":"s/records.jsonl","line":3,\#
        "message":"the checksum does not fit"},{"severity":"note","path":"s/index-0","line":null,\#
        "message":"it is stale\u001b[2J"}]}

        """#
    )
    #expect(try text(damaged, .csv).hasPrefix("severity,path,line,message\r\ndamage,s/records.jsonl,3,"))
  }

  @Test("with notes alone are sound")
  func notes() throws {
    let check = StoreCheck(
      findings: [StoreFinding(.note, path: "s/records.jsonl", line: 9, "12 bytes are torn")],
      records: 0,
      transactions: 1
    )
    #expect(!check.hasDamage)
    #expect(
      try text(MaintenanceAnswer.check(check)) == """
        note: s/records.jsonl, line 9: 12 bytes are torn
        the store is sound: 0 records, 1 transaction

        """
    )
  }

  @Test("say what a repair drops, or would")
  func repair() throws {
    let none = StoreRepair(dropped: [], setAside: nil, records: 7, isChanged: false)
    #expect(
      try text(MaintenanceAnswer.repair(none, isDryRun: false)) == "the store needs no repair: 7 records\n"
    )
    let dropped = [
      StoreRepair.Dropped(line: 3, reason: "the checksum does not fit", id: "1-x"),
      StoreRepair.Dropped(line: 4, reason: "it is no JSON"),
    ]
    let plan = StoreRepair(dropped: dropped, setAside: nil, records: 6, isChanged: true)
    let lines = "line 3: '1-x', the checksum does not fit\nline 4: it is no JSON\n"
    #expect(
      try text(MaintenanceAnswer.repair(plan, isDryRun: true))
        == lines + "would repair the store, keep 6 records and set aside 2 lines\n"
    )
    let done = StoreRepair(dropped: dropped, setAside: "s/set-aside-1", records: 6, isChanged: true)
    #expect(
      try text(MaintenanceAnswer.repair(done, isDryRun: false))
        == lines + "repaired the store: 6 records; what was dropped is in 's/set-aside-1'\n"
    )
    #expect(
      try text(MaintenanceAnswer.repair(done, isDryRun: false), .json) == """
        {"changed":true,"records":6,"setAside":"s/set-aside-1","dropped":[{"line":3,"id":"1-x",\
        "reason":"the checksum does not fit"},{"line":4,"id":null,"reason":"it is no JSON"}]}

        """
    )
  }

  @Test("say what a compaction saves, or would")
  func compaction() throws {
    let done = StoreCompaction(bytesBefore: 100, bytesAfter: 60, isDone: true)
    let not = StoreCompaction(bytesBefore: 60, bytesAfter: 60, isDone: false)
    #expect(
      try text(MaintenanceAnswer.compaction(done, isDryRun: false))
        == "shortened the log from 100 to 60 bytes\n"
    )
    #expect(
      try text(MaintenanceAnswer.compaction(done, isDryRun: true))
        == "would shorten the log from 100 to 60 bytes\n"
    )
    #expect(
      try text(MaintenanceAnswer.compaction(not, isDryRun: false))
        == "nothing in the log is dead: 60 bytes\n"
    )
    #expect(
      try text(MaintenanceAnswer.compaction(done, isDryRun: false), .json)
        == "{\"done\":true,\"bytesBefore\":100,\"bytesAfter\":60}\n"
    )
  }

  @Test("have a row of the log for each change")
  func log() throws {
    let entry = StoreLogEntry(
      sequence: 7,
      time: instant("2025-01-06T14:00:00Z") + 0.123,
      command: "callback start",
      changes: [.init(.put, "callback 1-x", state: "SCHEDULED"), .init(.unset, "service Old")]
    )
    #expect(
      StoreAnswer.changes(entry).map(JSONWriter.compact) == [
        #"{"sequence":7,"time":"2025-01-06T14:00:00.123Z","command":"callback start","change":"put","#
          + #""name":"callback 1-x","state":"SCHEDULED"}"#,
        #"{"sequence":7,"time":"2025-01-06T14:00:00.123Z","command":"callback start","change":"unset","#
          + #""name":"service Old","state":null}"#,
      ]
    )
  }

  @Test("have every number of a store, and null for what is not there")
  func information() throws {
    func information(_ time: Date?, _ holder: String?) -> StoreInformation {
      StoreInformation(
        path: "s",
        format: "gms-store",
        version: 2,
        generation: 3,
        sequence: 7,
        transactions: 6,
        logBytes: 100,
        liveBytes: 60,
        deadBytes: 40,
        indexedBytes: 90,
        tornBytes: 5,
        services: 4,
        records: [.init(.callback, 2)],
        firstTime: time,
        lastTime: time,
        lockHolder: holder
      )
    }
    let numbers = #"""
      {"path":"s","format":"gms-store","version":2,"generation":3,"sequence":7,"transactions":6,\#
      "logBytes":100,"liveBytes":60,"deadBytes":40,"indexedBytes":90,"tornBytes":5,"services":4,\#
      "records":{"callback":2},
      """#
    #expect(
      JSONWriter.compact(StoreAnswer.information(information(nil, nil)))
        == numbers + #""firstTime":null,"lastTime":null,"lockHolder":null}"#
    )
    let time = instant("2025-01-06T14:00:00Z")
    #expect(
      JSONWriter.compact(StoreAnswer.information(information(time, "4711")))
        == numbers + #""firstTime":"2025-01-06T14:00:00.000Z","lastTime":"2025-01-06T14:00:00.000Z","#
        + #""lockHolder":"4711"}"#
    )
  }
}

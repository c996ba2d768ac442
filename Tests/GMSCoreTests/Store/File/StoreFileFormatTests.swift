import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The bytes of a store's files, as `Docs/StorageFormat.md` describes them.
@Suite struct StoreFileFormatTests {
  let files: StoreFiles

  init() throws { files = try StoreFiles() }

  static let configuration = Configuration(
    options: ["callback": ["filter-keys": "a \"b\""]],
    services: ["Support": ["_type": "ors", "_ttl": "5"], "Süd": [:]],
    resources: ["DNIS": ResourceGroup(numbers: ["6504663204"], options: ["strategy": "local"])],
    patterns: ["blocked": ["premium": "\\+1900.*"]],
    accounts: ["kate": ["roles": "Supervisor"]]
  )

  private func change(_ second: Double, _ command: String) -> StoreChange {
    StoreChange(time: StoreChange.test.time + second, command: command)
  }

  /// Adds the lines that set all of ``configuration``.
  private static func addConfiguration(to log: inout WrittenLog) {
    log.add(#""set":["options","callback"],"value":{"filter-keys":"a \"b\""}"#)
    log.add(#""set":["services","Support"],"value":{"_ttl":"5","_type":"ors"}"#)
    log.add(#""set":["services","Süd"],"value":{}"#)
    log.add(#""set":["resources","DNIS"],"value":{"strategy":"local","numbers":["6504663204"]}"#)
    log.add(#""set":["patterns","blocked"],"value":{"premium":"\\+1900.*"}"#)
    log.add(#""set":["accounts","kate"],"value":{"roles":"Supervisor"}"#)
  }

  @Test func anEmptyStore() throws {
    try files.create()
    var log = WrittenLog()
    log.commit("2025-01-06T14:00:00.000Z", "init")
    #expect(try files.text() == log.text)
    #expect(try files.text(StoreFiles.document) == WrittenLog.document(sequence: 0, "{}"))
    // Once by hand, so that the test's own checksum is not the only witness.
    #expect(
      try files.text() == """
        {"format":"gms-log","version":2,"generation":1,"sequence":0,"crc":"ee8f2db6"}
        {"seq":0,"commit":0,"time":"2025-01-06T14:00:00.000Z","command":"init","chain":"5771dab3","crc":"6894ab82"}

        """
    )
  }

  @Test func everyKindOfLine() throws {
    let store = try files.create(Self.configuration)
    var log = WrittenLog()
    Self.addConfiguration(to: &log)
    log.commit("2025-01-06T14:00:00.000Z", "init")
    #expect(try files.text() == log.text)

    try store.write(change(0.25, "callback start")) { store in
      try store.put(
        .test("1-b", time: 60, created: 2, due: 1.5, customer: "+1650", body: #"{"b":"/é","n":1.0}"#)
      )
      try store.put(
        .test(#"1-"a"\"#, service: "Süd\n", state: "QUEUED", time: -1_736_172_000.001, created: 1)
      )
    }
    log.add(
      #""put":"callback","id":"1-b","service":"Support","state":"SCHEDULED","time":1736172060000,"#
        + #""created":1736172002000,"due":1736172001500,"customer":"+1650","body":{"b":"/é","n":1.0}"#
    )
    log.add(
      #""put":"callback","id":"1-\"a\"\\","service":"Süd\n","state":"QUEUED","time":-1,"#
        + #""created":1736172001000,"body":{}"#
    )
    log.commit("2025-01-06T14:00:00.250Z", "callback start")
    #expect(try files.text() == log.text)

    // Records first, then what is gone of the configuration, then what is new, in its order.
    try store.write(change(-3600, "apply \"x\"")) { store in
      var configuration = Self.configuration
      configuration.patterns = [:]
      configuration.services["Support"] = ["_ttl": "6"]
      configuration.services["Süd"] = nil
      configuration.services["New"] = ["_type": "builtin"]
      try store.setConfiguration(configuration)
      try store.remove(.callback, "1-b")
    }
    log.add(#""remove":"callback","id":"1-b""#)
    log.add(#""unset":["services","Süd"]"#)
    log.add(#""unset":["patterns","blocked"]"#)
    log.add(#""set":["services","New"],"value":{"_type":"builtin"}"#)
    log.add(#""set":["services","Support"],"value":{"_ttl":"6"}"#)
    log.commit("2025-01-06T13:00:00.000Z", #"apply \"x\""#)
    #expect(try files.text() == log.text)
    #expect(
      try files.text(StoreFiles.document)
        == WrittenLog.document(
          sequence: 2,
          """
          {
            "options": {
              "callback": {
                "filter-keys": "a \\"b\\""
              }
            },
            "services": {
              "New": {
                "_type": "builtin"
              },
              "Support": {
                "_ttl": "6"
              }
            },
            "resources": {
              "DNIS": {
                "strategy": "local",
                "numbers": [
                  "6504663204"
                ]
              }
            },
            "accounts": {
              "kate": {
                "roles": "Supervisor"
              }
            }
          }
          """
        )
    )
  }

  @Test func aCompactedLogHoldsTheWholeState() throws {
    let store = try files.create(Self.configuration)
    try store.write(change(1, "first")) { store in
      try store.put(.test("1-a"))
      try store.put(.test("1-b"))
    }
    try store.write(change(2, "second")) { store in
      try store.put(.test("1-a", state: "QUEUED"))
      try store.remove(.callback, "1-b")
      try store.put(.test("1-c"))
    }
    try store.compact(change(3, "store compact"))
    var log = WrittenLog(generation: 2, sequence: 2)
    Self.addConfiguration(to: &log)
    for (id, state) in [("1-a", "QUEUED"), ("1-c", "SCHEDULED")] {
      log.add(
        #""put":"callback","id":"\#(id)","service":"Support","state":"\#(state)","time":1736172000000,"#
          + #""created":1736172000000,"body":{}"#
      )
    }
    // It has the number, the time and the command of the last transaction that it holds.
    log.commit("2025-01-06T14:00:02.000Z", "second")
    #expect(try files.text() == log.text)
    try store.write(change(4, "third")) { _ = try $0.remove(.callback, "1-a") }
    log.add(#""remove":"callback","id":"1-a""#)
    log.commit("2025-01-06T14:00:04.000Z", "third")
    #expect(try files.text() == log.text)
  }

  // MARK: - Logs that others wrote

  /// Puts a log and a document in place, as another program may write them.
  private func write(_ log: WrittenLog, document: String) throws {
    try files.create()
    try files.overwrite(StoreFiles.log, with: log.bytes)
    try files.overwrite(StoreFiles.document, with: Array(document.utf8))
  }

  @Test func aLogThatAnotherProgramWroteIsRead() throws {
    var log = WrittenLog(generation: 7, sequence: 100)
    log.add(#""set":["services","A"],"value":{ "_ttl" : "5" }"#)
    log.commit("2001-01-01T00:00:00.000Z", "other")
    // Later lines win, also in one transaction; what is not there may be removed.
    log.add(#""put":"callback","id":"x","service":"A","state":"S","time":5,"created":-6,"body":{}"#)
    log.add(
      #""put":"callback","id":"x","service":"A","state":"T","time":7,"created":8,"due":9,"body":{"n": 1}"#
    )
    log.add(#""remove":"callback","id":"gone""#)
    log.add(#""unset":["accounts","gone"]"#)
    log.add(#""put":"callback","id":"y","service":"A","state":"S","time":1,"created":1,"body":{}"#)
    log.add(#""remove":"callback","id":"y""#)
    log.add(
      #""put":"note","id":"\u0078\ud83d\ude00","service":"","state":"","time":0,"created":0,"customer":"","body":{}"#
    )
    log.commit("1999-01-01T00:00:00.000Z", "other \\u0062")
    log.add(#""set":["services","B"],"value":{}"#)
    log.add(#""unset":["services","B"]"#)
    log.add(#""set":["services","C"],"value":{"_ttl":"1"}"#)
    log.add(#""set":["services","C"],"value":{"_ttl":"2"}"#)
    log.commit()
    // A transaction of nothing counts as well.
    log.commit()
    let document = WrittenLog.document(sequence: 100, #"{"services": {"A": {"_ttl":"wrong"}}}"#)
    try write(log, document: document)
    let expected = """
      sequence 103
      services/A {"_ttl":"5"}
      services/C {"_ttl":"2"}
      callback x A T 7 8 9 - {"n": 1}
      note x😀   0 0 -  {}
      """
    let kinds = [RecordKind.callback, RecordKind(rawValue: "note")]
    for tuning in [StoreTuning()] + StoreTuning.small {
      let store = try files.open(tuning: tuning)
      #expect(try StoreTable.text(store, kinds: kinds) == expected)
      #expect(try store.read { try $0.service("C") } == ["_ttl": "2"])
    }
    var commands: [String] = []
    try files.open().log(ofRecord: nil) { commands.append("\($0.sequence) \($0.command)") }
    #expect(commands == ["100 other", "101 other b", "102 test", "103 test"])
    // Written on, it stays what it was up to there.
    try files.open().put(.test("1-z"))
    #expect(try files.text().hasPrefix(log.text + #"{"seq":104,"put":"callback","id":"1-z""#))
    #expect(try FileStore.check(at: files.path, codecs: []).findings.map(\.severity) == [.note])
  }

  @Test func aDocumentWithoutItsOwnFormIsReadAllTheSame() throws {
    var log = WrittenLog()
    log.add(#""set":["services","A"],"value":{"_ttl":"5"}"#)
    log.commit()
    // Compact, members in another order, and a section without members absent.
    try write(
      log,
      document: WrittenLog.document(sequence: 0, #"{"accounts":{},"services":{"A":{"_ttl":"5"}}}"#)
    )
    let store = try files.open()
    #expect(try store.contents().configuration == Configuration(services: ["A": ["_ttl": "5"]]))
    #expect(try store.read { try $0.service("A") } == ["_ttl": "5"])
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }
}

import GMSCore
import GMSTestSupport
import Testing

struct StoreImportTests {
  private func summary(_ report: ImportReport) -> [String] {
    report.counts.map { "\($0.kind) \($0.added)/\($0.replaced)/\($0.unchanged)" }
  }

  @Test func anExportMakesAnEqualStore() throws {
    let store = MemoryStore()
    let report = try store.load(StoreExportTests.lines)
    #expect(try store.exported() == StoreExportTests.lines)
    #expect(try store.contents().sequence == 1, "one transaction")
    #expect(
      summary(report) == [
        "section 2/0/0", "service 1/0/0", "resource 2/0/0", "number 2/0/0", "pattern 1/0/0", "account 1/0/0",
        "note 2/0/0",
      ]
    )
    #expect(report.before.isEmpty)
    #expect(try report.after == store.read { try $0.configuration() })
  }

  @Test func aDryRunWritesNothing() throws {
    let store = MemoryStore()
    let report = try store.load(StoreExportTests.lines, dryRun: true)
    #expect(summary(report).count == 7)
    #expect(try store.everything() == ["", "0"])
  }

  @Test func replacingTheSameChangesNothing() throws {
    let store = try StoreExportTests.store()
    let before = try store.everything()
    let report = try store.load(StoreExportTests.lines, replacing: true)
    #expect(
      summary(report) == [
        "section 0/0/2", "service 0/0/1", "resource 0/0/2", "number 0/0/2", "pattern 0/0/1", "account 0/0/1",
        "note 0/0/2",
      ]
    )
    #expect(try store.everything() == before, "not even the sequence")
  }

  @Test func replacingTakesTheLastAndKeepsTheRest() throws {
    let store = try StoreExportTests.store()
    let report = try store.load(
      #"""
      {"kind":"note","id":"1","service":"","text":"first"}
      {"kind":"note","id":"1","service":"","text":"second"}
      {"kind":"resource","name":"DNIS","options":{"strategy":"random"}}
      {"kind":"number","group":"DNIS","number":"5115"}
      {"kind":"number","group":"DNIS","number":"6504663204"}
      {"kind":"account","name":"kate","options":{}}
      {"kind":"account","name":"paul","options":{}}
      """#,
      replacing: true
    )
    #expect(summary(report) == ["resource 0/1/0", "number 1/0/1", "account 1/1/0", "note 0/2/0"])
    let configuration = try store.read { try $0.configuration() }
    #expect(
      configuration.resources["DNIS"]
        == ResourceGroup(numbers: ["6504663205", "6504663204", "5115"], options: ["strategy": "random"])
    )
    #expect(configuration.accounts == ["kate": [:], "paul": [:]])
    #expect(configuration.services.count == 1)
    let note = try store.read { try $0.record(Notes.kind, "1") }
    #expect(note?.body == #"{"id":"1","service":"","text":"second"}"#)
  }

  struct Layout: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    init(_ name: String, _ text: String) { (testDescription, self.text) = (name, text) }
  }

  /// The same two lines in the ways in which people and programs lay them out.
  static let layouts = [
    Layout(
      "as written",
      #"{"kind":"note","id":"1","text":"a"}"# + "\n" + #"{"kind":"account","name":"k","options":{}}"#
    ),
    Layout(
      "spaces",
      #" { "kind" : "note" , "id" : "1" , "text" : "a" } "# + "\n"
        + #"{"kind": "account", "name": "k", "options": {}}"#
    ),
    Layout(
      "kind last",
      #"{"id":"1","text":"a","kind":"note"}"# + "\n" + #"{"options":{},"name":"k","kind":"account"}"#
    ),
    Layout(
      "kind between",
      #"{"id":"1","kind":"note","text":"a"}"# + "\n" + #"{"name":"k" , "kind" : "account" , "options":{ }}"#
    ),
    Layout(
      "escapes",
      #"{"\u006bind":"no\u0074e","id":"1","text":"\u0061"}"# + "\n"
        + #"{"kind":"acc\u006funt","name":"k","options":{}}"#
    ),
    Layout(
      "Windows",
      "\u{FEFF}" + #"{"kind":"note","id":"1","text":"a"}"# + "\r\n\r\n"
        + #"{"kind":"account","name":"k","options":{}}"# + "\r\n"
    ),
    Layout(
      "blank lines",
      "\n  \n" + #"{"kind":"note","id":"1","text":"a"}"# + "\n\t\n\n"
        + #"{"kind":"account","name":"k","options":{}}"# + "\n\n"
    ),
  ]

  @Test(arguments: layouts)
  func layoutsMeanTheSame(_ layout: Layout) throws {
    for piece in [1, 2, 7, 1 << 20] {
      let store = MemoryStore()
      try store.load(layout.text, piece: piece)
      #expect(
        try store.exported() == """
          {"kind":"account","name":"k","options":{}}
          {"kind":"note","id":"1","service":"","text":"a"}

          """
      )
    }
  }

  @Test func nothingMakesNothing() throws {
    let store = MemoryStore()
    #expect(try store.load("").counts.isEmpty)
    #expect(try store.load("\n \r\n").counts.isEmpty)
    #expect(try store.everything() == ["", "0"])
  }

  struct Broken: Error {}

  @Test func inputThatBreaksOffWritesNothing() throws {
    let store = MemoryStore()
    #expect(throws: Broken.self) {
      try StoreImport([Notes.codec]).run(in: store, .test) { take in
        try take(Array(StoreExportTests.lines.utf8))
        throw Broken()
      }
    }
    #expect(try store.everything() == ["", "0"])
  }

  @Test func aLineThatIsTooLongIsRefusedBeforeItEnds() throws {
    let store = MemoryStore()
    var pieces = 0
    let error = #expect(throws: CoreError.self) {
      try StoreImport([Notes.codec]).run(in: store, .test) { take in
        try take(Array("{\"kind\":\"note\",\"id\":\"1\"}\n\"".utf8))
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<100 {
          pieces += 1
          try take(piece)
        }
      }
    }
    #expect(error?.description == "line 2 cannot be imported: a line has at most 16 MiB; is this JSON lines?")
    #expect(pieces == 16)
    #expect(try store.everything() == ["", "0"])
  }

  @Test func codecsOfOneKindAreAMistake() async {
    await #expect(processExitsWith: .failure) {
      try MemoryStore().write(.test) { _ in }
      _ = try StoreImport([Notes.codec, Notes.codec]).run(in: MemoryStore(), .test) { _ in }
    }
  }
}

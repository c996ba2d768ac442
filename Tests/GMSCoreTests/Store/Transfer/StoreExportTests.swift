import GMSCore
import GMSTestSupport
import Testing

struct StoreExportTests {
  static let lines = #"""
    {"kind":"section","name":"callback","options":{"a2":"1","a10":"\"x\""}}
    {"kind":"section","name":"empty","options":{}}
    {"kind":"service","name":"Office","options":{"_service":"office-hours","_type":"builtin"}}
    {"kind":"resource","name":"DNIS","options":{"strategy":"local"}}
    {"kind":"number","group":"DNIS","number":"6504663205"}
    {"kind":"number","group":"DNIS","number":"6504663204"}
    {"kind":"resource","name":"DNIS 2","options":{}}
    {"kind":"pattern","name":"blocked","options":{"premium":"\\+1900.*"}}
    {"kind":"account","name":"kate","options":{"roles":"Supervisor"}}
    {"kind":"note","id":"1","service":"","text":null}
    {"kind":"note","id":"2","service":"Office","text":["é",{"kind":"x"}]}

    """#

  static func store() throws -> MemoryStore {
    let configuration = Configuration(
      options: ["empty": [:], "callback": ["a10": "\"x\"", "a2": "1"]],
      services: ["Office": ["_type": "builtin", "_service": "office-hours"]],
      resources: [
        "DNIS 2": ResourceGroup(),
        "DNIS": ResourceGroup(numbers: ["6504663205", "6504663204"], options: ["strategy": "local"]),
      ],
      patterns: ["blocked": ["premium": "\\+1900.*"]],
      accounts: ["kate": ["roles": "Supervisor"]]
    )
    let store = MemoryStore(configuration: configuration)
    try store.put(Notes.record("2", service: "Office", ["é", ["kind": "x"]]), Notes.record("1"))
    return store
  }

  @Test func everyFamilyAndKindHasItsLines() throws {
    #expect(try Self.store().exported() == Self.lines)
    #expect(try MemoryStore().exported() == "")
  }

  @Test func linesAreCounted() throws {
    try Self.store().read { reader in
      #expect(try StoreExport([Notes.kind]).count(reader) == 11)
      #expect(try StoreExport([]).count(reader) == 9)
      let counts = try StoreExport([Notes.kind]).write(reader) { _, _ in }
      #expect(
        counts.map { "\($0.kind) \($0.total)" } == [
          "section 2", "service 1", "resource 2", "number 2", "pattern 1", "account 1", "note 2",
        ]
      )
    }
  }

  @Test func blocksAreBounded() throws {
    let store = MemoryStore()
    let text = String(repeating: "x", count: 50_000)
    try store.write(.test) { writer in
      for number in 0..<40 { try writer.put(Notes.record("\(number)", .string(text))) }
    }
    var sizes: [Int] = []
    var lines: [Int] = []
    _ = try store.read { reader in
      try StoreExport([Notes.kind]).write(reader) { block, count in
        sizes.append(block.count)
        lines.append(count)
        #expect(block.last == 0x0A, "a block ends with a line")
      }
    }
    #expect(sizes.count == 7)
    #expect(sizes.allSatisfy { $0 <= (256 << 10) + 50_100 })
    #expect(lines == lines.sorted())
    #expect(lines.last == 40)
  }

  struct Full: Error {}

  @Test func aSinkThatFailsEndsIt() throws {
    let store = try Self.store()
    #expect(throws: Full.self) {
      _ = try store.read { try StoreExport([]).write($0) { _, _ in throw Full() } }
    }
  }
}

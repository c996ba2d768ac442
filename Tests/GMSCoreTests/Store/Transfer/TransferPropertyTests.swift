import GMSCore
import GMSTestSupport
import Testing

/// Export, import into an empty store and export again make the same bytes, however the lines were laid out, ordered
/// and cut into pieces on the way.
struct TransferPropertyTests {
  private static let services: [Options] = [
    ["_type": "builtin", "_service": "office-hours"],
    [
      "_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Fri 09:00-17:00",
      "_holiday10": "07-04",
    ],
    ["_type": "builtin", "_service": "capacity", "_capacity_1": #"{"1":{"0900":5}}"#],
    ["_type": "builtin", "_service": "office-hours", "note": "é \"#\" \\ \n"],
  ]

  /// A store that a validator takes: services, groups, patterns and names are sound, all else is anything.
  private func store(_ seed: UInt64) throws -> MemoryStore {
    var draw = RandomConfiguration(seed: seed)
    var json = RandomJSON(seed: ~seed)
    var configuration = draw.configuration(awkward: true)
    for name in configuration.services.keys {
      let isName = (try? ServiceName(name)) != nil
      configuration.services[name] =
        isName ? Self.services[Int.random(in: 0..<Self.services.count, using: &draw.random)] : nil
    }
    for name in configuration.accounts.keys where (try? ServiceName(name)) == nil {
      configuration.accounts[name] = nil
    }
    // An import checks templates as it checks services, so those that a text could not hold are left out here.
    configuration.templates = configuration.templates.isEmpty ? [:] : try Self.templates(&draw.random)
    var numbers = Array(0..<20).shuffled(using: &draw.random)
    for name in configuration.resources.keys {
      guard (try? ServiceName(name)) != nil else {
        configuration.resources[name] = nil
        continue
      }
      let count = Int.random(in: 0...4, using: &draw.random)
      var group = ResourceGroup(numbers: numbers.suffix(count).map { "+1 (650) 46\($0)" })
      numbers.removeLast(count)
      if draw.random.oneIn(2) { group.options["strategy"] = "local" }
      group.options["an option"] = json.text()
      configuration.resources[name] = group
    }
    for (name, patterns) in configuration.patterns {
      let sound = patterns.sorted.filter { (try? PatternGroup(name, [$0.name: $0.value])) != nil }
      let isName = (try? PatternGroup(name, [:])) != nil
      configuration.patterns[name] =
        isName ? Options(Dictionary(uniqueKeysWithValues: sound.map { ($0.name, $0.value) })) : nil
    }
    let offices = configuration.services.filter { $0.value["_service"] == "office-hours" }.keys.sorted()
    let made = configuration
    let store = MemoryStore()
    try store.write(.test) { writer in
      try writer.setConfiguration(made)
      for number in 0..<Int.random(in: 0..<12, using: &draw.random) {
        let service = draw.random.oneIn(2) ? "" : offices.randomElement(using: &draw.random) ?? ""
        try writer.put(Notes.record("\(number)\(json.text())", service: service, json.value()))
      }
    }
    return store
  }

  /// Up to three templates of one's own.
  private static func templates(_ random: inout SeededGenerator) throws -> [String: Options] {
    var templates: [String: Options] = [:]
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let template = OwnTemplateTests.weather(
        "own\(number)",
        service: "sky\(number)",
        maximum: Int.random(in: 5...90, using: &random)
      )
      templates[template.name] = ["definition": TemplateWriter.print(template)]
    }
    return templates
  }

  @Test(arguments: 0..<20)
  func exportsReadBack(batch: UInt64) throws {
    for seed in (batch * 20)..<(batch * 20 + 20) {
      let exported = try store(seed).exported()
      var random = SeededGenerator(seed: seed)
      let copy = MemoryStore()
      try copy.load(exported, piece: Int.random(in: 1...2000, using: &random))
      #expect(try copy.exported() == exported, "seed \(seed)")
      #expect(Array(try copy.exported().utf8) == Array(exported.utf8), "seed \(seed), to the byte")

      // The order of a group's numbers is told by the order of their lines alone.
      let lines = exported.split(separator: "\n").map(String.init)
      let numbers = lines.filter { $0.hasPrefix("{\"kind\":\"number\"") }
      let others = lines.filter { !$0.hasPrefix("{\"kind\":\"number\"") }.shuffled(using: &random)
      let loose = try (numbers + others).map { try Self.relaid($0, seed: random.next()) }
      let edited = MemoryStore()
      try edited.load(loose.joined(separator: "\n"), piece: Int.random(in: 1...2000, using: &random))
      #expect(Array(try edited.exported().utf8) == Array(exported.utf8), "seed \(seed), laid out anew")

      let before = try edited.everything()
      if !exported.isEmpty { #expect(throws: CoreError.self) { try edited.load(exported) } }
      try edited.load(exported, replacing: true)
      #expect(try edited.everything() == before, "seed \(seed): replacing by the same")
    }
  }

  /// A line with its members in another order, other white space, and escapes that need not be.
  private static func relaid(_ line: String, seed: UInt64) throws -> String {
    var draw = RandomJSON(seed: seed)
    let members = try JSONReader.read(line).members ?? []
    // Not `replacing`: CRLF is one character.
    let text = draw.looseText(.object(members.shuffled(using: &draw.random)))
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }

  /// No line, whatever it says, ends in anything but an import or a refusal with that line.
  @Test(arguments: 0..<10)
  func changedBytesAreTakenOrRefused(batch: UInt64) throws {
    for seed in (batch * 40)..<(batch * 40 + 40) {
      var random = SeededGenerator(seed: seed)
      let store = try ImportRefusalTests.store()
      let before = try store.everything()
      var bytes = Array(StoreExportTests.lines.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: at)
        }
      }
      do {
        let changed = bytes
        _ = try StoreImport([Notes.codec], replaces: random.oneIn(2)).run(in: store, .test) {
          try $0(changed)
        }
      } catch let error as CoreError {
        let codes: [CoreError.Code] = [.malformedImport, .importConflict]
        #expect(codes.contains(error.code), "seed \(seed): \(error)")
        #expect(try store.everything() == before, "seed \(seed)")
      }
    }
  }
}

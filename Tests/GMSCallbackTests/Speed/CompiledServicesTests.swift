import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// What stores keep of their services is never stale: whoever reads the configuration anew sees the same.
struct CompiledServicesTests {
  private struct RolledBack: Error {}

  private func change(_ store: any Store, _ change: ChangingCompany.Change) throws {
    try store.write(StoreChange(time: .distantPast, command: "test")) { writer in
      try writer.setConfiguration(change.apply(to: writer.configuration()))
    }
  }

  /// What an engine sees is what one sees that keeps nothing; answers it.
  @discardableResult
  private func check(_ store: any Store, _ engine: CallbackEngine, _ after: String) -> [String] {
    let seen = ChangingCompany.view(engine)
    #expect(seen == ChangingCompany.view(CallbackEngine(store: ForgetfulStore(store: store))), "\(after)")
    return seen
  }

  @Test(arguments: EveryStore.allCases, ChangingCompany.changes)
  func seesAChangeAtOnce(kind: EveryStore, of: ChangingCompany.Change) throws {
    try kind.run(ChangingCompany.configuration) { store in
      let (engine, other) = (CallbackEngine(store: store), CallbackEngine(store: store))
      let before = check(store, engine, "at first")
      check(store, other, "at first, the other engine")
      try change(store, of)
      check(store, engine, "after the change")
      check(store, other, "after the change, the other engine")
      try store.write(StoreChange(time: .distantPast, command: "test")) { writer in
        try writer.setConfiguration(ChangingCompany.configuration)
      }
      #expect(check(store, engine, "changed back") == before)
    }
  }

  /// The changes of the table are not all without an effect.
  @Test func mostChangesAreSeen() throws {
    let store = MemoryStore(configuration: ChangingCompany.configuration)
    let engine = CallbackEngine(store: store)
    let before = ChangingCompany.view(engine)
    let seen = try ChangingCompany.changes.filter { change in
      try self.change(store, change)
      defer { try? self.reset(store) }
      return ChangingCompany.view(engine) != before
    }
    #expect(seen.count >= 25, "\(seen.map(\.testDescription))")
  }

  private func reset(_ store: any Store) throws {
    try store.write(StoreChange(time: .distantPast, command: "test")) {
      try $0.setConfiguration(ChangingCompany.configuration)
    }
  }

  /// Inside one transaction the new configuration holds from where it is set, and afterwards only if it was kept.
  @Test(arguments: EveryStore.allCases, ChangingCompany.changes)
  func aTransactionThatFailsLeavesTheOldServices(kind: EveryStore, of: ChangingCompany.Change) throws {
    func told(_ reader: any StoreReader) -> [String] {
      let calendars = ServiceCalendars(reader)
      return [
        ChangingCompany.told { try calendars.service("support").options.sorted },
        ChangingCompany.told { try CallbackPolicy(calendars.service("support")) },
        ChangingCompany.told { try calendars.officeHours("Office").isOpen(at: ChangingCompany.monday) },
        ChangingCompany.told { try calendars.capacity("Places").capacity(at: ChangingCompany.monday) },
        ChangingCompany.told { try reader.pausedServices().names },
      ]
    }
    try kind.run(ChangingCompany.configuration) { store in
      let engine = CallbackEngine(store: store)
      let before = check(store, engine, "at first")
      for isDryRun in [false, true] {
        let context = StoreChange(time: .distantPast, command: "test", isDryRun: isDryRun)
        var isRolledBack = false
        do {
          try store.write(context) { writer in
            #expect(told(writer) == told(ForgetfulStore.Writer(writer: writer)))
            try writer.setConfiguration(of.apply(to: writer.configuration()))
            #expect(told(writer) == told(ForgetfulStore.Writer(writer: writer)))
            if !isDryRun { throw RolledBack() }
          }
        } catch is RolledBack {
          isRolledBack = true
        }
        #expect(isRolledBack != isDryRun)
        #expect(check(store, engine, "rolled back") == before)
      }
    }
  }

  /// Two stores with services of the same name, read in turn, stay apart; so do two instances on one directory.
  @Test func storesStayApart() throws {
    let change = ChangingCompany.Change(
      service: "Office",
      option: "_bh_regular1",
      value: "Mon-Tue 10:00-12:00"
    )
    let stores = [
      MemoryStore(configuration: ChangingCompany.configuration),
      MemoryStore(configuration: change.apply(to: ChangingCompany.configuration)),
    ]
    let engines = stores.map { CallbackEngine(store: $0) }
    let first = engines.map(ChangingCompany.view)
    #expect(first[0] != first[1])
    for _ in 0..<3 { #expect(engines.map(ChangingCompany.view) == first) }

    let directory = try TemporaryDirectory()
    let path = directory.path("store")
    let one = try FileStore.create(at: path, configuration: ChangingCompany.configuration)
    let two = try FileStore(opening: path)
    let (left, right) = (CallbackEngine(store: one), CallbackEngine(store: two))
    #expect(ChangingCompany.view(left) == ChangingCompany.view(right))
    try self.change(two, change)
    #expect(check(one, left, "changed by the other instance") == first[1])
    #expect(check(two, right, "changed by itself") == first[1])
    withExtendedLifetime(directory) {}
  }

  /// A template of one's own is part of the configuration too.
  @Test(arguments: EveryStore.allCases)
  func aTemplateOfOnesOwnCanChange(kind: EveryStore) throws {
    func weather(_ ttl: String) -> Template {
      Template(
        name: "weather",
        type: "ors",
        service: "sky",
        summary: "The weather.",
        options: [
          OptionDefinition(.exact("_type"), .mandatory, .choice(["ors"]), category: .general, "Its type."),
          OptionDefinition(.exact("_service"), .mandatory, .text, category: .general, "Its service."),
          OptionDefinition(
            .exact("_ttl"),
            .mandatory,
            .seconds(1...60),
            default: ttl,
            category: .limits,
            "How long."
          ),
        ]
      )
    }
    func configuration(_ ttl: String) throws -> Configuration {
      var made = try TemplateEditor().upload(weather(ttl), in: ChangingCompany.configuration)
      made.services["rain"] = ["_type": "ors", "_service": "sky"]
      return made
    }
    try kind.run(configuration("5")) { store in
      func ttl() throws -> Int { try store.read { try ServiceCalendars($0).service("rain").integer("_ttl") } }
      #expect(try ttl() == 5)
      #expect(try ttl() == 5)
      try store.write(StoreChange(time: .distantPast, command: "test")) {
        try $0.setConfiguration(configuration("7"))
      }
      #expect(try ttl() == 7)
    }
  }

  /// Zones of one database do not answer for those of another.
  @Test func zonesOfAnotherDatabaseAreNotMixedUp() throws {
    let store = MemoryStore(configuration: ChangingCompany.configuration)
    let empty = ZoneDatabase(directory: "/nonexistent")
    for _ in 0..<2 {
      _ = try store.read { try ServiceCalendars($0).officeHours("Office") }
      #expect(throws: CalendarError.self) {
        try store.read { try ServiceCalendars($0, zones: empty).officeHours("Office") }
      }
    }
  }

  /// A name that is equal and written in other bytes prints as it was asked for.
  @Test func aNameIsSpelledAsItWasAskedFor() throws {
    var configuration = ChangingCompany.configuration
    configuration.services["caf\u{E9}"] = configuration.services["Office"]
    let store = MemoryStore(configuration: configuration)
    for name in ["caf\u{E9}", "cafe\u{301}", "caf\u{E9}", "cafe\u{301}"] {
      let service = try store.read { try ServiceCalendars($0).service(name) }
      #expect(service.name.text.utf8.elementsEqual(name.utf8))
    }
  }

  /// Random changes, requests, events and moves of time: an engine on a store that keeps nothing gives the same.
  @Test(arguments: 1...4)
  func walks(group: Int) throws {
    for seed in 1...5 {
      var random = SeededGenerator(seed: UInt64(group * 100 + seed))
      let (kept, forgetful) = (
        MemoryStore(configuration: ChangingCompany.configuration),
        MemoryStore(configuration: ChangingCompany.configuration)
      )
      let engines = [
        CallbackEngine(store: kept), CallbackEngine(store: ForgetfulStore(store: forgetful)),
      ]
      var now = ChangingCompany.monday
      var ids: [String] = []
      for step in 0..<120 {
        now = now.addingTimeInterval(Double(Int.random(in: 0..<600, using: &random)))
        let context = ChangingCompany.context(
          now,
          seed: UInt64(step),
          dryRun: random.oneIn(8)
        )
        let choice = Int.random(in: 0..<10, using: &random)
        let change = ChangingCompany.changes.randomElement(using: &random)
        let id = ids.randomElement(using: &random) ?? "1-none"
        let event = [
          CallbackEvent.agentReserved(agent: "ann"), .customerAnswered, .agentAnswered, .callEnded,
        ]
        .randomElement(using: &random)
        let later = now.addingTimeInterval(Double(Int.random(in: 0..<90_000, using: &random)))
        let number = Int.random(in: 0..<4, using: &random)
        let isNow = random.oneIn(2)
        let told = engines.map { engine in
          ChangingCompany.told { () -> Any in
            switch choice {
            case 0, 1:
              let after = try engine.changeConfiguration(context) { change?.apply(to: $0) ?? $0 }.after
              return after.services.keys.sorted().map { after.services[$0]?.sorted ?? [] }
            case 2...5:
              let request = ChangingCompany.request(at: isNow ? nil : later, number: number, lob: "sales")
              return try engine.start(request, context).stored.body
            case 6: return try engine.reschedule(id, to: later, context).stored.body
            case 7, 8: return try engine.apply(event ?? .cancelled, to: id, context).callback.stored.body
            default: return try engine.run(context)
            }
          }
        }
        #expect(told[0] == told[1], "seed \(group * 100 + seed), step \(step), choice \(choice)")
        ids = try kept.read { try $0.records(RecordQuery(.callback)).map(\.id) }
      }
      let records = try [kept, forgetful].map { try $0.read { try $0.records(RecordQuery(.callback)) } }
      #expect(records[0] == records[1])
    }
  }
}

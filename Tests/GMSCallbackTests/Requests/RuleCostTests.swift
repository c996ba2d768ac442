import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Synchronization
import Testing

/// What the rules read: counts, and no record that they do not need.
struct RuleCostTests {
  /// A store that remembers which questions were asked of it.
  final class AskedStore: Store {
    struct Questions: Equatable {
      var counts = 0
      var records: [RecordQuery] = []
      var configurations = 0
    }

    let store: any Store
    let questions = Mutex(Questions())

    init(_ store: any Store) { self.store = store }

    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
      try store.read { try body(AskedReader(reader: $0, store: self)) }
    }

    func write<Result>(_ change: StoreChange, _ body: (any StoreWriter) throws -> Result) throws -> Result {
      try store.write(change, body)
    }
  }

  struct AskedReader: StoreReader {
    let reader: any StoreReader
    let store: AskedStore
    var compiledServices: CompiledServices? { reader.compiledServices }
    var sequence: Int { reader.sequence }
    func configuration() throws -> Configuration {
      store.questions.withLock { $0.configurations += 1 }
      return try reader.configuration()
    }
    func service(_ name: String) throws -> Options? { try reader.service(name) }
    func section(_ name: String) throws -> Options? { try reader.section(name) }
    func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? { try reader.record(kind, id) }
    func records(_ query: RecordQuery) throws -> [StoredRecord] {
      store.questions.withLock { $0.records.append(query) }
      return try reader.records(query)
    }
    func count(_ query: RecordQuery) throws -> Int {
      store.questions.withLock { $0.counts += 1 }
      return try reader.count(query)
    }
    func times(_ query: RecordQuery) throws -> [Int64] { try reader.times(query) }
  }

  let now = LimitCompany.monday

  private func questions(_ request: StartRequest, _ options: Options = [:]) throws -> AskedStore.Questions {
    let company = try LimitCompany(options)
    for number in 0..<4 { try company.start("\(6_000 + number)", ["_email": "\(number)", "account": "1"]) }
    let asked = AskedStore(company.store)
    let trail = try CallbackEngine(store: asked).explain(request, company.context(now))
    #expect(trail.isAccepted)
    return asked.questions.withLock { $0 }
  }

  @Test("a request is judged by a handful of counts, and reads no record and no configuration")
  func counts() throws {
    let atOnce = try questions(StartRequest("support", customerNumber: "5115"))
    #expect(atOnce == AskedStore.Questions(counts: 5))
    let later = try questions(StartRequest("support", customerNumber: "5115", at: now + Minutes(60)))
    #expect(later == AskedStore.Questions(counts: 5), "the slot in place of the queue's length")
  }

  @Test("rules that are off, or have nothing to ask, cost nothing")
  func off() throws {
    let free = try questions(
      StartRequest("support", parameters: ["account": "7"]),
      ["_enable_in_queue_checking": "false", "_mandatory_customer_lookup_keys": "account"]
    )
    #expect(free == AskedStore.Questions(counts: 3), "the queue's length and the two throttles")
  }

  @Test("the patterns of exceptions are read once for a configuration, and anew when they change")
  func exceptions() throws {
    let company = try LimitCompany(["_exceptions": "blocked"])
    let asked = AskedStore(company.store)
    let engine = CallbackEngine(store: asked)
    func rule(_ number: String) throws -> String? {
      let request = StartRequest("support", customerNumber: number)
      return try engine.explain(request, company.context(now)).refusal?["rule"]
    }
    func configurations() -> Int { asked.questions.withLock { $0.configurations } }
    #expect(try rule("5115") == nil)
    #expect(configurations() == 1)
    for _ in 0..<5 {
      #expect(try rule("5115") == nil)
      #expect(try rule("6504711") == "number-exceptions")
    }
    #expect(configurations() == 1)

    try company.engine.changeConfiguration(company.context(now)) {
      try PatternEditor().set(["staff": #"\+.*115"#], of: "blocked", in: $0)
    }
    #expect(try rule("5115") == "number-exceptions")
    #expect(try rule("6504711") == nil)
    #expect(configurations() == 2)
  }

  @Test("another parameter reads the service's requests of that day, once")
  func parameter() throws {
    let found = try questions(
      StartRequest("support", customerNumber: "5115", parameters: ["_email": "9"]),
      ["_throttle_request_parameters": "_email"]
    )
    #expect(found.records.count == 1)
    #expect(found.records.first?.services == ["support"])
    let from = try #require(found.records.first?.createdFrom)
    #expect(abs(from.timeIntervalSince(now) + 86_399.999) < 0.000_5)
  }
}

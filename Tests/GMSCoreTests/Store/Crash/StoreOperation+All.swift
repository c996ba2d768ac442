import GMSCore
import GMSTestSupport

extension StoreOperation {
  /// The table of all operations; add yours here, and every loop runs it.
  static let all: [StoreOperation] = creation + transactions + sequences + upkeep + readings

  private static let creation: [StoreOperation] = [
    StoreOperation("create", after: [], .create(configuration)),
    StoreOperation("create and write", after: [], .create(configuration), .put(.test("1-a"))),
  ]

  private static let transactions: [StoreOperation] = [
    StoreOperation("first record", after: [.create(Configuration())], .put(.test("1-a", body: text))),
    StoreOperation("insert", after: prepared, .put(.test("1-d", created: 4, customer: "7", body: text))),
    StoreOperation("replace", after: prepared, .put(.test("1-b", state: "QUEUED", created: 2, body: text))),
    StoreOperation("remove", after: prepared, .write { try $0.remove(.callback, "1-a") }),
    StoreOperation(
      "many records",
      after: prepared,
      .write { store in
        for number in 0..<30 { try store.put(.test("2-\(number)", created: 10 + Double(number), body: text)) }
        try store.remove(.callback, "1-a")
        try store.put(.test("1-b", state: "COMPLETED", created: 2))
      }
    ),
    StoreOperation("configuration", after: prepared, .write { try $0.setConfiguration(changed) }),
    StoreOperation(
      "configuration and records",
      after: prepared,
      .write { store in
        try store.put(.test("1-d", created: 4))
        try store.setConfiguration(changed)
        try store.remove(.callback, "1-b")
      }
    ),
    StoreOperation("after a torn end", after: prepared, isTorn: true, .put(.test("1-d", created: 4))),
    StoreOperation("nothing changed", after: prepared, .put(.test("1-a", due: 4, body: text))),
  ]

  private static let sequences: [StoreOperation] = [
    StoreOperation(
      "several in a row",
      after: prepared,
      .put(.test("1-d", created: 4)),
      .write { store in
        try store.put(.test("1-d", state: "QUEUED", created: 4, body: text))
        try store.setConfiguration(changed)
      },
      .write { try $0.remove(.callback, "1-a") },
      .put(.test("1-a", created: 1))
    ),
    StoreOperation(
      "several instances",
      after: prepared,
      .writeAnew { try $0.put(.test("1-d", created: 4)) },
      .writeAnew { try $0.setConfiguration(changed) },
      .writeAnew { try $0.remove(.callback, "1-d") }
    ),
  ]

  /// What happens in large stores by itself, and in any store on demand.
  private static let upkeep: [StoreOperation] = [
    StoreOperation("compaction", after: prepared, .keeping { try $0.open().compact(.test) }),
    StoreOperation(
      "compaction and write",
      after: prepared,
      .keeping { try $0.open().compact(.test) },
      .put(.test("1-d", created: 4)),
      .writeAnew { try $0.remove(.callback, "1-a") }
    ),
    StoreOperation(
      "index and compaction by themselves",
      after: prepared,
      .writeAsLarge { try $0.put(.test("1-d", created: 4)) },
      .put(.test("1-b", state: "QUEUED", created: 2, body: text)),
      .writeAsLarge { try $0.remove(.callback, "1-a") },
      .writeAnew { try $0.setConfiguration(changed) }
    ),
    StoreOperation(
      "a large transaction",
      after: prepared,
      .writeAsLarge { store in
        for number in 0..<6 { try store.put(.test("2-\(number)", created: 10 + Double(number), body: text)) }
        try store.remove(.callback, "1-a")
        try store.remove(.callback, "2-3")
        try store.setConfiguration(changed)
      }
    ),
    StoreOperation(
      "repair of a sound store",
      after: prepared,
      .keeping { session in
        session.close()
        _ = try FileStore.repair(
          at: StoreSession.path,
          codecs: [],
          isDryRun: false,
          lockTimeout: .zero,
          fileSystem: session.process
        )
      }
    ),
  ]

  /// An answer under faults is right, or none.
  private static let readings: [StoreOperation] = [
    StoreOperation("reading", after: prepared, reading),
    StoreOperation(
      "reading and writing",
      after: prepared,
      reading,
      .put(.test("1-d", created: 4)),
      .keeping { session in
        let found = try session.open().read { try $0.record(.callback, "1-d") }
        if found != .test("1-d", created: 4) { throw WrongAnswer() }
      }
    ),
  ]

  private static let reading = StoreStep.keeping { session in
    let store = try session.open()
    let contents = try store.contents()
    let query = RecordQuery(.callback, services: ["Sales"])
    guard contents.records.map(\.id) == ["1-a", "1-b", "1-c"], contents.records.first?.body == text,
      contents.configuration.services["Night"] == ["_ttl": "1"],
      try store.read({ try $0.service("Support") }) == configuration.services["Support"],
      try store.read({ try $0.count(query) }) == 1
    else { throw WrongAnswer() }
  }

  /// What a reading step throws when the store answers, but not the truth; no error of the store's.
  private struct WrongAnswer: Error {}

  // MARK: - What they work on

  /// What a new store has.
  static let configuration = Configuration(
    services: [
      "Support": ["_type": "ors", "_ttl": "86400"], "Office": ["_bh_regular1": "Mon-Fri 9:00-17:00"],
    ],
    accounts: ["kate": ["roles": "Supervisor"]]
  )
  private static let changed = Configuration(
    services: ["Support": ["_type": "ors", "_ttl": "5"], "Sales": [:]],
    resources: ["DNIS": ResourceGroup(numbers: ["6504663204"])]
  )

  /// A body in which a byte more or less is seen.
  private static let text = #"{"text":"é e\#u{301} 😀","n":1.50,"list":[1,{"a":"b c"}]}"#

  private static let prepared: [StoreStep] = [
    .create(configuration),
    .put(.test("1-a", due: 4, body: text), .test("1-b", created: 2, customer: "+1650")),
    .write { store in
      try store.put(.test("1-c", service: "Sales", time: 60, created: 3, body: text))
      var configuration = try store.configuration()
      configuration.services["Night"] = ["_ttl": "1"]
      try store.setConfiguration(configuration)
    },
  ]
}

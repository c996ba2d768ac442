import Foundation
import GMSCore

extension StoreConformance {
  static let queries: [StoreConformance] = [
    StoreConformance("Records are ordered by the query's time, then by the bytes of the id") { make in
      let store = try make()
      try store.put(
        .test("b", time: 1, created: 3, due: 9),
        .test("a", time: 1, created: 2, due: 8),
        .test("é", time: 1, created: 3),
        .test("e\u{301}x", time: 1, created: 3, due: 9),
        .test("c", time: 0, created: 9)
      )
      let kind = RecordKind.callback
      try expect(store.ids(RecordQuery(kind)), ["c", "a", "b", "e\u{301}x", "é"], "by time")
      try expect(
        store.ids(RecordQuery(kind, order: .created)),
        ["a", "b", "e\u{301}x", "é", "c"],
        "by creation"
      )
      try expect(store.ids(RecordQuery(kind, order: .due)), ["a", "b", "e\u{301}x"], "by due")
    },
    StoreConformance("Ranges of time are half-open, due times are inclusive") { make in
      let store = try make()
      try store.put(
        .test("a", time: 0, created: 0, due: 0),
        .test("b", time: 1, created: 1, due: 1),
        .test("c", time: 2, created: 2, due: 2)
      )
      let start = StoreChange.test.time
      let kind = RecordKind.callback
      try expect(store.ids(RecordQuery(kind, from: start + 1)), ["b", "c"], "from")
      try expect(store.ids(RecordQuery(kind, to: start + 1)), ["a"], "to")
      try expect(store.ids(RecordQuery(kind, from: start + 1, to: start + 1)), [], "empty range")
      try expect(store.ids(RecordQuery(kind, from: start + 2, to: start)), [], "range turned round")
      try expect(store.ids(RecordQuery(kind, dueBy: start + 1)), ["a", "b"], "due")
      try expect(store.ids(RecordQuery(kind, createdFrom: start + 1)), ["b", "c"], "created")
      try expect(store.ids(RecordQuery(kind, from: start + 0.0004)), ["a", "b", "c"], "below a millisecond")
      try expect(
        store.ids(RecordQuery(kind, from: .distantPast, to: .distantFuture)),
        ["a", "b", "c"],
        "all"
      )
    },
    StoreConformance("An empty set of services or states answers nothing, nil answers all") { make in
      let store = try make()
      try store.put(.test("a", service: "A"), .test("b", service: "B", state: "QUEUED"))
      let kind = RecordKind.callback
      try expect(store.ids(RecordQuery(kind, services: [])), [], "no service")
      try expect(store.ids(RecordQuery(kind, states: [])), [], "no state")
      try expect(store.ids(RecordQuery(kind, services: ["A", "C"])), ["a"], "one known service")
      try expect(store.ids(RecordQuery(kind, services: ["A", "B"], states: ["QUEUED"])), ["b"], "both")
      try expect(store.ids(RecordQuery(RecordKind(rawValue: "other"))), [], "another kind")
    },
    StoreConformance("A limit takes the first ones in the query's order") { make in
      let store = try make()
      try store.put(
        .test("a", time: 3, due: 1),
        .test("b", time: 2, due: 2),
        .test("c", time: 1, due: 3),
        .test("d", time: 0)
      )
      let kind = RecordKind.callback
      try expect(store.ids(RecordQuery(kind, limit: 2)), ["d", "c"], "by time")
      try expect(store.ids(RecordQuery(kind, order: .due, limit: 2)), ["a", "b"], "by due")
      try expect(store.ids(RecordQuery(kind, limit: 0)), [], "none")
      let times = try store.read { try $0.times(RecordQuery(kind, order: .due, limit: 2)) }
      try expect(
        times.map { $0 - 1_736_172_000_000 },
        [2000, 3000],
        "times of the first two due ones, ascending"
      )
      try expect(store.read { try $0.count(RecordQuery(kind, order: .due, limit: 2)) }, 2, "count")
    },
    StoreConformance("Replacing a record moves it in every index") { make in
      let store = try make()
      try store.put(.test("a", service: "A", state: "S", time: 1, created: 1, due: 1, customer: "1"))
      try store.put(.test("a", service: "B", state: "T", time: 2, created: 2, due: nil, customer: "2"))
      let kind = RecordKind.callback
      let start = StoreChange.test.time
      let gone: [RecordQuery] = [
        RecordQuery(kind, services: ["A"]), RecordQuery(kind, states: ["S"]),
        RecordQuery(kind, to: start + 2),
        RecordQuery(kind, dueBy: start + 9), RecordQuery(kind, customer: "1"), RecordQuery(kind, order: .due),
      ]
      for query in gone {
        try expect(store.ids(query), [], "\(query)")
        try expect(store.read { try $0.count(query) }, 0, "count of \(query)")
        try expect(store.read { try $0.times(query) }, [], "times of \(query)")
      }
      let there: [RecordQuery] = [
        RecordQuery(kind), RecordQuery(kind, services: ["B"], states: ["T"]),
        RecordQuery(kind, customer: "2"),
        RecordQuery(kind, from: start + 2, to: start + 3),
        RecordQuery(kind, createdFrom: start + 2, order: .created),
      ]
      for query in there {
        try expect(store.ids(query), ["a"], "\(query)")
        try expect(store.read { try $0.count(query) }, 1, "count of \(query)")
        try expect(store.read { try $0.times(query) }, [1_736_172_002_000], "times of \(query)")
      }
    },
  ]

  static let configurations = StoreConformance(
    "A configuration is replaced whole, and services are found in it"
  ) {
    make in
    let store = try make()
    let first = Configuration(
      options: ["callback": ["filter-keys": "a b"]],
      services: ["Support": ["_ttl": "1", "_type": "ors"], "Sales 1": [:]],
      resources: ["DNIS": ResourceGroup(numbers: ["6504663204", "+1,2"], options: ["strategy": "local"])],
      patterns: ["blocked": ["premium": "\\+1900.*\n"]],
      accounts: ["kate": ["roles": "Supervisor"]]
    )
    try store.write(.test) { store in
      try store.setConfiguration(first)
      try expect(store.service("Support"), first.services["Support"], "a service inside the transaction")
    }
    try expect(store.contents().configuration, first, "the configuration")
    try store.read { store in
      try expect(store.service("Support"), ["_ttl": "1", "_type": "ors"], "a service")
      try expect(store.service("Sales 1"), [:], "a service without options")
      try expect(store.service("support"), nil, "a service that differs in case")
      try expect(store.service(""), nil, "no name")
    }
    let second = Configuration(services: ["Sales 1": ["_ttl": "2"]])
    try store.write(.test) { try $0.setConfiguration(second) }
    try expect(
      store.contents(),
      StoreContents(sequence: 2, configuration: second, records: []),
      "the second one"
    )
    try expect(store.read { try $0.service("Support") }, nil, "a service of the first configuration")
    // The same again is no change.
    try store.write(.test) { try $0.setConfiguration(second) }
    try expect(store.contents().sequence, 2, "sequence")
  }
}

import Foundation
package import GMSCore

/// Draws commands and queries from few services, states, times and ids, so that they meet.
package struct RandomCommands {
  package var random: SeededGenerator

  /// Commands of a seed.
  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let states = ["SCHEDULED", "QUEUED", "COMPLETED"]

  private mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func service() -> String { "service-\(pick(0..<4))" }

  private mutating func date() -> Date { StoreChange.test.time + Double(pick(0..<60)) / 4 }

  private mutating func record() -> StoredRecord {
    let keys = RecordKeys(
      service: service(),
      state: RandomCommands.states[pick(0..<3)],
      time: date(),
      created: date(),
      due: random.oneIn(2) ? date() : nil,
      customer: random.oneIn(3) ? nil : "\(pick(0..<5))"
    )
    return StoredRecord(kind: .callback, id: "1-\(pick(0..<80))", keys: keys, body: "{\"n\":\(pick(0..<9))}")
  }

  private mutating func query() -> RecordQuery {
    var query = RecordQuery(.callback)
    if random.oneIn(2) { query.services = Set((0..<pick(0..<4)).map { _ in service() }) }
    if random.oneIn(2) { query.states = Set((0..<pick(0..<3)).map { RandomCommands.states[$0] }) }
    if random.oneIn(3) { query.from = date() }
    if random.oneIn(3) { query.to = date() }
    if random.oneIn(4) { query.dueBy = date() }
    if random.oneIn(4) { query.customer = "\(pick(0..<6))" }
    if random.oneIn(4) { query.createdFrom = date() }
    query.order = [.time, .due, .created][pick(0..<3)]
    if random.oneIn(3) { query.limit = pick(0..<12) }
    return query
  }

  /// One transaction of some commands; one in five throws at the end, one in six is a dry run.
  package mutating func transaction(
    on store: any Store,
    _ model: inout StoreModel,
    _ place: String,
    _ change: StoreChange = .test
  ) throws {
    let before = model
    let (fails, isDryRun) = (random.oneIn(5), random.oneIn(6))
    do {
      var change = change
      change.isDryRun = isDryRun
      try store.write(change) { store in
        for _ in 0..<pick(0..<8) { try command(on: store, &model, place) }
        try compare(store, model, "\(place), inside")
        if fails { throw StoreConformance.Deliberate() }
      }
    } catch is StoreConformance.Deliberate {
      model = before
      return
    }
    if isDryRun { model = before } else if model != before { model.sequence += 1 }
  }

  private mutating func command(on store: any StoreWriter, _ model: inout StoreModel, _ place: String) throws
  {
    switch pick(0..<10) {
    case 0:
      model.services[service(), default: [:]]["_ttl"] = "\(pick(0..<3))"
      try store.setConfiguration(Configuration(services: model.services))
    case 1..<3:
      let id = "1-\(pick(0..<80))"
      let isThere = model.records.removeValue(forKey: id) != nil
      try StoreConformance.expect(store.remove(.callback, id), isThere, "\(place): removing \(id)")
    default:
      let record = record()
      model.records[record.id] = record
      try store.put(record)
    }
  }

  /// Asks a store and the model the same things.
  package mutating func compare(_ store: any Store, _ model: StoreModel, _ place: String) throws {
    try store.read { store in
      try StoreConformance.expect(store.sequence, model.sequence, "\(place): sequence")
      try compare(store, model, place)
    }
  }

  private mutating func compare(_ store: any StoreReader, _ model: StoreModel, _ place: String) throws {
    let query = query()
    let expected = model.answer(query)
    try StoreConformance.expect(store.records(query), expected, "\(place): records of \(query)")
    try StoreConformance.expect(store.count(query), expected.count, "\(place): count of \(query)")
    try StoreConformance.expect(store.times(query), model.times(query), "\(place): times of \(query)")
    let id = "1-\(pick(0..<80))"
    try StoreConformance.expect(store.record(.callback, id), model.records[id], "\(place): record \(id)")
    let name = service()
    try StoreConformance.expect(store.service(name), model.services[name], "\(place): service \(name)")
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The orders of groups' numbers as records of a store: one for each number, whose `time` is its turn, and one for
/// the order, which knows for which numbers it was made and the last turn that it gave.
///
/// They are found by the pool's name, which stands where other records have their service.
struct NumberOrderRecords {
  let writer: any StoreWriter

  init(_ writer: any StoreWriter) { self.writer = writer }

  private static let poolState = "pool"
  private static let numberState = "number"

  // MARK: - Questions

  /// The numbers whose turn is first, up to an instant, as they are dialled.
  func first(_ count: Int, of pool: NumberPool, upTo last: Int64) throws -> [String] {
    let query = RecordQuery(
      .numberOrder,
      services: [pool.text],
      states: [NumberOrderRecords.numberState],
      to: last == .max ? nil : Date(millisecondsSince1970: last + 1),
      limit: count
    )
    return try writer.records(query).compactMap(\.keys.customer)
  }

  /// The first turn after an instant.
  func firstTurn(of pool: NumberPool, after now: Int64) throws -> Int64? {
    let query = RecordQuery(
      .numberOrder,
      services: [pool.text],
      states: [NumberOrderRecords.numberState],
      from: Date(millisecondsSince1970: now + 1),
      limit: 1
    )
    return try writer.records(query).first?.keys.time.millisecondsSince1970
  }

  // MARK: - Changes

  /// Makes an order know exactly the numbers of the group.
  ///
  /// - Complexity: one look-up; O(n) when the numbers have changed.
  func prepare(_ pool: NumberPool, for group: AccessGroup) throws {
    let fingerprint = String(group.fingerprint, radix: 16)
    let known = try head(of: pool)
    if known?.fingerprint == fingerprint { return }
    var turns: [String: Int64] = [:]
    for record in try writer.records(numbers(of: pool)) {
      guard let dialled = record.keys.customer, group.places[dialled] != nil else {
        try writer.remove(.numberOrder, record.id)
        continue
      }
      let turn = record.keys.time.millisecondsSince1970
      if !NumberTurn.isNever(turn) { turns[dialled] = turn }
    }
    for (place, number) in group.numbers.enumerated() where turns[number.dialled] == nil {
      try put(number.dialled, pool, NumberTurn.never(place: place))
    }
    try put(Head(fingerprint: fingerprint, last: known?.last), pool)
  }

  /// Gives a number another turn, if the order knows it.
  func setTurn(of dialled: String, in pool: NumberPool, to turn: Int64) throws {
    guard try writer.record(.numberOrder, pool.recordID(of: dialled)) != nil else { return }
    try put(dialled, pool, turn)
  }

  /// Puts a number at the end, if the order knows it.
  func moveToEnd(_ dialled: String, of pool: NumberPool, now: Int64) throws {
    guard let known = try head(of: pool),
      try writer.record(.numberOrder, pool.recordID(of: dialled)) != nil
    else { return }
    let turn = NumberTurn.last(now: now, after: known.last)
    try put(dialled, pool, turn)
    try put(Head(fingerprint: known.fingerprint, last: turn), pool)
  }

  /// Removes the orders of groups that are not configured any more, or choose in another way now.
  func removeUnused() throws {
    let heads = try writer.records(RecordQuery(.numberOrder, states: [NumberOrderRecords.poolState]))
    guard !heads.isEmpty else { return }
    let groups = try writer.configuration().resources
    for head in heads {
      guard let pool = NumberPool(head.keys.service) else { continue }
      let strategy = groups[pool.group].map {
        $0.options["strategy"].flatMap(AccessStrategy.init(rawValue:)) ?? .random
      }
      if let strategy, strategy.order == pool.order, (strategy == .local) == (pool.node != nil) { continue }
      for record in try writer.records(numbers(of: pool)) { try writer.remove(.numberOrder, record.id) }
      try writer.remove(.numberOrder, head.id)
    }
  }

  // MARK: - Records

  private func numbers(of pool: NumberPool) -> RecordQuery {
    RecordQuery(.numberOrder, services: [pool.text], states: [NumberOrderRecords.numberState])
  }

  private func put(_ dialled: String, _ pool: NumberPool, _ turn: Int64) throws {
    let date = Date(millisecondsSince1970: turn)
    let keys = RecordKeys(
      service: pool.text,
      state: NumberOrderRecords.numberState,
      time: date,
      created: date,
      customer: dialled
    )
    let id = pool.recordID(of: dialled)
    try writer.put(StoredRecord(kind: .numberOrder, id: id, keys: keys, body: "{}"))
  }

  /// What an order knows of itself.
  private struct Head {
    let fingerprint: String
    let last: Int64?
  }

  private func head(of pool: NumberPool) throws -> Head? {
    guard let record = try writer.record(.numberOrder, pool.recordID) else { return nil }
    // An order is only a hint: one that cannot be read is made anew.
    guard let json = try? JSONReader.read(record.body), let fingerprint = json["numbers"]?.stringValue
    else { return nil }
    return Head(fingerprint: fingerprint, last: json["last"]?.integerValue)
  }

  private func put(_ head: Head, _ pool: NumberPool) throws {
    var members = [JSONValue.Member("numbers", .string(head.fingerprint))]
    if let last = head.last { members.append(.init("last", .integer(last))) }
    let date = Date(millisecondsSince1970: head.last ?? 0)
    let keys = RecordKeys(
      service: pool.text,
      state: NumberOrderRecords.poolState,
      time: date,
      created: date
    )
    let body = JSONWriter.compact(.object(members))
    try writer.put(StoredRecord(kind: .numberOrder, id: pool.recordID, keys: keys, body: body))
  }
}

extension NumberPool {
  /// The pool's name in records: order, node or `*`, group.
  var text: String { "\(order.rawValue) \(node.map(String.init) ?? "*") \(group)" }

  /// Reads a pool's name; nil for text that is none.
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let order = Order(rawValue: String(parts[0])) else { return nil }
    if parts[1] == "*" {
      self.init(group: String(parts[2]), node: nil, order: order)
    } else {
      guard let node = Int(parts[1]) else { return nil }
      self.init(group: String(parts[2]), node: node, order: order)
    }
  }

  var recordID: String { "pool \(text)" }

  func recordID(of dialled: String) -> String { "number \(text) \(dialled)" }
}

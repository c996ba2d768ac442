import Foundation
import GMSCallback
import GMSCore

/// Callbacks as a store keeps them: each about 500 bytes long, booked and not begun.
struct StoredCallbacks {
  let callbacks: [Callback]
  let records: [StoredRecord]
  let bodies: [String]

  init(_ count: Int) throws {
    var random = SplitMix64(seed: 1)
    let now = Date(timeIntervalSince1970: 1_735_689_600)
    callbacks = (0..<count).map { number in
      Callback(
        id: CallbackID(node: 1, using: &random),
        service: "support",
        desired: now.addingTimeInterval(Double(Int.random(in: 600..<86_400, using: &random))),
        created: now,
        properties: [
          "_customer_number": "+1 650 \(1_000_000 + number)", "_media_type": "voice", "lob": "sales",
          "first_name": "Ann", "last_name": "O'Neill-Smith",
        ],
        policy: CallbackPolicy()
      )
    }
    // As a store on disk has them: with text only, and no callback at hand.
    records = callbacks.map {
      StoredRecord(kind: .callback, id: $0.id.text, keys: $0.keys, body: $0.stored.body)
    }
    bodies = records.map(\.body)
  }

  /// A store in memory that holds them, with a service that answers some of their properties.
  func engine(returning keys: [String]) throws -> CallbackEngine {
    let store = MemoryStore()
    let configuration = try ServiceEditor().create(
      "support",
      template: "callback",
      options: ["_customer_lookup_keys": keys.joined(separator: ",")],
      in: Configuration()
    )
    let records = records
    try store.write(StoreChange(time: .distantPast, command: "benchmark")) { writer in
      try writer.setConfiguration(configuration)
      for record in records { try writer.put(record) }
    }
    return CallbackEngine(store: store)
  }
}

func recordMeasurements() throws -> [Measurement] {
  let stored = try StoredCallbacks(3300)
  print("a record has \(stored.bodies[0].utf8.count) bytes")
  let keys = ["_customer_number", "lob"]
  let engine = try stored.engine(returning: keys)
  var list: [UInt8] = []
  try engine.forEachAnswer(CallbackFilter(maxPerService: .max)) { list += $1 }
  print("a list of all of them has \(list.count) bytes")
  return [
    Measurement(
      name: "decoding a record",
      nanoseconds: nanoseconds(3300) { (try? Callback(stored: stored.records[$0]).priority) ?? 1 },
      bound: 4_000,
      boundName: "bound"
    ),
    Measurement(
      name: "encoding a record",
      nanoseconds: nanoseconds(3300) { stored.callbacks[$0].stored.body.utf8.count },
      bound: 3_000,
      boundName: "bound"
    ),
    Measurement(
      name: "text to a checked record, as import does",
      nanoseconds: nanoseconds(3300) {
        (try? Callback.record(importing: stored.bodies[$0]).body.utf8.count) ?? 0
      },
      bound: 4_000,
      boundName: "bound"
    ),
    Measurement(
      name: "answering a record with two keys",
      nanoseconds: nanoseconds(3300) {
        (try? Callback.answerText(of: stored.records[$0], keys: keys).utf8.count) ?? 0
      },
      bound: 1_500,
      boundName: "bound"
    ),
    Measurement(
      name: "listing 3,300 callbacks as JSON",
      nanoseconds: nanoseconds(1, rounds: 31) { _ in
        list.removeAll(keepingCapacity: true)
        try? engine.forEachAnswer(CallbackFilter(maxPerService: .max)) { list += $1 }
        return list.count
      },
      bound: 4_000_000,
      boundName: "bound"
    ),
  ]
}

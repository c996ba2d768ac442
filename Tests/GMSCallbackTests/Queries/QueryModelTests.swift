import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Random filters on random callbacks, against a model that looks at everything.
struct QueryModelTests {
  @Test(arguments: UInt64(0)..<25)
  func everyFilter(seed: UInt64) throws {
    var crowd = try Crowd(seed: seed, count: crowdSize(seed))
    try check(&crowd, filters: 40)
  }

  @Test(arguments: EveryStore.allCases)
  func everyFilterInEveryStore(kind: EveryStore) throws {
    try kind.run { store in
      var crowd = try Crowd(seed: 77, count: 60, in: store)
      try check(&crowd, filters: 25)
    }
  }

  private func crowdSize(_ seed: UInt64) -> Int { [0, 1, 5, 40, 150][Int(seed % 5)] }

  private func check(_ crowd: inout Crowd, filters: Int) throws {
    for number in 0..<filters {
      let filter = crowd.filter()
      let account = crowd.pick([nil, nil, "kate", "sam", "reader", "root"])
      let visible: Set<String>? = ["kate": ["a", "b"], "sam": ["c", "Office"]][account ?? ""]
      let engine = crowd.engine.acting(as: account)
      if let visible, !filter.services.isSubset(of: visible) {
        let error = #expect(throws: CoreError.self) { try engine.callbacks(filter) }
        #expect(error?.code == .notPermitted)
        continue
      }
      // The service that is gone may have no callback here, and then it is a mistake to name it.
      let isGone = filter.services.contains(Crowd.gone)
      if isGone, !crowd.callbacks.contains(where: { $0.service == Crowd.gone }) { continue }
      let model = QueryModel(callbacks: crowd.callbacks, visible: visible)
      let expected = model.select(filter)
      #expect(try engine.callbacks(filter) == expected, "filter \(number): \(filter)")

      var answers: [String] = []
      try engine.forEachAnswer(filter) { answers.append("\($0) \(String(decoding: $1, as: UTF8.self))") }
      #expect(try answers == expected.map { try answer($0, engine) }, "filter \(number): \(filter)")

      let all = model.select(filter, isBounded: false)
      try checkPages(of: filter, engine, all, size: crowd.pick([1, 2, 3, 7, 50, .max]))
    }
  }

  private func answer(_ callback: Callback, _ engine: CallbackEngine) throws -> String {
    let keys = try engine.returnedKeys(of: callback.service)
    return "\(callback.service) \(JSONWriter.compact(callback.answer(keys: keys)))"
  }

  /// The pages of a filter, one after another, are the whole; each but the last is full.
  private func checkPages(
    of filter: CallbackFilter,
    _ engine: CallbackEngine,
    _ all: [Callback],
    size: Int
  ) throws {
    var seen: [Callback] = []
    var answers: [String] = []
    var cursor: CallbackCursor?
    for _ in 0...all.count {
      let page = try engine.page(filter, after: cursor, size: size)
      seen += page.callbacks
      let next = try engine.forEachAnswer(filter, after: cursor, size: size) {
        answers.append("\($0) \(String(decoding: $1, as: UTF8.self))")
      }
      #expect(next == page.next)
      guard let next = page.next else { break }
      #expect(page.callbacks.count == size)
      #expect(next == page.callbacks.last.map(CallbackCursor.init(after:)))
      cursor = try CallbackCursor(next.description)
      #expect(cursor == next)
    }
    #expect(seen == all)
    #expect(try answers == all.map { try answer($0, engine) })
  }

  /// More callbacks than are asked for, of many services: they are found service by service, in the same
  /// order.
  @Test(arguments: [1, 3, 10], [true, false])
  func theFirstOfEachService(max: Int, hasGone: Bool) throws {
    let crowd = try Crowd(seed: 5, count: 400)
    if !hasGone {
      let gone = crowd.callbacks.filter { $0.service == Crowd.gone }.map(\.id.text)
      try crowd.store.write(Crowd.change) { writer in
        for id in gone { _ = try writer.remove(.callback, id) }
      }
    }
    let there = crowd.callbacks.filter { hasGone || $0.service != Crowd.gone }
    for services in [[], ["a", "b"], ["a", "b", "c"]] as [Set<String>] {
      let filter = CallbackFilter(services: services, maxPerService: max)
      #expect(try crowd.engine.callbacks(filter) == QueryModel(callbacks: there).select(filter))
    }
  }
}

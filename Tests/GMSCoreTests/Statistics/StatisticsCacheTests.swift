import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Answers of `urs-stat`: their shape, and for how long one is given again.
struct StatisticsCacheTests {
  private func calls(_ fixture: DeskFixture, _ seconds: Double, _ parameters: Options = [:]) throws -> Int64?
  {
    let context = DeskFixture.context(seconds)
    return try fixture.desk.request("my-urs-stat", parameters, context).body["calls"]?.integerValue
  }

  @Test("the answer has the members of GMS, whole seconds as whole numbers")
  func shape() throws {
    var statistics = QueueStatistics(
      calls: 20,
      weightedCalls: 20,
      position: 21,
      weightedPosition: 21,
      time: 1_467_922_222,
      hit: 95,
      waited: 0,
      expectedWait: 300,
      averageWait: 300
    )
    let shown = statistics
    let fixture = DeskFixture(statistics: ScriptedStatistics { _, _ in shown })
    #expect(
      try fixture.answer("my-urs-stat")
        == #"200 {"wcalls":20,"wpos":21,"time":1467922222,"hit":95,"calls":20,"wt":0,"ewt":300,"pos":21,"aqt":300}"#
    )
    statistics.expectedWait = 12.34567
    statistics.waited = 0.25
    statistics.averageWait = 1e300
    let text = JSONWriter.compact(statistics.json)
    #expect(text.contains(#""wt":0.25,"ewt":12.346,"#))
    #expect(text.hasSuffix(#""aqt":1e+300}"#))
    #expect(throws: Never.self) { try JSONReader.read(text) }
  }

  @Test("an answer is given again until its time is over, at that second no longer")
  func boundary() throws {
    let provider = ScriptedStatistics.counting
    let fixture = DeskFixture(statistics: provider)
    #expect(try calls(fixture, 0) == 1)
    #expect(try calls(fixture, 0) == 1)
    #expect(try calls(fixture, 29.999) == 1)
    #expect(try calls(fixture, 30) == 2)
    #expect(try calls(fixture, 59.999) == 2)
    #expect(try calls(fixture, 60) == 3)
    // What was got later is not known earlier.
    #expect(try calls(fixture, 59.999) == 4)
    #expect(provider.queries.count == 4)
  }

  @Test("each joined URL has an answer of its own; the same URL shares one")
  func urls() throws {
    let provider = ScriptedStatistics.counting
    let fixture = DeskFixture(
      [
        "other-urs-stat": [
          "_type": "builtin", "_service": "urs-stat", "_caching_policy": "10",
          "_urs_url": "http://urs-demo:2828/urs/call/max/lvq", "_urs_stat_url_parameters": "name=VQ2",
        ]
      ],
      statistics: provider
    )
    #expect(try calls(fixture, 0) == 1)
    #expect(try calls(fixture, 1, ["name": "VQ2"]) == 2)
    #expect(try calls(fixture, 2, ["name": "MyCallbackVQ"]) == 1)
    #expect(try calls(fixture, 3, ["_note": "not part of it"]) == 1)
    let other = ["tenant": "Environment", "aqt": "urs"] as Options
    func otherCalls(_ seconds: Double) throws -> Int64? {
      try fixture.desk.request("other-urs-stat", other, DeskFixture.context(seconds)).body["calls"]?
        .integerValue
    }
    // The parameters are the same in another order, which is another URL.
    #expect(try otherCalls(4) == 3)
    #expect(try otherCalls(13.999) == 3)
    #expect(try otherCalls(14) == 4)
  }

  @Test("the empty answer of an idle queue is kept, a failure is not")
  func idleAndFailing() throws {
    let provider = ScriptedStatistics { query, count in
      if count == 0 { return nil }
      if count == 1 { throw CoreError(.statisticsUnavailable, ["url": query.url, "reason": "it is down"]) }
      return .calls(count)
    }
    let fixture = DeskFixture(statistics: provider)
    #expect(try fixture.answer("my-urs-stat") == "200 {}")
    #expect(try fixture.answer("my-urs-stat", [:], DeskFixture.context(29)) == "200 {}")
    let error = #expect(throws: CoreError.self) { try calls(fixture, 30) }
    #expect(error?.status == 503)
    #expect(
      error?.description == """
        statistics cannot be had from \
        'http://urs-demo:2828/urs/call/max/lvq?name=MyCallbackVQ&tenant=Environment&aqt=urs': it is down; \
        try again later
        """
    )
    #expect(try calls(fixture, 30) == 2)
    #expect(try calls(fixture, 31) == 2)
  }

  @Test("a policy of 0 asks each time")
  func never() throws {
    let fixture = DeskFixture(
      ["my-urs-stat": ["_caching_policy": "0"]],
      statistics: ScriptedStatistics.counting
    )
    #expect(try calls(fixture, 0) == 1)
    #expect(try calls(fixture, 0) == 2)
  }

  @Test("copies of a desk share what is kept, desks do not")
  func sharing() throws {
    let provider = ScriptedStatistics.counting
    let fixture = DeskFixture(statistics: provider)
    let copy = fixture.desk
    #expect(try calls(fixture, 0) == 1)
    #expect(try copy.request("my-urs-stat", [:], DeskFixture.context()).body["calls"] == 1)
    let another = ServiceDesk(store: fixture.store, statistics: provider)
    #expect(try another.request("my-urs-stat", [:], DeskFixture.context()).body["calls"] == 2)
  }

  @Test("what requests can make it keep is bounded; the oldest goes first")
  func bound() throws {
    let provider = ScriptedStatistics.counting
    let cache = StatisticsCache(provider)
    let store = MemoryStore()
    func ask(_ name: Int, _ seconds: Double) throws -> Int? {
      let query = StatisticsQuery(
        service: "s",
        parameters: [.init("name", "\(name)")],
        secondsKept: 100_000,
        now: DeskFixture.now.addingTimeInterval(seconds)
      )
      return try store.read { try cache.statistics(query, $0)?.calls }
    }
    for name in 0..<StatisticsCache.capacity { #expect(try ask(name, Double(name)) == name + 1) }
    #expect(try ask(0, 2000) == 1)
    // The 1,001st takes the place of the oldest, and that one the place of the next oldest.
    #expect(try ask(-1, 2000) == StatisticsCache.capacity + 1)
    #expect(try ask(1, 2000) == 2)
    #expect(try ask(0, 2000) == StatisticsCache.capacity + 2)
    #expect(try ask(1, 2000) == StatisticsCache.capacity + 3)
    #expect(try ask(999, 2000) == 1000)
  }

  @Test("agrees with a plain list of what was answered when")
  func model() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let provider = ScriptedStatistics.counting
      let cache = StatisticsCache(provider)
      let store = MemoryStore()
      var answered: [(name: Int, at: Double, calls: Int)] = []
      for _ in 0..<100 {
        let name = Int.random(in: 0..<4, using: &generator)
        let at = Double(Int.random(in: 0..<60, using: &generator))
        let kept = Int.random(in: 0...20, using: &generator)
        let query = StatisticsQuery(
          service: "s",
          parameters: [.init("name", "\(name)")],
          secondsKept: kept,
          now: DeskFixture.now.addingTimeInterval(at)
        )
        let calls = try store.read { try cache.statistics(query, $0)?.calls }
        let last = answered.last { $0.name == name }
        if kept > 0, let last, last.at <= at, at < last.at + Double(kept) {
          #expect(calls == last.calls)
        } else {
          #expect(calls == provider.queries.count)
          if kept > 0 { answered.append((name, at, provider.queries.count)) }
        }
      }
    }
  }
}

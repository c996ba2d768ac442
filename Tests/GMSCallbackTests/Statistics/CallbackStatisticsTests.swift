import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Statistics of virtual queues, counted from callbacks.
struct CallbackStatisticsTests {
  let monday = Company.monday

  /// A company whose callbacks wait for agents in the virtual queue VQ, one with an `urs-stat` service that keeps nothing.
  private func company(_ options: Options = [:]) throws -> Company {
    let company = try Company(options)
    try company.engine.changeConfiguration(company.context(monday)) { configuration in
      var after = configuration
      after.services["stat"] = [
        "_type": "builtin", "_service": "urs-stat", "_caching_policy": "0",
        "_urs_stat_url_parameters": "name=VQ",
      ]
      var other = after.services["support"] ?? [:]
      other["_urs_virtual_queue"] = nil
      after.services["open"] = other
      return after
    }
    return company
  }

  private func text(_ company: Company, _ now: Date, _ name: String? = nil) throws -> String {
    let parameters: Options = name.map { ["name": $0] } ?? [:]
    return JSONWriter.compact(try company.engine.request("stat", parameters, company.context(now)).body)
  }

  @discardableResult
  private func start(
    _ company: Company,
    _ service: String,
    _ number: String,
    _ now: Date,
    _ parameters: Options = [:]
  ) throws -> Callback {
    try company.engine.start(
      StartRequest(service, customerNumber: number, parameters: parameters),
      company.context(now)
    )
  }

  @Test("a queue without activity answers an empty object")
  func idle() throws {
    let company = try company()
    #expect(try text(company, monday) == "{}")
    #expect(try text(company, monday, "nobody's") == "{}")
    // Who is booked for later is not in line.
    try company.book("5115", at: monday + Minutes(60), now: monday)
    #expect(try text(company, monday) == "{}")
  }

  @Test("those in line are counted, and how long the first has waited")
  func line() throws {
    let company = try company()
    try start(company, "support", "5111", monday)
    try start(company, "support", "5112", monday + Minutes(1))
    #expect(
      try text(company, monday + Minutes(2))
        == #"{"wcalls":2,"wpos":3,"time":1736172120,"hit":0,"calls":2,"wt":120,"ewt":120,"pos":3,"aqt":0}"#
    )
  }

  @Test("the pace of the last hour gives the wait that can be expected, and falls out of it")
  func pace() throws {
    let company = try company()
    let served = try start(company, "support", "5111", monday).id
    let lost = try start(company, "support", "5112", monday).id
    try start(company, "support", "5113", monday)
    try company.event("agent-reserved", ["agent": "kate"], to: served, at: monday + Minutes(2))
    // Ringing, it is in line still.
    #expect(try text(company, monday + Minutes(2)).contains(#""calls":3,"#))
    try company.event("customer-answered", to: served, at: monday + Minutes(3))
    try company.event("agent-answered", to: served, at: monday + Minutes(3))
    try company.engine.cancel(lost.text, company.context(monday + Minutes(4)))
    // One of two reached an agent, after three minutes; the line is four minutes old.
    let expected =
      #"{"wcalls":1,"wpos":2,"time":1736172240,"hit":50,"calls":1,"wt":240,"ewt":120,"pos":2,"aqt":180}"#
    #expect(try text(company, monday + Minutes(4)) == expected)
    // The end of the call is no second departure.
    try company.event("call-ended", to: served, at: monday + Minutes(4))
    #expect(try text(company, monday + Minutes(4)) == expected)
    // An hour after the agent was reached nobody was, and after the cancelling nobody left.
    #expect(try text(company, monday + Minutes(63)).contains(#""hit":0,"calls":1,"wt":3780,"ewt":3780,"#))
    #expect(try text(company, monday + Minutes(64)).contains(#""hit":0,"#))
  }

  @Test("a service without a virtual queue waits in the request's, else in one of its own name")
  func openQueues() throws {
    let company = try company()
    try start(company, "support", "5111", monday)
    try start(company, "open", "5112", monday, ["_urs_virtual_queue": "VQ"])
    try start(company, "open", "5113", monday, ["_urs_virtual_queue": "Gold"])
    try start(company, "open", "5114", monday)
    func calls(_ name: String) throws -> Int64? {
      try JSONReader.read(text(company, monday, name))["calls"]?.integerValue
    }
    #expect(try calls("VQ") == 2)
    #expect(try calls("Gold") == 1)
    #expect(try calls("open") == 1)
    #expect(try calls("support") == nil)
  }

  @Test("a virtual queue must be named")
  func unnamed() throws {
    let company = try company()
    try company.engine.changeConfiguration(company.context(monday)) { configuration in
      var after = configuration
      after.services["stat"]?["_urs_stat_url_parameters"] = nil
      return after
    }
    let error = #expect(throws: CoreError.self) { try text(company, monday) }
    #expect(error?.code == .missingParameter)
    #expect(
      error?.description == """
        the parameter 'name' of service 'stat' is missing; give the name of a virtual queue, in the request or in \
        '_urs_stat_url_parameters'
        """
    )
  }

  @Test("agrees with a count over all callbacks, whatever happened")
  func model() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let company = try company(["_max_queued_callbacks_per_service": "1000"])
      var now = monday
      var ids: [CallbackID] = []
      for number in 0..<40 {
        now += Double(Int.random(in: 1...600, using: &generator))
        try company.engine.run(company.context(now))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0, 1:
          let service = Bool.random(using: &generator) ? "support" : "open"
          let queue: Options =
            service == "open" && Bool.random(using: &generator) ? ["_urs_virtual_queue": "VQ"] : [:]
          ids.append(try start(company, service, "51\(100 + number)", now, queue).id)
        case 2:
          if let id = ids.randomElement(using: &generator) {
            _ = try? company.engine.cancel(id.text, company.context(now))
          }
        default:
          if let id = ids.randomElement(using: &generator) {
            for event in ["customer-answered", "agent-answered"] {
              _ = try? company.event("agent-reserved", ["agent": "kate"], to: id, at: now)
              _ = try? company.event(event, to: id, at: now)
            }
          }
        }
        let answer = try JSONReader.read(text(company, now))
        let all = try company.engine.callbacks().filter {
          $0.service == "support" || $0.properties["_urs_virtual_queue"] == "VQ"
        }
        let waiting = all.filter { CallbackState.Name.inQueue.contains($0.state.name) }
        let left = all.compactMap { callback -> Bool? in
          let end = callback.history.first { step in
            [.processing, .completed].contains(step.to.name) && step.from.name != .scheduled
          }
          guard let end, now.timeIntervalSince(end.at) < 3600 else { return nil }
          return end.to.name == .processing
        }
        guard !waiting.isEmpty || !left.isEmpty else {
          #expect(answer == .object([]))
          continue
        }
        #expect(answer["calls"] == .integer(Int64(waiting.count)))
        #expect(answer["pos"] == .integer(Int64(waiting.count + 1)))
        let hit = left.isEmpty ? 0 : 100 * left.count(where: { $0 }) / left.count
        #expect(answer["hit"] == .integer(Int64(hit)))
      }
    }
  }
}

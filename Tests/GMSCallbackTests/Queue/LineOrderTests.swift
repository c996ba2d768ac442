import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The order of the line, and that a place in it is kept.
struct LineOrderTests {
  let monday = LineCompany.monday

  @Test("higher priority is served first, then who entered first, then the smaller id")
  func order() throws {
    let company = try LineCompany()
    let early = try company.start("voice", "5111", at: monday)
    let twins = try (0..<8).map { try company.start("voice", "512\($0)", at: LineCompany.at(1)) }
    let low = try company.start("voice", "5113", at: LineCompany.at(-60), ["_urs_priority": "-1"])
    let vip = try company.start("vip", "5114", at: LineCompany.at(2))
    let between = try company.start("voice", "5115", at: LineCompany.at(3), ["_urs_priority": "5"])
    let expected = [vip, between, early] + twins.sorted() + [low]
    let line = try company.engine.line(of: "VQ")
    #expect(line.map(\.callback.id) == expected)
    #expect(line.map(\.position) == Array(1...12))
    #expect(line.map(\.callback.priority) == [10, 5] + Array(repeating: 0, count: 9) + [-1])
    for (index, id) in expected.enumerated() {
      let position = try #require(try company.engine.position(of: id.text, at: LineCompany.at(4)))
      #expect(
        position
          == QueuePosition(virtualQueue: "VQ", position: index + 1, totalWaiting: 12, estimatedWait: nil)
      )
    }
    #expect(try company.engine.next(in: "VQ", at: LineCompany.at(4))?.callback.id == vip)
    #expect(try company.engine.line(of: "nobody's").isEmpty)
    #expect(try company.engine.next(in: "nobody's", at: monday) == nil)
  }

  @Test("who cannot be served now is passed over, and keeps the place")
  func next() throws {
    let company = try LineCompany(["_min_queue_wait": "60"])
    let asked = try company.start("ask", "5111", at: monday)
    let waiting = try company.start("voice", "5112", at: LineCompany.at(1))
    func next(_ seconds: Double) throws -> CallbackID? {
      try company.engine.next(in: "VQ", at: LineCompany.at(seconds))?.callback.id
    }
    #expect(try next(2) == asked)
    try company.event("agent-reserved", ["agent": "kate"], to: asked, at: LineCompany.at(2))
    // The agent of the first is held; the second has not waited for a minute.
    #expect(try next(60) == nil)
    #expect(try next(61) == waiting)
    try company.event("customer-snoozed", to: asked, at: LineCompany.at(70))
    #expect(try next(71) == waiting)
    try company.event("service-paused", to: waiting, at: LineCompany.at(72))
    #expect(try next(73) == nil)
    #expect(try company.engine.line(of: "VQ").map(\.callback.id) == [asked, waiting])
    // A snoozing customer who confirms is the first again.
    try company.event("customer-confirmed", to: asked, at: LineCompany.at(80))
    try company.event("service-resumed", to: waiting, at: LineCompany.at(80))
    #expect(try next(81) == asked)
  }

  /// A callback of the model: what was seen when it entered.
  private struct Known {
    var id: CallbackID
    var priority: Int
    var enteredAt: Date
  }

  @Test("agrees with a slow sort of what was seen on entering, whatever happens meanwhile")
  func walks() throws {
    var checked = 0
    var passedOver = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let refusing = seed % 3 == 0
      let company = try LineCompany(submit: { callback in !refusing || callback.id.text.utf8.last != 0x61 })
      var now = monday
      var ids: [CallbackID] = []
      var known: [CallbackID: Known] = [:]
      for number in 0..<40 {
        now += Double(Int.random(in: 0...200, using: &generator))
        try company.engine.run(company.context(now, seed: seed))
        let service = ["voice", "vip", "ask", "open"].randomElement(using: &generator) ?? "voice"
        var parameters: Options = service == "open" ? ["_urs_virtual_queue": "VQ"] : [:]
        if service != "vip", Bool.random(using: &generator) {
          parameters["_urs_priority"] = "\(Int.random(in: -2...2, using: &generator))"
        }
        if Int.random(in: 0..<3, using: &generator) == 0 || ids.isEmpty {
          ids.append(try company.start(service, "51\(100 + number)", at: now, parameters))
        } else if let id = ids.randomElement(using: &generator) {
          let accepted = try company.engine.why(id.text, at: now).accepted
            .filter { ![.rescheduled, .failed, .submitted, .submissionFailed].contains($0) }
          // Ends are rarer than what keeps a callback alive.
          let calm = accepted.filter {
            ![.cancelled, .cancelledByAdministrator, .numberInvalid].contains($0)
          }
          let choice = calm.isEmpty || Int.random(in: 0..<8, using: &generator) == 0 ? accepted : calm
          if let name = choice.randomElement(using: &generator) {
            try company.event(
              name.rawValue,
              name == .agentReserved ? ["agent": "kate"] : [:],
              to: id,
              at: now
            )
          }
        }
        var model: [Known] = []
        for id in ids {
          let callback = try company.engine.callback(id.text)
          guard CallbackState.Name.inQueue.contains(callback.state.name) else { continue }
          let entered = try #require(callback.history.first { $0.to.name == .queued }?.at)
          let seen =
            known[id]
            ?? Known(
              id: id,
              priority: callback.service == "vip"
                ? 10 : Int(callback.properties["_urs_priority"] ?? "0") ?? 0,
              enteredAt: entered
            )
          known[id] = seen
          // Insertion: before the first that must come later.
          let index = model.firstIndex { other in
            if seen.priority != other.priority { return seen.priority > other.priority }
            if seen.enteredAt != other.enteredAt { return seen.enteredAt < other.enteredAt }
            return seen.id.text < other.id.text
          }
          model.insert(seen, at: index ?? model.endIndex)
        }
        let line = try company.engine.line(of: "VQ")
        #expect(line.map(\.callback.id) == model.map(\.id), "seed \(seed), step \(number)")
        #expect(line.compactMap { $0.callback.place?.enteredAt } == model.map(\.enteredAt))
        for index in Set([0, model.count / 2, model.count - 1]) where model.indices.contains(index) {
          let member = model[index]
          let position = try company.engine.position(of: member.id.text, at: now)
          #expect(position?.position == index + 1)
          #expect(position?.totalWaiting == model.count)
          checked += 1
        }
        let servable = line.first {
          [.waitingForAgent, .waitingOnCall].contains($0.callback.state.kind)
        }
        #expect(try company.engine.next(in: "VQ", at: now) == servable)
        if let servable, servable.position > 1 { passedOver += 1 }
        #expect(try company.engine.watermarks().values.reduce(0, +) == model.count)
      }
    }
    // The walks are no walks through empty lines.
    #expect(checked > 600)
    #expect(passedOver > 20)
  }

  @Test("one who may not see a service does not see its callbacks in a shared line, only that they are there")
  func permissions() throws {
    let company = try LineCompany()
    try company.engine.changeConfiguration(company.context(monday)) { configuration in
      var after = configuration
      after.accounts["kate"] = ["roles": "CallbackReadOnly", "services": "voice"]
      return after
    }
    let vip = try company.start("vip", "5111", at: monday)
    let voice = try company.start("voice", "5112", at: monday)
    let kate = company.engine.acting(as: "kate")
    let line = try kate.line(of: "VQ")
    #expect(line.map(\.callback.id) == [voice])
    #expect(line.map(\.position) == [2])
    #expect(try kate.next(in: "VQ", at: monday)?.callback.id == voice)
    #expect(try kate.position(of: voice.text, at: monday)?.totalWaiting == 2)
    #expect(throws: CoreError.self) { try kate.position(of: vip.text, at: monday) }
    #expect(throws: CoreError.self) { try kate.why(vip.text, at: monday) }
    #expect(throws: CoreError.self) { try kate.diagnostics(of: vip.text, at: monday) }
    #expect(throws: CoreError.self) { try kate.virtualQueue(of: vip.text) }
  }
}

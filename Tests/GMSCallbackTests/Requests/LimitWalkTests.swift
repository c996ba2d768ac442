import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Random days of requests against ``LimitModel``, all limits at once.
struct LimitWalkTests {
  @Test("random requests are judged as the model judges them, in memory", arguments: 0..<20)
  func memory(_ block: Int) throws {
    var tally: [RequestRule: Int] = [:]
    for seed in 0..<2 { try walk(UInt64(block * 10 + seed), 80, on: MemoryStore(), &tally) }
    // Every rule that the walk can meet is met by each block of seeds, taken or refused.
    #expect(tally.values.reduce(0, +) > 10)
  }

  @Test("and in a store of files", arguments: 0..<4)
  func files(_ seed: Int) throws {
    var tally: [RequestRule: Int] = [:]
    try EveryStore.file.run { try walk(UInt64(1_000 + seed), 80, on: $0, &tally) }
    #expect(!tally.isEmpty)
  }

  @Test("the walks meet every limit")
  func coverage() throws {
    var tally: [RequestRule: Int] = [:]
    for seed in 0..<16 { try walk(UInt64(5_000 + seed), 120, on: MemoryStore(), &tally) }
    let met: [RequestRule] = [
      .notPast, .notTooFar, .inQueue, .maxQueued, .throttle1, .throttle2, .throttledValues, .capacity,
    ]
    for rule in met { #expect(tally[rule, default: 0] > 0, "\(rule.rawValue) was never met") }
    #expect(Set(tally.keys).isSubset(of: met))
  }

  private static let numbers = ["5115", "5-1-1-6", "+1 (650) 466-3204", "16504663204", "5117", "5118"]

  /// Seconds between two steps: to and around the bounds of the throttles.
  private static let waits: [Double] = [0, 0.001, 1, 1, 59.999, 60, 60, 299.999, 300, 899.5, 3_600]

  private func walk(_ seed: UInt64, _ steps: Int, on store: any Store, _ tally: inout [RequestRule: Int])
    throws
  {
    var random = SeededGenerator(seed: seed)
    let model = LimitModel(using: &random)
    let company = try LimitCompany(model.options, on: store)
    var now = LimitCompany.monday
    for step in 0..<steps {
      let wait = Self.waits.randomElement(using: &random) ?? 0
      now = now.addingTimeInterval(random.oneIn(20) ? 20_000 : wait)
      let context = company.context(now, seed: seed &* 1_000 &+ UInt64(step))
      switch Int.random(in: 0..<10, using: &random) {
      case 0: try company.engine.run(context)
      case 1, 2: try change(company, context, &random)
      default: try request(company, model, context, &random, &tally)
      }
    }
  }

  private func request(
    _ company: LimitCompany,
    _ model: LimitModel,
    _ context: RequestContext,
    _ random: inout SeededGenerator,
    _ tally: inout [RequestRule: Int]
  ) throws {
    let before = try company.contents()
    let all = try company.engine.callbacks(CallbackFilter(maxPerService: .max))
    var request = StartRequest(
      random.oneIn(8) ? "sales" : "support",
      customerNumber: Self.numbers.randomElement(using: &random)
    )
    if random.oneIn(2) { request.parameters["account"] = "\(Int.random(in: 0..<3, using: &random))" }
    if random.oneIn(2) {
      request.desiredTime = context.now.addingTimeInterval(
        Double(Int.random(in: -20...400, using: &random)) * 600
      )
    }
    let asked = try company.engine.explain(request, context)
    var trail = RuleTrail()
    do {
      // Without an explanation counting ends early: what comes of it must be the same.
      let callback: Callback
      if random.oneIn(2) {
        trail = asked
        callback = try company.engine.start(request, context)
      } else {
        callback = try company.engine.start(request, explaining: &trail, context)
      }
      #expect(asked.isAccepted)
      #expect(try company.engine.callback(callback.id.text) == callback)
      if request.service == "support" {
        let expected = model.refusal(
          request.parameters.dictionary,
          desired: request.desiredTime,
          now: context.now,
          among: all
        )
        #expect(expected == nil, "taken, though \(expected?.rawValue ?? "") refuses")
      }
    } catch let error as CallbackError {
      #expect(asked.refusal == error)
      #expect(try company.contents() == before, "a refusal writes nothing")
      let rule = trail.entries.first { $0.answer == .refuses }?.rule
      if request.service == "support" {
        let expected = model.refusal(
          request.parameters.dictionary,
          desired: request.desiredTime,
          now: context.now,
          among: all
        )
        #expect(rule == expected, "\(error.description)")
        if let rule { tally[rule, default: 0] += 1 }
        try checkNext(error, request, company, context)
      }
    }
    #expect(trail == asked)
  }

  /// Where a throttle says from when on the next is taken: by that rule, a millisecond before it is not, and then it is.
  private func checkNext(
    _ error: CallbackError,
    _ request: StartRequest,
    _ company: LimitCompany,
    _ context: RequestContext
  ) throws {
    guard let text = error["acceptedFrom"] else { return }
    let next = try Date(text, strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true))
    var atOnce = request
    atOnce.desiredTime = nil
    let before = try company.engine.explain(atOnce, company.context(next.addingTimeInterval(-0.001)))
    let then = try company.engine.explain(atOnce, company.context(next))
    // Another rule may stand before it now and then: a desired time was not asked about the queue's length.
    if let refusal = before.refusal, refusal.code == error.code { #expect(refusal["acceptedFrom"] == text) }
    #expect(before.refusal != nil)
    #expect(then.refusal?["option"] != error["option"] || then.refusal?["parameter"] != error["parameter"])
  }

  private func change(_ company: LimitCompany, _ context: RequestContext, _ random: inout SeededGenerator)
    throws
  {
    let all = try company.engine.callbacks(CallbackFilter(maxPerService: .max))
    guard let callback = all.randomElement(using: &random) else { return }
    do {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: try company.engine.cancel(callback.id.text, context)
      case 1: try company.engine.apply(.agentReserved(agent: "kate"), to: callback.id.text, context)
      case 2: try company.engine.apply(.servicePaused, to: callback.id.text, context)
      default:
        try company.engine.reschedule(
          callback.id.text,
          to: context.now.addingTimeInterval(Double(Int.random(in: 0...100, using: &random)) * 600),
          context
        )
      }
    } catch is CallbackError {
      // Whether a change is taken is tested elsewhere; here it only makes the store more various.
    }
  }
}

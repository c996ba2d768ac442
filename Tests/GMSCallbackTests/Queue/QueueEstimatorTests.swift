import Foundation
import GMSCallback
import GMSTestSupport
import Testing

/// The wait that can be expected, against hand-made lines, a slow count, and simulated agents.
struct QueueEstimatorTests {
  private static let id: CallbackID = {
    var generator = SeededGenerator(seed: 1)
    return CallbackID(node: 1, using: &generator)
  }()

  /// A stay from and to so many seconds after nine o'clock.
  static func stay(_ entered: Int, _ left: Int? = nil, served: Bool = false, priority: Int = 0) -> QueueStay {
    QueueStay(
      place: QueuePlace(priority: priority, enteredAt: nine(entered), id: id),
      leftAt: left.map { nine($0) },
      reachedAgent: served
    )
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let stays: [QueueStay]
    let served: Int
    let busy: Double
    /// The wait at position 3.
    let wait: Double?
    var testDescription: String { name }
  }

  /// The instant of the estimates is nine o'clock.
  static let cases = [
    Case(name: "nobody", stays: [], served: 0, busy: 0, wait: nil),
    Case(name: "one who waits", stays: [stay(-60)], served: 0, busy: 60, wait: nil),
    Case(name: "one who was served", stays: [stay(-60, -30, served: true)], served: 1, busy: 30, wait: 45),
    Case(name: "one who gave up", stays: [stay(-60, -30)], served: 0, busy: 30, wait: nil),
    Case(
      name: "stays that overlap count once",
      stays: [stay(-100, -50, served: true), stay(-80, -40, served: true), stay(-40)],
      served: 2,
      busy: 100,
      wait: 100
    ),
    Case(
      name: "a gap does not count",
      stays: [stay(-1000, -900, served: true), stay(-100, -50, served: true)],
      served: 2,
      busy: 150,
      wait: 150
    ),
    Case(
      name: "what lies before the hour is cut off",
      stays: [
        stay(-7200, -3000, served: true), stay(-7200, -3600, served: true), stay(-5000, -4000, served: true),
      ],
      served: 1,
      busy: 600,
      wait: 900
    ),
    Case(
      name: "a whole hour",
      stays: [stay(-9000), stay(-3599, -1, served: true)],
      served: 1,
      busy: 3600,
      wait: 5400
    ),
    Case(
      name: "what comes later is not known",
      stays: [stay(10, 20, served: true), stay(-10, 20, served: true), stay(-30, -10, served: true)],
      served: 1,
      busy: 30,
      wait: 45
    ),
    Case(
      name: "served at once",
      stays: [stay(-5, -5, served: true), stay(-3)],
      served: 0,
      busy: 3,
      wait: nil
    ),
    Case(
      name: "one who left before it entered",
      stays: [stay(-5, -50, served: true), stay(-20, -10, served: true)],
      served: 1,
      busy: 10,
      wait: 15
    ),
  ]

  @Test(arguments: cases)
  func table(_ row: Case) {
    let estimator = QueueEstimator(row.stays, at: nine)
    #expect(estimator.served == row.served)
    #expect(estimator.busy == row.busy)
    #expect(estimator.wait(at: 3) == row.wait)
    #expect(estimator.wait(at: 0) == row.wait.map { _ in 0 })
    #expect(QueueEstimator(row.stays.reversed(), at: nine) == estimator)
  }

  @Test("a wait is not shorter than what holds the callback back")
  func heldBack() {
    let estimator = QueueEstimator(now: nine, served: 1, busy: 100)
    #expect(estimator.wait(at: 3, notBefore: nine(149)) == 150)
    #expect(estimator.wait(at: 3, notBefore: nine(151)) == 151)
    #expect(estimator.wait(at: 3, notBefore: nine(-10)) == 150)
    #expect(QueueEstimator(now: nine, served: 0, busy: 100).wait(at: 3, notBefore: nine(10)) == nil)
  }

  struct Rounding: CustomTestStringConvertible, Sendable {
    let wait: Double?
    let eta: Int?
    var testDescription: String { "\(wait ?? -1)" }
  }

  @Test(
    "whole seconds are rounded up",
    arguments: [
      Rounding(wait: nil, eta: nil), Rounding(wait: 0, eta: 0), Rounding(wait: 0.001, eta: 1),
      Rounding(wait: 30, eta: 30), Rounding(wait: 30.5, eta: 31), Rounding(wait: 1e300, eta: 2_147_483_647),
      Rounding(wait: .infinity, eta: 2_147_483_647),
    ]
  )
  func rounding(_ row: Rounding) {
    let position = QueuePosition(virtualQueue: "VQ", position: 1, totalWaiting: 1, estimatedWait: row.wait)
    #expect(position.eta == row.eta)
  }

  @Test("agrees with counting second by second")
  func slowly() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let stays = (0..<Int.random(in: 0...30, using: &random)).map { _ -> QueueStay in
        let entered = Int.random(in: -6000...100, using: &random)
        let left = Bool.random(using: &random) ? entered + Int.random(in: 0...900, using: &random) : nil
        return Self.stay(entered, left, served: left != nil && Bool.random(using: &random))
      }
      var busy = 0
      for second in -3600..<0 {
        let isBusy = stays.contains { stay in
          stay.place.enteredAt <= nine(second) && stay.leftAt.map { $0 > nine(second) } ?? true
        }
        if isBusy { busy += 1 }
      }
      let served = stays.count { stay in
        guard let left = stay.leftAt, stay.reachedAgent, left > stay.place.enteredAt else { return false }
        return left > nine(-3600) && left <= nine && stay.place.enteredAt <= nine
      }
      let estimator = QueueEstimator(stays, at: nine)
      #expect(estimator.busy == Double(busy), "seed \(seed)")
      #expect(estimator.served == served, "seed \(seed)")
      for position in 1...4 {
        let expected = served == 0 ? nil : Double(position * busy) / Double(served + 1)
        #expect(estimator.wait(at: position) == expected)
      }
    }
  }

  struct Load: CustomTestStringConvertible, Sendable {
    let agents: Int
    let load: Double
    /// How many days are simulated: lines of few agents serve few, so they need more.
    let seeds: UInt64
    var testDescription: String { "\(agents) agents, load \(load)" }
  }

  @Test(
    "on simulated lines the mean of the estimates is within 15 % of the mean of the waits",
    arguments: [(1, 150), (5, 30), (20, 4)].flatMap { agents, seeds in
      [0.8, 0.9, 1.1].map { Load(agents: agents, load: $0, seeds: seeds) }
    }
  )
  func simulated(_ load: Load) {
    var estimates = 0.0
    var waits = 0.0
    var count = 0
    for seed in 1...load.seeds {
      let (e, w, c) = simulate(load, seed: seed)
      (estimates, waits, count) = (estimates + e, waits + w, count + c)
    }
    let ratio = estimates / waits
    #expect(count > 300)
    #expect((0.85...1.15).contains(ratio), "\(ratio)")
  }

  /// A line of exponential arrivals and calls of five minutes on average, for six hours; the sums of estimates and
  /// waits of those who came after the first hour and had to wait, and their number.
  private func simulate(_ load: Load, seed: UInt64) -> (estimates: Double, waits: Double, count: Int) {
    var random = SeededGenerator(seed: seed)
    func exponential(_ mean: Double) -> Double {
      -mean * log(Double.random(in: .ulpOfOne..<1, using: &random))
    }
    let handling = 300.0
    var free = Array(repeating: 0.0, count: load.agents)
    var arrival = 0.0
    var stays: [QueueStay] = []
    var result = (estimates: 0.0, waits: 0.0, count: 0)
    while true {
      arrival += exponential(handling / Double(load.agents) / load.load)
      if arrival > 21_600 { return result }
      // First come, first served: the agent who is free first takes the call.
      let agent = free.indices.min { free[$0] < free[$1] } ?? 0
      let start = max(arrival, free[agent])
      free[agent] = start + exponential(handling)
      let now = nine.addingTimeInterval(arrival)
      let place = QueuePlace(priority: 0, enteredAt: now, id: Self.id)
      stays.append(QueueStay(place: place, leftAt: nine.addingTimeInterval(start), reachedAgent: true))
      // Who left more than an hour ago is not looked at; they leave in the order in which they came.
      stays.removeFirst(stays.prefix { ($0.leftAt ?? now) <= now.addingTimeInterval(-3600) }.count)
      guard start > arrival, arrival > 3600 else { continue }
      let position = stays.count { $0.isInLine(at: now) }
      guard let estimate = QueueEstimator(stays, at: now).wait(at: position) else { continue }
      result.estimates += estimate
      result.waits += start - arrival
      result.count += 1
    }
  }
}

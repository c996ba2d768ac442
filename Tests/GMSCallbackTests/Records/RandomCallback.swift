import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// Random callbacks in every state, with names and values that try to look like the text around them.
struct RandomCallback {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let fragments = [
    "\"", "\\", #","created":"#, #"}"#, #"{"#, "a", "Z", " ", "lob", "\u{0}", "\u{8}", "\t", "\n", "\u{B}",
    "\r", "\u{1F}", "/", "\u{7F}", "é", "e\u{301}", "\u{212A}", "K", "\u{2028}", "👩‍👩‍👧", "ü", #"\u0041"#,
    #""}"#, ",", ":", "0", "_", #"_customer_number"#, "𝄞",
  ]

  /// A text of up to six fragments.
  mutating func text() -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(Self.fragments) }.joined()
  }

  /// A property's name; also such as are answered anyway.
  mutating func key() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: pick(["lob", "_media_type", "K", "\u{212A}", "name", "é", "e\u{301}"])
    case 1: pick(["_customer_number", "_id", "_url", "_callback_reason", "_desired_time"])
    default: text()
    }
  }

  /// A callback somewhere in its life: with its history, or in one of the states that the matrix knows.
  mutating func next() throws -> Callback {
    var machine: CallbackStateMachine
    var history: [TransitionRecord] = []
    var requested = nine(-60)
    if random.oneIn(2) {
      let policy = pick(Policies.all.map(\.policy))
      var walk = try RandomWalk(policy: policy, seed: random.next())
      walk.run(steps: Int.random(in: 0...12, using: &random))
      (machine, history, requested) = (walk.callback.machine, walk.callback.history, walk.callback.requested)
      for at in history.indices { history[at] = annotated(history[at]) }
    } else {
      let desired = nine + Double(Int.random(in: -999_999...999_999, using: &random)) / 1000
      machine = CallbackStateMachine(
        state: annotated(pick(Situation.all).state),
        desired: desired,
        timeToLive: pick([0, 1, 86_400, 3_155_760_000])
      )
      if random.oneIn(2) { requested = machine.desired }
    }
    var properties: [String: String] = [:]
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let key = key()
      if !Callback.recordKeys.contains(key) { properties[key] = text() }
    }
    if random.oneIn(2) { properties["_customer_number"] = pick(["", "5115", "+1 (650) 466-3204", text()]) }
    return Callback(
      id: CallbackID(node: Int.random(in: 0...999_999_999, using: &random), using: &random),
      service: pick(["support", "Büro 1/a?", "a\"b", "~-._", text() + "x"]),
      created: nine(-3600),
      requested: requested,
      priority: pick([0, 0, 7, -1, Int.max, Int.min]),
      properties: properties,
      machine: machine,
      history: history,
      bookings: try bookings()
    )
  }

  /// The names of up to two bookings, mostly of none.
  private mutating func bookings() throws -> [AccessBookingID] {
    guard random.oneIn(4) else { return [] }
    return try (1...Int.random(in: 1...2, using: &random)).map { number in
      let serial = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
      let code = pick(["", "0", "482913"])
      return try AccessBookingID(
        "\(pick(["5115", "+16504663204"]))\(number)-\(code)-\(String(repeating: "0", count: 16 - serial.count))\(serial)"
      )
    }
  }

  /// A line of the history, now and then with another note or agent.
  private mutating func annotated(_ line: TransitionRecord) -> TransitionRecord {
    let event: CallbackEvent =
      switch line.event {
      case .cancelledByAdministrator: .cancelledByAdministrator(note: random.oneIn(2) ? text() : nil)
      case .agentReserved: .agentReserved(agent: text() + "a")
      case .failed: .failed(pick(CallbackFault.allCases))
      default: line.event
      }
    return TransitionRecord(from: line.from, event: event, to: line.to, at: line.at)
  }

  private mutating func annotated(_ state: CallbackState) -> CallbackState {
    guard case .completed(let completed) = state else { return state }
    return .completed(
      CallbackState.Completed(
        reason: CompletionReason(rawValue: text() + "R"),
        note: random.oneIn(2) ? text() : nil,
        at: completed.at,
        attempts: completed.attempts
      )
    )
  }

  /// One of several.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Random requests to the access services, beside a model that knows nothing of indexes.
///
/// After each step: no two live bookings of a locked group share a number, or number and code; what is booked is what
/// the model has; and at the end nothing is left.
struct AccessServiceWalkTests {
  private static let groups: [String: AccessServiceModel.Group] = [
    "locked": .init(numbers: ["111", "112", "113"], isExclusive: true, cooldown: 5_000, memory: 20_000),
    "cluster": .init(numbers: ["211"], isExclusive: true, cooldown: 0, memory: 300_000),
    "shared": .init(numbers: ["311", "312"], isExclusive: false, cooldown: 0, memory: 300_000),
    "turns": .init(numbers: ["411", "412"], isExclusive: false, cooldown: 0, memory: 300_000),
  ]

  private static let configuration = Configuration(
    services: [
      "interaction": ["_type": "builtin", "_service": "request-interaction", "_ttl": "120"],
      "access": ["_type": "builtin", "_service": "request-access"],
      "match": ["_type": "builtin", "_service": "match-interaction"],
    ],
    resources: [
      "locked": ResourceGroup(
        numbers: ["111", "1-1-2", "(113)"],
        options: ["strategy": "local", "cooldown": "5", "remember": "20"]
      ),
      "cluster": ResourceGroup(numbers: ["211"], options: ["strategy": "cluster"]),
      "shared": ResourceGroup(numbers: ["311", "312"], options: ["strategy": "random"]),
      "turns": ResourceGroup(numbers: ["411", "412"], options: ["strategy": "round-robin"]),
    ]
  )

  @Test(arguments: EveryStore.allCases)
  func agreesWithTheModel(_ kind: EveryStore) throws {
    var outcomes: [String: Int] = [:]
    for seed in 0..<(kind == .file ? 4 : 30) {
      try AccessCompany.run(in: kind, Self.configuration) { company in
        var walk = Walk(company: company, seed: UInt64(seed))
        for _ in 0..<250 { try walk.step() }
        try walk.finish()
        outcomes.merge(walk.outcomes) { $0 + $1 }
      }
    }
    // The walk is worth something only where it meets everything.
    for outcome in [
      "interaction", "interaction numbers-exhausted", "access", "access numbers-exhausted",
      "access unknown-instance", "match", "match unmatched-call", "match late-call", "match ambiguous-call",
      "delete",
    ] {
      #expect(outcomes[outcome, default: 0] >= (kind == .file ? 1 : 10), "\(outcome): \(outcomes)")
    }
  }

  private struct Walk {
    let company: AccessCompany
    let seed: UInt64
    var random: SeededGenerator
    var model = AccessServiceModel(groups: AccessServiceWalkTests.groups)
    /// Milliseconds since the walk began.
    var now = 0
    /// How often each outcome was met.
    var outcomes: [String: Int] = [:]

    init(company: AccessCompany, seed: UInt64) {
      self.company = company
      self.seed = seed
      random = SeededGenerator(seed: seed)
    }

    var context: RequestContext {
      RequestContext(now: AccessCompany.now + Double(now) / 1000, randomness: .seed(seed), node: 1)
    }

    mutating func step() throws {
      if random.oneIn(2) { now += Int.random(in: 0...9_000, using: &random) }
      // Now and then exactly when something ends.
      if random.oneIn(8), let next = model.bookings.filter({ $0.isLive(now) }).map(\.expires).min() {
        now = next
      }
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1, 2: try interact()
      case 3, 4: try access()
      case 5, 6, 7: try match()
      case 8: try delete()
      default: _ = try company.store.sweep(at: context.now)
      }
      try check()
    }

    private mutating func wish() -> (group: String, parameters: Options) {
      let group = AccessServiceWalkTests.groups.keys.sorted().randomElement(using: &random) ?? ""
      var parameters: Options = ["_resource_group": group]
      if random.oneIn(2) { parameters["_phone_number"] = "555-000\(Int.random(in: 1...3, using: &random))" }
      if random.oneIn(3) { parameters["_provide_code"] = "true" }
      if random.oneIn(3) {
        parameters["_booking_expiration_timeout"] = "\(Int.random(in: 1...60, using: &random))"
      }
      return (group, parameters)
    }

    private mutating func interact() throws {
      var (group, parameters) = wish()
      parameters["topic"] = "t\(now)"
      let answer = try ask("interaction", parameters)
      try add(answer, group, parameters, isNew: true)
    }

    private mutating func access() throws {
      var (group, parameters) = wish()
      let id = model.services.keys.sorted().randomElement(using: &random) ?? "none"
      parameters["_id"] = id
      let answer = try ask("access", parameters)
      guard model.isRunning(id, now) else {
        #expect(answer.error?.code == .unknownInstance, place)
        return
      }
      #expect(answer.body.map { $0.text("_id") } ?? id == id)
      try add(answer, group, parameters, isNew: false)
    }

    private mutating func add(
      _ answer: (body: JSONValue?, error: CoreError?),
      _ group: String,
      _ parameters: Options,
      isNew: Bool
    ) throws {
      let hasCode = parameters["_provide_code"] != nil
      guard model.hasNumber(in: group, withCode: hasCode, at: now) else {
        #expect(answer.error?.code == .numbersExhausted, place)
        return
      }
      let body = try #require(answer.body, place)
      let id = body.text("_id")
      if isNew {
        #expect(model.services[id] == nil)
        model.services[id] = .init(expires: now + 120_000, data: ["topic": parameters["topic"] ?? ""])
      }
      let asked = parameters["_booking_expiration_timeout"].flatMap { Int($0) }
      let left = ((model.services[id]?.expires ?? 0) - now) / 1000
      let seconds = min(asked.map { $0 < 5 ? 30 : $0 } ?? 30, max(5, left))
      #expect(body.text("_expiration_time") == String(seconds), place)
      #expect((body["_access_code"] != nil) == hasCode)
      model.bookings.append(
        .init(
          service: id,
          group: group,
          number: body.text("_access_number").filter(\.isNumber),
          code: body["_access_code"]?.stringValue,
          phone: parameters["_phone_number"],
          expires: now + seconds * 1000
        )
      )
    }

    private mutating func match() throws {
      let known = model.bookings.suffix(12).randomElement(using: &random)
      let number = known?.number ?? "111"
      let phone = random.oneIn(2) ? known?.phone ?? "555-0003" : nil
      let code = random.oneIn(2) ? known?.code : nil
      let isAll = random.oneIn(3)
      let isDeleting = random.oneIn(3)
      let answer = try ask(
        "match",
        Options([
          "_access_number": number, "_phone_number": phone ?? "", "_access_code": code ?? "",
          "_return_multiple_matches": isAll ? "true" : "", "_return_data": "true",
          "_delete_service": isDeleting ? "true" : "",
        ])
      )
      switch model.match(number, phone, code, at: now) {
      case .unknown: #expect(answer.error?.code == .unmatchedCall, place)
      case .late: #expect(answer.error?.code == .lateCall, place)
      case .services(let all):
        // In its last five seconds a booking may outlive its service.
        let running = all.filter { model.isRunning($0, now) }
        if running.isEmpty {
          #expect(answer.error?.code == .unknownInstance, place)
        } else if running.count > 1, !isAll {
          #expect(answer.error?.code == .ambiguousCall, place)
        } else {
          let body = try #require(answer.body, "\(place) \(String(describing: answer.error))")
          let matches = isAll ? body["matches"]?.arrayValue ?? [] : [body]
          #expect(Set(matches.map { $0.text("_id") }) == running, place)
          #expect(matches.count == running.count)
          for match in matches {
            let topic = model.services[match.text("_id")]?.data["topic"]
            #expect(match["user_data"]?["topic"]?.stringValue == topic, place)
          }
          model.release(at: now) { booking in
            running.contains(booking.service) && booking.number == number
              && (code == nil || booking.code == code)
              && (phone == nil || booking.phone == nil || booking.phone == phone)
          }
          if isDeleting { for id in running { model.end(id, at: now) } }
        }
      }
    }

    private mutating func delete() throws {
      let id = model.services.keys.sorted().randomElement(using: &random) ?? "none"
      let ended = try? company.desk.delete(id, context)
      #expect((ended != nil) == model.isRunning(id, now), place)
      guard ended != nil else { return }
      model.end(id, at: now)
      outcomes["delete", default: 0] += 1
    }

    private mutating func ask(
      _ service: String,
      _ parameters: Options
    ) throws -> (body: JSONValue?, error: CoreError?) {
      do {
        let body = try company.desk.request(service, parameters, context).body
        outcomes[service, default: 0] += 1
        return (body, nil)
      } catch let error as CoreError {
        outcomes["\(service) \(error.code.rawValue)", default: 0] += 1
        return (nil, error)
      }
    }

    private var place: Comment { "seed \(seed), at \(now) ms" }

    private func check() throws {
      let instant = context.now
      let live = try company.store.read { try BookingQueries($0).bookings() }
        .filter { $0.state(at: instant) == .live }
      func name(_ number: String, _ code: String?, _ service: String) -> String {
        "\(number)/\(code ?? "-")/\(service)"
      }
      let expected = model.bookings.filter { $0.isLive(now) }
      #expect(
        live.map { name($0.number.dialled, $0.code?.text, $0.service) }.sorted()
          == expected.map { name($0.number, $0.code, $0.service) }.sorted(),
        place
      )
      for (index, one) in live.enumerated() where one.strategy.isExclusive {
        for other in live.dropFirst(index + 1) where other.number == one.number {
          #expect(one.code != nil && other.code != nil && one.code != other.code, place)
        }
      }
      for (name, group) in model.groups where group.isExclusive {
        let status = try company.status(name, at: Double(now) / 1000)
        let free = group.numbers.count { number in
          !model.bookings.contains { $0.number == number && now < $0.ends + group.cooldown }
        }
        #expect(status?.available == free, place)
      }
      for id in model.services.keys {
        let instance = try? company.desk.instance(id, context)
        #expect((instance != nil) == model.isRunning(id, now), place)
      }
    }

    /// When all times are over, a sweep leaves nothing.
    mutating func finish() throws {
      now += 10_000_000
      _ = try company.store.sweep(at: context.now)
      #expect(try company.counts() == [0, 0, 0], place)
      #expect(try company.store.nextExpiry() == nil)
    }
  }
}

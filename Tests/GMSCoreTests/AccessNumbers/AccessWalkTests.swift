import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Random commands to all places where bookings can be kept, and to the slow model beside them.
struct AccessWalkTests {
  @Test(arguments: Array(UInt64(0)..<40))
  func memoryAndMemoryStoreDoAsTheModel(seed: UInt64) throws {
    var walk = Walk(seed: seed, [MemoryDesk(), StoreDesk(MemoryStore())])
    for _ in 0..<400 { try walk.step() }
    #expect(walk.given > 40)
    #expect(walk.matched > 5)
    try walk.end()
  }

  @Test(arguments: Array(UInt64(100)..<104))
  func theFileStoreDoesAsTheModel(seed: UInt64) throws {
    var walk = Walk(seed: seed, [MemoryDesk(), try StoreDesk.files()])
    for _ in 0..<250 { try walk.step() }
    #expect(walk.given > 25)
    #expect(walk.matched > 2)
    try walk.end()
  }

  private struct Walk {
    private var random: SeededGenerator
    private let desks: [any Desk]
    private var model = SlowBookings()
    private var instant = at(0).milliseconds
    private var now: Date { Date(timeIntervalSince1970: Double(instant) / 1000) }
    private var groups: [AccessGroup] = []
    private var known: [AccessBooking] = []
    private(set) var given = 0
    private(set) var matched = 0

    init(seed: UInt64, _ desks: [any Desk]) {
      random = SeededGenerator(seed: seed)
      self.desks = desks
    }

    private static let numbers = (0..<7).map { "\(650_100 + $0)" }
    private static let phones = ["+1 650 1", "(650) 2", "6503"]

    mutating func step() throws {
      if groups.isEmpty || random.oneIn(25) { try configure() }
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<9: try allocate()
      case 9..<13: try call()
      case 13..<15: try release()
      case 15: try desks.forEach { try $0.sweep(now: now) }
      default: advance()
      }
      try checkStatus()
    }

    private mutating func configure() throws {
      // Numbers move between groups, come and go; strategies change.
      var left = Walk.numbers.shuffled(using: &random).prefix(Int.random(in: 1...7, using: &random))
      let cut = Int.random(in: 0...left.count, using: &random)
      let parts = [Array(left.prefix(cut)), Array(left.dropFirst(cut))]
      left = []
      let before = groups
      groups = try zip(["A", "B"], parts).enumerated().map { at, part in
        let strategies = AccessStrategy.allCases
        let strategy =
          before.isEmpty || random.oneIn(2) ? strategies.randomElement(using: &random) : before[at].strategy
        return try group(
          strategy ?? .random,
          part.1,
          name: part.0,
          [
            "cooldown": ["0", "0", "7"].randomElement(using: &random) ?? "0",
            "remember": ["0", "20", "300"].randomElement(using: &random) ?? "0",
            "booking_expiration_timeout": "10",
          ]
        )
      }
    }

    private mutating func advance() {
      var instants = known.flatMap { [$0.expires, $0.isFreeFrom, $0.isForgottenFrom].map(\.milliseconds) }
      instants.removeAll { $0 <= instant }
      instants.append(instant + Int.random(in: 1...9000, using: &random))
      // Often to the very instant at which something ends, or the millisecond before.
      guard let next = instants.sorted().prefix(3).randomElement(using: &random) else { return }
      instant = max(instant, random.oneIn(2) ? next : next - 1)
    }

    private mutating func allocate() throws {
      guard let group = groups.randomElement(using: &random) else { return }
      let request = AccessRequest(
        service: "1-\(given)",
        phoneNumber: random.oneIn(2) ? Walk.phones.randomElement(using: &random) : nil,
        codeLength: random.oneIn(2) ? (random.oneIn(2) ? 1 : 2) : nil,
        expiration: [nil, 5, 40, 3].randomElement(using: &random) ?? nil,
        node: Int.random(in: 1...2, using: &random),
        codePrefix: random.oneIn(2) ? try AccessCodePrefix("7-8") : nil
      )
      let choices = model.choices(request, group, instant)
      let seed = random.next()
      let answers = desks.map { desk in
        Result { try desk.allocate(request, from: group, now: now, seed: seed) }
      }
      guard case .success(let booking) = answers[0] else {
        let errors = answers.map { answer -> CoreError? in
          if case .failure(let error) = answer { error as? CoreError } else { nil }
        }
        #expect(choices.isEmpty, "\(group.strategy) \(choices) \(errors)")
        #expect(Set(errors).count == 1, "\(errors) \(group) \(request) \(instant)")
        let codes: [CoreError.Code] = [.emptyResourceGroup, .numbersExhausted, .codesExhausted]
        #expect(errors[0].map { codes.contains($0.code) } == true)
        #expect((errors[0]?.code == .emptyResourceGroup) == group.numbers.isEmpty)
        return
      }
      for answer in answers { #expect(try answer.get() == booking) }
      #expect(choices.contains(booking.number.dialled), "\(group.strategy) \(booking) \(choices)")
      if let code = booking.code?.text {
        #expect(!model.isHeld(code, on: booking.number.dialled, instant))
        #expect(SlowBookings.codes(request.codeLength ?? 0, request.codePrefix).contains(code))
      }
      let seconds = request.expiration.map { $0 == 3 ? 30 : $0 } ?? 10
      #expect(booking.made == now && booking.expires.milliseconds == instant + 1000 * seconds)
      model.add(booking)
      known.append(booking)
      given += 1
    }

    private mutating func call() throws {
      let booking = known.suffix(30).randomElement(using: &random)
      let number = booking?.number.dialled ?? Walk.numbers[0]
      let phone =
        random.oneIn(3)
        ? Walk.phones.randomElement(using: &random) : random.oneIn(2) ? booking?.caller?.given : nil
      let code = random.oneIn(3) ? nil : random.oneIn(8) ? "77" : booking?.code?.text
      let all = random.oneIn(4)
      let call = try AccessCall(accessNumber: number, phoneNumber: phone, accessCode: code)
      let expected = model.match(number: number, phone: call.caller?.normalised, code: code, instant)
      let explanation = try desks.map { try $0.explain(call, now: now) }
      #expect(explanation.allSatisfy { $0 == explanation[0] })
      let answers = try desks.map { try $0.match(call, all: all, now: now) }
      for answer in answers { #expect(answer == answers[0]) }
      let ids = answers[0].bookings.map(\.id.text)
      #expect(Set(explanation[0].matches.map(\.booking.id.text)) == Set(ids))
      switch answers[0] {
      case .one(let booking):
        #expect(expected == .one(booking.id.text))
        model.release(booking.id.text, instant)
        matched += 1
      case .several(let bookings):
        #expect(expected == .several(Set(ids)))
        #expect(bookings.allSatisfy { ($0.released == now) == all })
        if all { ids.forEach { model.release($0, instant) } }
      case .late(let booking):
        guard case .late(let possible) = expected else {
          Issue.record("late, and not \(expected)")
          return
        }
        #expect(possible.contains(booking.id.text))
      case .none: #expect(expected == .none)
      }
    }

    private mutating func release() throws {
      guard let id = known.suffix(30).randomElement(using: &random)?.id else { return }
      let before = model.state(id.text, instant)
      let answers = try desks.map { try $0.release(id, now: now) }
      for answer in answers { #expect(answer == answers[0]) }
      switch answers[0] {
      case .released(let booking): #expect(before == .live && booking.released == now)
      case .alreadyOver(let booking): #expect(before == booking.state(at: now) && before != .live)
      case .unknown: #expect(before == nil)
      }
      model.release(id.text, instant)
    }

    private mutating func checkStatus() throws {
      guard random.oneIn(6) else { return }
      for group in groups {
        for node in [nil, 1, 2] {
          let answers = try desks.map { try $0.status(of: group, node: node, now: now) }
          #expect(answers.allSatisfy { $0 == answers[0] })
          let rows = model.rows.filter {
            group.numbers.map(\.dialled).contains($0.number)
              && (group.strategy != .local || node == nil || $0.node == node)
          }
          let held = Set(rows.filter { instant < $0.free }.map(\.number))
          let live = rows.filter { $0.lives(instant) }
          #expect(answers[0].booked == Set(live.map(\.number)).count)
          #expect(answers[0].liveBookings == live.count)
          #expect(answers[0].nextExpiry?.milliseconds == live.map(\.expires).min())
          #expect(answers[0].total == group.numbers.count)
          #expect(
            answers[0].available
              == (group.strategy.isExclusive ? group.numbers.count - held.count : group.numbers.count)
          )
        }
      }
    }

    /// Nothing is left when all is over.
    mutating func end() throws {
      instant += 100_000_000
      for desk in desks {
        try desk.sweep(now: now)
        #expect(try desk.bookings().isEmpty)
        guard let storeDesk = desk as? StoreDesk else { continue }
        let store = storeDesk.store
        #expect(try storeDesk.sweepAll(now: now) == 0)
        // The configuration of this store knows no groups, so their orders are gone, too.
        let left = try store.read { reader in
          try [RecordKind.booking, .numberOrder].map { try reader.count(RecordQuery($0)) }
        }
        #expect(left == [0, 0])
        #expect(try store.read { try BookingQueries($0).nextSweep() } == nil)
      }
    }
  }
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Giving numbers out, by each strategy, wherever bookings are kept.
struct AllocationTests {
  private func refusal(_ body: () throws -> AccessBooking) -> CoreError? {
    do {
      Issue.record("\(try body()) was given out")
      return nil
    } catch {
      return error as? CoreError
    }
  }

  @Test(arguments: DeskKind.allCases)
  func aBookingSaysEverything(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, ["650-1"], ["booking_expiration_timeout": "60", "cooldown": "10"])
    let booking = try desk.take(group, at: 0.25, service: "1-x", phone: "+1 650", code: 6, node: 3)
    #expect(booking.group == "DNIS" && booking.strategy == .local && booking.node == 3)
    #expect(booking.number.written == "650-1" && booking.service == "1-x")
    #expect(booking.caller?.given == "+1 650" && booking.code?.text.utf8.count == 6)
    #expect(booking.made == at(0.25) && booking.expires == at(60.25) && booking.ends == at(60.25))
    #expect(booking.isFreeFrom == at(70.25) && booking.isForgottenFrom == at(360.25))
    #expect(booking.released == nil && booking.state(at: at(60.249)) == .live)
    #expect(booking.state(at: at(60.25)) == .expired)
    #expect(booking.secondsLeft(at: at(1)) == 59 && booking.secondsLeft(at: at(100)) == 0)
    #expect(booking.id.number == "6501" && booking.id.code == booking.code)
    #expect(try desk.bookings() == [booking])
  }

  @Test(arguments: DeskKind.allCases, [AccessStrategy.local, .cluster])
  func aLockedNumberIsFreeWhenItsTimeIsOver(_ kind: DeskKind, _ strategy: AccessStrategy) throws {
    let desk = try kind.make()
    let group = try group(strategy, numbers: 1)
    _ = try desk.take(group, at: 0)
    let error = refusal { try desk.take(group, at: 29.999) }
    #expect(
      error?.description
        == "all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T08:00:30.000Z'"
    )
    #expect(error?.status == 503 && error?.category == .refused)
    #expect(try desk.take(group, at: 30).made == at(30))
  }

  @Test(arguments: DeskKind.allCases)
  func theNextFreeNumberIsTheOneThatIsFreeFirst(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, numbers: 3)
    let times = [100, 20, 50]
    let taken = try times.enumerated().map { try desk.take(group, at: Double($0), expiration: $1) }
    #expect(taken.map(\.number.dialled) == ["650100", "650101", "650102"])
    #expect(refusal { try desk.take(group, at: 3) }?["availableAt"] == "2025-01-06T08:00:21.000Z")
    #expect(try desk.take(group, at: 60, expiration: 500).number.dialled == "650101")
    #expect(try desk.take(group, at: 60, expiration: 500).number.dialled == "650102")
    #expect(refusal { try desk.take(group, at: 60) }?["availableAt"] == "2025-01-06T08:01:40.000Z")
    #expect(try desk.take(group, at: 100).number.dialled == "650100")
  }

  @Test(arguments: DeskKind.allCases)
  func aCooldownCountsFromTheEnd(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.cluster, numbers: 1, ["cooldown": "20"])
    let first = try desk.take(group, at: 0)
    #expect(refusal { try desk.take(group, at: 49.999) }?["availableAt"] == "2025-01-06T08:00:50.000Z")
    let second = try desk.take(group, at: 50)
    #expect(try desk.release(second.id, now: at(55)) == .released(try #require(try desk.bookings().last)))
    #expect(refusal { try desk.take(group, at: 74.999) }?["availableAt"] == "2025-01-06T08:01:15.000Z")
    #expect(try desk.take(group, at: 75).id != first.id)
  }

  @Test(arguments: DeskKind.allCases)
  func releasingTwiceChangesNothing(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, numbers: 1)
    let first = try desk.take(group, at: 0)
    let released = try desk.release(first.id, now: at(5)).booking()
    #expect(released.released == at(5) && released.state(at: at(5)) == .released)
    #expect(try desk.release(first.id, now: at(6)) == .alreadyOver(released))
    // Another's booking of the same number is not touched by it.
    let second = try desk.take(group, at: 7)
    #expect(second.number == first.number && second.id != first.id)
    #expect(try desk.release(first.id, now: at(8)) == .alreadyOver(released))
    #expect(refusal { try desk.take(group, at: 9) }?.code == .numbersExhausted)
    #expect(try desk.release(first.id, now: at(305)) == .unknown(first.id))
    let error = #expect(throws: CoreError.self) { try desk.release(first.id, now: at(305)).booking() }
    #expect(error == CoreError(.unknownBooking, ["booking": first.id.text]))
  }

  @Test(arguments: DeskKind.allCases)
  func aStaleNameDoesNotReleaseTheNextBookingOfTheSameCode(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, numbers: 1)
    let only = try AccessCodePrefix("7")
    let first = try desk.take(group, at: 0, code: 1, prefix: only, seed: 1)
    _ = try desk.release(first.id, now: at(1))
    let second = try desk.take(group, at: 2, code: 1, prefix: only, seed: 2)
    #expect(second.code == first.code && second.id != first.id)
    #expect(try desk.release(first.id, now: at(3)) == .unknown(first.id))
    #expect(try desk.call("650100", at: 4, code: "7").only(for: AccessCall(second.number)).id == second.id)
  }

  @Test(arguments: DeskKind.allCases)
  func localLocksOnOneNodeAndClusterOnAll(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let local = try group(.local, ["6501"], name: "L")
    let cluster = try group(.cluster, ["6502"], name: "C")
    _ = try desk.take(local, node: 1)
    _ = try desk.take(local, node: 2)
    #expect(refusal { try desk.take(local, node: 1) }?.code == .numbersExhausted)
    _ = try desk.take(cluster, node: 1)
    #expect(refusal { try desk.take(cluster, node: 2) }?.code == .numbersExhausted)
    #expect(try desk.status(of: local, node: 3, now: at(0)).available == 1)
    #expect(try desk.status(of: local, node: 2, now: at(0)).available == 0)
  }

  @Test(arguments: DeskKind.allCases)
  func whatIsExclusiveIsTheNumberOrTheNumberWithItsCode(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.cluster, numbers: 1)
    let first = try desk.take(group, code: 1)
    let second = try desk.take(group, code: 1)
    #expect(first.code != second.code)
    // Nobody gets the whole number while somebody has a code of it.
    let whole = refusal { try desk.take(group, at: 1) }
    #expect(
      whole?.description
        == "all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T08:00:30.000Z'"
    )
    let alone = try desk.take(group, at: 30)
    // And nobody gets a code while somebody has the whole number.
    #expect(refusal { try desk.take(group, at: 31, code: 6) }?["availableAt"] == "2025-01-06T08:01:00.000Z")
    _ = try desk.release(alone.id, now: at(32))
    #expect(try desk.take(group, at: 32, code: 6).number == alone.number)
  }

  @Test(arguments: DeskKind.allCases)
  func codesRunOutOnEveryNumberBeforeARequestIsRefused(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.roundRobin, numbers: 3)
    let prefix = try AccessCodePrefix("3-4")
    var given: Set<String> = []
    for seed in 0..<6 {
      let booking = try desk.take(group, code: 1, expiration: 5, prefix: prefix, seed: UInt64(seed))
      given.insert("\(booking.number) \(booking.code?.text ?? "")")
    }
    #expect(
      given == ["650100 3", "650100 4", "650101 3", "650101 4", "650102 3", "650102 4"]
    )
    let error = refusal { try desk.take(group, at: 4.999, code: 1, prefix: prefix) }
    #expect(
      error?.description
        == "all 2 access codes of 1 digit that begin with '3-4' are taken on each of the 3 numbers of resource "
        + "group 'DNIS'; use longer codes, or add numbers"
    )
    // Other codes, longer ones and none are still to be had.
    _ = try desk.take(group, at: 4, code: 1)
    _ = try desk.take(group, at: 4, code: 2, prefix: prefix)
    _ = try desk.take(group, at: 4)
    _ = try desk.take(group, at: 5, code: 1, prefix: prefix)
  }

  @Test(arguments: DeskKind.allCases)
  func theLastFreeCodesAreFound(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, numbers: 1, ["booking_expiration_timeout": "1800"])
    var codes: Set<String> = []
    for seed in 0..<100 {
      codes.insert(try desk.take(group, code: 2, seed: UInt64(seed)).code?.text ?? "")
    }
    // A hundred different ones: also the last was found when 99 % were taken.
    #expect(codes.count == 100)
    #expect(refusal { try desk.take(group, code: 2) }?["length"] == nil)
    #expect(
      refusal { try desk.take(group, code: 2) }?.description
        == "all 100 access codes of 2 digits are taken on the only number of resource group 'DNIS'; use longer "
        + "codes, or add numbers"
    )
  }

  @Test(arguments: DeskKind.allCases)
  func nodesWithDisjointPrefixesNeverShareACode(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.random, numbers: 2)
    var codes: [Set<String>] = [[], []]
    for (node, prefix) in ["0-6", "7-9"].enumerated() {
      for seed in 0..<60 {
        let prefix = try AccessCodePrefix(prefix)
        let booking = try desk.take(
          group,
          code: 3,
          expiration: 5,
          node: node + 1,
          prefix: prefix,
          seed: UInt64(seed)
        )
        let code = try #require(booking.code?.text)
        #expect(code.utf8.count == 3 && prefix.digits.contains(Int(String(code.prefix(1))) ?? -1))
        codes[node].insert(code)
      }
    }
    #expect(codes[0].isDisjoint(with: codes[1]))
    #expect(codes.allSatisfy { $0.count > 25 })
  }

  @Test(arguments: DeskKind.allCases)
  func roundRobinVisitsAllBeforeAnyTwice(_ kind: DeskKind) throws {
    let desk = try kind.make()
    var numbers = ["6505", "6501", "6503"]
    func give(_ times: Int, at seconds: Double = 0) throws -> [String] {
      let group = try group(.roundRobin, numbers)
      return try (0..<times).map { _ in try desk.take(group, at: seconds).number.dialled }
    }
    // All at the same instant; the order is the configured one.
    #expect(try give(7) == ["6505", "6501", "6503", "6505", "6501", "6503", "6505"])
    numbers.insert("6502", at: 0)
    numbers.removeAll { $0 == "6501" }
    #expect(try give(5) == ["6502", "6503", "6505", "6502", "6503"])
    // A clock that goes back changes nothing.
    #expect(try give(3, at: -1000) == ["6505", "6502", "6503"])
    numbers.append("6501")
    #expect(try give(2) == ["6501", "6505"])
  }

  @Test(arguments: DeskKind.allCases)
  func leastRecentlyUsedCountsCallsAndReleases(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.leastRecentlyUsed, numbers: 3)
    let first = try (0..<3).map { try desk.take(group, at: Double($0), phone: "65\($0)") }
    #expect(first.map(\.number.dialled) == ["650100", "650101", "650102"])
    // The first is called, the second released: now the third was not used for longest.
    #expect(try desk.call("650100", at: 3, phone: "650").bookings.count == 1)
    _ = try desk.release(first[1].id, now: at(4))
    #expect(
      try (0..<3).map { try desk.take(group, at: 5 + Double($0)).number.dialled } == [
        "650102", "650100", "650101",
      ]
    )
  }

  @Test(arguments: DeskKind.allCases)
  func sharedNumbersAreNeverExhausted(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.random, numbers: 1)
    for seed in 0..<20 { _ = try desk.take(group, seed: UInt64(seed)) }
    let status = try desk.status(of: group, node: nil, now: at(1))
    #expect(status.available == 1 && status.booked == 1 && status.cooling == 0 && status.liveBookings == 20)
    #expect(status.nextExpiry == at(30))
  }

  @Test
  func randomGivesEachNumber() throws {
    let desk = MemoryDesk()
    let group = try group(.random, numbers: 8)
    var counts: [String: Int] = [:]
    for seed in 0..<8000 { counts[try desk.take(group, seed: UInt64(seed)).number.dialled, default: 0] += 1 }
    #expect(counts.count == 8)
    // A thousand each, with a deviation of 30: five of them are allowed.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
  }

  @Test(arguments: DeskKind.allCases, AccessStrategy.allCases)
  func anEmptyPoolIsAnErrorOfItsOwn(_ kind: DeskKind, _ strategy: AccessStrategy) throws {
    let group = try group(strategy, [])
    let desk = try kind.make()
    for code in [nil, 6] {
      #expect(
        refusal { try desk.take(group, code: code) }?.description
          == "resource group 'DNIS' has no numbers to give out; add some first"
      )
    }
    #expect(try desk.status(of: group, node: nil, now: at(0)).total == 0)
  }

  @Test(arguments: DeskKind.allCases, [0, -1, 16, Int.max])
  func aCodeHasOneToFifteenDigits(_ kind: DeskKind, _ length: Int) throws {
    let group = try group(.random)
    let desk = try kind.make()
    #expect(
      refusal { try desk.take(group, code: length) }?.description
        == "an access code cannot have '\(length)' digits; write a whole number from 1 to 15"
    )
    #expect(try desk.take(group, code: 15).code?.text.utf8.count == 15)
  }

  @Test(arguments: DeskKind.allCases)
  func aRequestForAnImpossibleTimeGetsThirtySeconds(_ kind: DeskKind) throws {
    let group = try group(.random, ["6501"], ["booking_expiration_timeout": "60"])
    let desk = try kind.make()
    for (asked, expected) in [(nil, 60), (4, 30), (5, 5), (1800, 1800), (1801, 30), (-1, 30)] as [(Int?, Int)]
    {
      #expect(try desk.take(group, expiration: asked).expires == at(Double(expected)))
    }
  }

  @Test
  func theSameSeedGivesTheSameBooking() throws {
    let group = try group(.random, numbers: 50)
    let bookings = try (0..<2).map { _ in try MemoryDesk().take(group, code: 6, seed: 7) }
    #expect(bookings[0] == bookings[1])
    #expect(try MemoryDesk().take(group, code: 6, seed: 8) != bookings[0])
  }

  @Test(arguments: [DeskKind.memory, .memoryStore])
  func aPoolOfTenThousandIsGivenOutWhole(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.cluster, numbers: 10_000)
    let count = kind == .memory ? 10_000 : 300
    var given: Set<AccessNumber> = []
    for _ in 0..<count { given.insert(try desk.take(group).number) }
    #expect(given.count == count)
    guard kind == .memory else { return }
    #expect(refusal { try desk.take(group, at: 29) }?.code == .numbersExhausted)
    #expect(try desk.status(of: group, node: nil, now: at(29)).booked == 10_000)
    #expect(try desk.take(group, at: 30).number == group.numbers[0])
  }

  @Test
  func theFileStoreHasAPoolOfTenThousand() throws {
    let desk = try StoreDesk.files()
    let group = try group(.cluster, numbers: 10_000)
    try desk.write(at(0)) { bookings in
      var generator = SeededGenerator(seed: 1)
      for _ in 0..<2000 {
        _ = try bookings.allocate(AccessRequest(service: "1-a"), from: group, now: at(0), using: &generator)
      }
    }
    let next = try desk.take(group, at: 1)
    #expect(next.number == group.numbers[2000])
    #expect(try desk.call(next.number.written, at: 2) == .one(#require(try desk.bookings().last)))
    #expect(try desk.status(of: group, node: nil, now: at(2)).booked == 2000)
    let path = try #require((desk.store as? FileStore)?.path)
    #expect(try FileStore.check(at: path, codecs: [.booking]).findings.isEmpty)
  }

  /// A refused request leaves nothing behind in a store.
  @Test
  func aRefusedRequestWritesNothing() throws {
    let desk = StoreDesk(MemoryStore())
    let group = try group(.local, numbers: 1)
    _ = try desk.take(group)
    let before = try desk.store.read { $0.sequence }
    #expect(refusal { try desk.take(group, at: 1) } != nil)
    #expect(try desk.store.read { $0.sequence } == before)
  }
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Erlang's loss formula beside published figures, the sum that defines it, and a simulated pool.
struct PoolSizingTests {
  /// Load, numbers, and blocking as tables of traffic theory print it.
  @Test(
    arguments: [
      (10, 10, 0.2146), (1, 1, 0.5), (1, 2, 0.2), (2, 2, 0.4), (5, 5, 0.2849), (3, 6, 0.0522),
      (20, 20, 0.1589),
      (100, 100, 0.0757), (12.03, 20, 0.01), (84.06, 100, 0.01), (4.461, 10, 0.01), (0.0101, 1, 0.01),
    ] as [(Double, Int, Double)]
  )
  func blockingIsThatOfTheTables(_ load: Double, _ numbers: Int, _ expected: Double) {
    #expect(abs(ErlangB.blocking(load: load, numbers: numbers) - expected) < 0.00012)
  }

  @Test
  func blockingIsTheShareOfTheSum() {
    for numbers in 0...60 {
      for load in [0.01, 0.5, 1, 7.5, 30, 59] {
        var (term, sum) = (1.0, 1.0)
        for k in stride(from: 1, through: numbers, by: 1) {
          term *= load / Double(k)
          sum += term
        }
        let expected = term / sum
        #expect(
          abs(ErlangB.blocking(load: load, numbers: numbers) - expected) <= 1e-12 * max(expected, 1e-300)
        )
      }
    }
  }

  @Test
  func nothingOverflows() {
    #expect(ErlangB.blocking(load: 0, numbers: 0) == 1)
    #expect(ErlangB.blocking(load: 0, numbers: 5) == 0)
    #expect(ErlangB.blocking(load: 0.001, numbers: 1_000_000) == 0)
    #expect(ErlangB.blocking(load: 1e300, numbers: 10) == 1)
    let large = ErlangB.blocking(load: 100_000, numbers: 100_000)
    // Near its limit √(2 / πn) for as many numbers as erlangs.
    #expect(abs(large / (2 / (Double.pi * 100_000)).squareRoot() - 1) < 0.01)
    #expect(ErlangB.numbers(load: 0, blocking: 0.5) == 1)
    #expect(ErlangB.numbers(load: 3, blocking: 1) == 0)
    #expect(ErlangB.numbers(load: 1, blocking: .leastNonzeroMagnitude) > 100)
  }

  @Test
  func theFewestNumbersAreFound() {
    for load in [0.01, 0.333, 1, 5, 47, 300] {
      for target in [0.5, 0.1, 0.01, 0.001, 1e-6] {
        let numbers = ErlangB.numbers(load: load, blocking: target)
        #expect(ErlangB.blocking(load: load, numbers: numbers) <= target)
        #expect(numbers == 0 || ErlangB.blocking(load: load, numbers: numbers - 1) > target)
        let most = ErlangB.load(numbers: numbers, blocking: target)
        #expect(most >= load * (1 - 1e-9))
        #expect(abs(ErlangB.blocking(load: most, numbers: numbers) / target - 1) < 1e-6)
      }
    }
    #expect(ErlangB.load(numbers: 0, blocking: 0.1) == 0)
  }

  @Test
  func aPoolIsSized() throws {
    let sizing = try PoolSizing(requestsPerHour: 40, holdSeconds: 30, blocking: 0.001)
    #expect(abs(sizing.load - 1.0 / 3) < 1e-12)
    #expect(sizing.numbers == 4)
    #expect(sizing.blocking < 0.001 && sizing.blocking > 0.0003)
    #expect(abs(sizing.carried - sizing.load * (1 - sizing.blocking)) < 1e-12)
    #expect(try PoolSizing(requestsPerHour: 0, holdSeconds: 30, blocking: 0.001).numbers == 1)
    // The mean load as a rule of thumb loses a fifth.
    #expect(try PoolSizing(requestsPerHour: 1200, holdSeconds: 30, blocking: 0.2147).numbers == 10)
  }

  @Test(
    arguments: [
      (-1, 30, 0.1, "rate '-1.0' is refused; write a number of requests an hour, 0 or more"),
      (.nan, 30, 0.1, "rate 'nan' is refused; write a number of requests an hour, 0 or more"),
      (.infinity, 30, 0.1, "rate 'inf' is refused; write a number of requests an hour, 0 or more"),
      (1, 0, 0.1, "hold '0.0' is refused; write a number of seconds above 0"),
      (1, .nan, 0.1, "hold 'nan' is refused; write a number of seconds above 0"),
      (1, 1, 0, "blocking '0.0' is refused; write a share above 0 and below 1, such as 0.001"),
      (1, 1, 1, "blocking '1.0' is refused; write a share above 0 and below 1, such as 0.001"),
      (1, 1, .nan, "blocking 'nan' is refused; write a share above 0 and below 1, such as 0.001"),
      (
        1e9, 1e9, 0.1,
        "load '277777777777777.78' is refused; write a rate and a time that make at most 10000000 erlangs"
      ),
    ] as [(Double, Double, Double, String)]
  )
  func whatCannotBeSizedIsRefused(_ rate: Double, _ hold: Double, _ blocking: Double, _ sentence: String) {
    let error = #expect(throws: CoreError.self) {
      try PoolSizing(requestsPerHour: rate, holdSeconds: hold, blocking: blocking)
    }
    #expect(error?.description == sentence)
  }

  /// 40,000 requests by chance on five numbers that are locked for 30 seconds: as many are refused as the formula says.
  @Test
  func aSimulatedPoolRefusesAsManyAsTheFormulaSays() throws {
    let group = try group(.cluster, numbers: 5)
    var desk = MemoryBookings()
    var random = SeededGenerator(seed: 2)
    var now = 0.0
    var refused = 0
    let load = 4.0
    for _ in 0..<40_000 {
      now -= log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) * 30 / load
      do {
        _ = try desk.allocate(AccessRequest(service: "1-a"), from: group, now: at(now), using: &random)
      } catch {
        #expect((error as? CoreError)?.code == .numbersExhausted)
        refused += 1
      }
    }
    let expected = ErlangB.blocking(load: load, numbers: 5)
    // 0.199, with a deviation of about 0.003.
    #expect(abs(Double(refused) / 40_000 - expected) < 0.012)
  }

  /// What the kept bookings say agrees with the share that was refused in the same time.
  @Test(arguments: [DeskKind.memory, .memoryStore])
  func blockingIsMeasuredFromTheBookings(_ kind: DeskKind) throws {
    let group = try group(.cluster, numbers: 2, ["remember": "86400"])
    let desk = try kind.make()
    var random = SeededGenerator(seed: 3)
    var (now, refused, made) = (0.0, 0, 0)
    while now < 86_400 {
      now -= log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) * 30
      guard now < 86_400 else { break }
      do {
        _ = try desk.take(group, at: now, seed: random.next())
        made += 1
      } catch {
        refused += 1
      }
    }
    let measured = try #require(MeasuredBlocking(group, bookings: try desk.bookings(), now: at(86_400)))
    #expect(measured.from == at(0) && measured.to == at(86_400) && measured.numbers == 2)
    #expect(measured.bookings == made && measured.peak == 2)
    #expect(abs(measured.blocking - 0.2) < 0.03)
    #expect(abs(measured.blocking - Double(refused) / Double(refused + made)) < 0.03)
    #expect(abs(measured.carried - 0.8) < 0.05)
  }

  @Test
  func theWindowAndItsEdges() throws {
    let desk = StoreDesk(MemoryStore())
    let group = try group(.local, numbers: 2, ["remember": "100", "cooldown": "10"])
    // Taken: one from 0 to 40, both from 20 to 40, one until 60.
    _ = try desk.take(group, at: 0)
    _ = try desk.take(group, at: 20)
    let now = at(100)
    let measured = try #require(try desk.store.read { try BookingQueries($0).blocking(of: group, now: now) })
    #expect(measured.from == at(0) && measured.to == now)
    #expect(
      measured.blocking == 0.2 && measured.carried == 0.8 && measured.peak == 2 && measured.bookings == 2
    )
    // At 30 the window is only partly in the time of the bookings.
    let early = try #require(MeasuredBlocking(group, bookings: try desk.bookings(), now: at(30)))
    #expect(early.blocking == 0.1 && early.carried == 0.4)
    #expect(MeasuredBlocking(try self.shared(), bookings: [], now: now) == nil)
    #expect(MeasuredBlocking(try GMSCoreTests.group(.local, []), bookings: [], now: now) == nil)
    let empty = try #require(MeasuredBlocking(group, bookings: [], now: now))
    #expect(empty.blocking == 0 && empty.carried == 0 && empty.peak == 0)
  }

  private func shared() throws -> AccessGroup { try group(.random) }
}

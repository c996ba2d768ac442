import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Whose call it is, wherever bookings are kept.
struct CallMatchTests {
  @Test(arguments: DeskKind.allCases)
  func numberAlone(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let booking = try desk.take(try group(.local, ["650-1"]), phone: "+1650")
    let match = try desk.call("(6501)", at: 1)
    #expect(match.bookings.map(\.id) == [booking.id])
    #expect(match.bookings.first?.released == at(1))
    // It was matched: the next call on the number is not for it.
    #expect(try desk.call("6501", at: 2) == .late(try #require(match.bookings.first)))
  }

  @Test(arguments: DeskKind.allCases)
  func numberAndCaller(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let shared = try group(.random, ["6501"])
    let bookings = try ["+1 650 1", "16502", nil].enumerated().map {
      try desk.take(shared, service: "1-\($0)", phone: $1, seed: UInt64($0))
    }
    // The third takes any caller, so a known caller leaves two, and nothing is released.
    let both = try desk.call("6501", at: 1, phone: "1-650-1")
    #expect(both == .several([bookings[0], bookings[2]].sorted { $0.id.text < $1.id.text }))
    _ = try desk.release(bookings[2].id, now: at(2))
    #expect(try desk.call("6501", at: 3, phone: "1 650 2").bookings.map(\.service) == ["1-1"])
    #expect(try desk.call("6501", at: 4, phone: "(1650)1").bookings.map(\.service) == ["1-0"])
    // A caller who withholds the number is compared without it.
    #expect(
      try desk.call("6501", at: 5, phone: "")
        == .late(#require(try desk.bookings().first { $0.service == "1-0" }))
    )
  }

  @Test(arguments: DeskKind.allCases)
  func numberAndCode(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.cluster, ["6501"])
    let booking = try desk.take(group, phone: "650", code: 6)
    let code = try #require(booking.code?.text)
    let wrong = code == "000000" ? "000001" : "000000"
    #expect(try desk.call("6501", at: 1, code: wrong) == .none)
    #expect(try desk.call("6502", at: 1, code: code) == .none)
    #expect(try desk.call("6501", at: 1, phone: "651", code: code) == .none)
    #expect(try desk.call("6501", at: 1, code: "\(code)0") == .none)
    #expect(try desk.call("6501", at: 1, code: "n/a") == .none)
    #expect(try desk.call("6501", at: 1, code: "\(code.prefix(3)) \(code.dropFirst(3))#").bookings.count == 1)
  }

  @Test(arguments: DeskKind.allCases)
  func aCodeThatNobodyGaveOutFitsNoBookingWithoutOne(_ kind: DeskKind) throws {
    let desk = try kind.make()
    _ = try desk.take(try group(.local, ["6501"]))
    #expect(try desk.call("6501", at: 1, code: "123456") == .none)
    #expect(try desk.call("6501", at: 1).bookings.count == 1)
  }

  @Test(arguments: DeskKind.allCases)
  func severalAreRefusedUnlessAllAreAskedFor(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.random, ["6501"])
    let bookings = try (0..<3).map {
      try desk.take(group, at: Double($0), service: "1-\($0)", seed: UInt64($0))
    }
    let call = try AccessCall(accessNumber: "6501", phoneNumber: "650")
    let match = try desk.match(call, all: false, now: at(3))
    #expect(match == .several(bookings))
    let error = #expect(throws: CoreError.self) { try match.only(for: call) }
    #expect(
      error?.description
        == "3 bookings fit this call on access number '6501' from '650', and nothing tells which is meant; bring the "
        + "access code or the phone number, or ask for all matches"
    )
    #expect(error?.status == 409)
    #expect(error?.facts.last == .init("bookings", .array(bookings.map { .string($0.id.text) })))
    #expect(try match.all(for: call) == bookings)
    // Nothing was released.
    #expect(try desk.bookings() == bookings)
    let all = try desk.match(call, all: true, now: at(4))
    #expect(all.bookings.map(\.id) == bookings.map(\.id))
    #expect(all.bookings.allSatisfy { $0.released == at(4) })
    #expect(try desk.match(call, all: true, now: at(5)).bookings.isEmpty)
  }

  @Test(arguments: DeskKind.allCases)
  func aLateCallIsToldFromAnUnknownOne(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, ["6501", "6502"], ["remember": "60"])
    let booking = try desk.take(group, phone: "650")
    let call = try AccessCall(accessNumber: "6501", phoneNumber: "650")
    #expect(try desk.match(call, all: false, now: at(30)) == .late(booking))
    let late = try desk.match(call, all: false, now: at(89.999))
    let error = #expect(throws: CoreError.self) { try late.only(for: call) }
    #expect(
      error?.description
        == "this call on access number '6501' came too late: booking '\(booking.id)' was over at "
        + "'2025-01-06T08:00:30.000Z'"
    )
    #expect(error?.status == 404 && error?["caller"] == "650")
    let unknown = try desk.match(call, all: true, now: at(90))
    #expect(unknown == .none)
    let none = #expect(throws: CoreError.self) { try unknown.all(for: call) }
    #expect(none?.description == "no booking fits this call on access number '6501' from '650'")
    #expect(none?.code == .unmatchedCall)
  }

  @Test(arguments: DeskKind.allCases)
  func aReleasedBookingIsLateForItsOwnCallerOnly(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.local, ["6501"])
    let first = try desk.take(group, service: "1-a", phone: "6501111")
    _ = try desk.release(first.id, now: at(5))
    let second = try desk.take(group, at: 6, service: "1-b", phone: "6502222")
    // The first customer's call is late, and does not reach the second customer's booking.
    #expect(
      try desk.call("6501", at: 7, phone: "6501111")
        == .late(try desk.release(first.id, now: at(7)).booking())
    )
    #expect(try desk.call("6501", at: 7, phone: "6503333") == .none)
    #expect(try desk.call("6501", at: 8, phone: "6502222").bookings.map(\.id) == [second.id])
  }

  @Test(arguments: DeskKind.allCases)
  func aCallIsExplained(_ kind: DeskKind) throws {
    let desk = try kind.make()
    let group = try group(.random, ["6501"])
    let other = try AccessGroup("B", ResourceGroup(numbers: ["6502"]))
    let booked = try desk.take(
      group,
      service: "1-a",
      phone: "111",
      code: 2,
      prefix: AccessCodePrefix("1"),
      seed: 1
    )
    let plain = try desk.take(group, at: 1, service: "1-b", seed: 2)
    let late = try desk.take(group, at: 2, service: "1-c", phone: "111", expiration: 5, seed: 3)
    let elsewhere = try desk.take(other, at: 3, service: "1-d", phone: "111", seed: 4)
    let stranger = try desk.take(other, at: 3, service: "1-e", phone: "222", seed: 5)
    let call = try AccessCall(accessNumber: "6501", phoneNumber: "1-1-1")
    let explanation = try desk.explain(call, now: at(10))
    #expect(explanation.candidates.map(\.booking.service) == ["1-a", "1-b", "1-c", "1-d"])
    #expect(!explanation.candidates.contains { $0.booking.id == stranger.id })
    #expect(
      explanation.description == """
        2 bookings fit, and nothing tells which is meant
          \(booked.id): match: the number is the same, the call brings no code, the phone number is the same, it \
        lives until 2025-01-06T08:00:30.000Z
          \(plain.id): match: the number is the same, no code is asked for, any phone number is right, it lives \
        until 2025-01-06T08:00:31.000Z
          \(late.id): late: the number is the same, no code is asked for, the phone number is the same, it was over \
        at 2025-01-06T08:00:07.000Z
          \(elsewhere.id): no match: the number is another ('6502'), no code is asked for, the phone number is the \
        same, it lives until 2025-01-06T08:00:33.000Z
        """
    )
    let coded = try AccessCall(accessNumber: "6501", phoneNumber: "222", accessCode: "99")
    let refused = try desk.explain(coded, now: at(10))
    #expect(refused.verdict == "no booking fits")
    #expect(refused.candidates.map(\.verdict) == Array(repeating: "no match", count: 4))
    let first = try #require(refused.candidates.first { $0.booking.id == booked.id })
    #expect(first.comparison.code == .differs && first.comparison.phone == .differs)
    #expect(first.reasons[1...2] == ["the code differs", "the phone number differs"])
    let second = try #require(refused.candidates.first { $0.booking.id == plain.id })
    #expect(second.comparison.code == .notAsked && !second.comparison.fits)
    #expect(second.reasons[1] == "the call brings a code and the booking has none")
    let silent = try desk.explain(AccessCall(accessNumber: "6501"), now: at(10))
    let third = try #require(silent.candidates.first { $0.booking.id == booked.id })
    #expect(third.comparison.phone == .notGiven && third.isMatch)
    #expect(third.reasons[2] == "the caller's phone number is not known")
    let nothing = try desk.explain(AccessCall(accessNumber: "999"), now: at(10))
    #expect(nothing.description == "nothing known has anything in common with the call")
    _ = try desk.release(booked.id, now: at(11))
    _ = try desk.release(plain.id, now: at(11))
    let over = try desk.explain(call, now: at(12))
    #expect(over.verdict == "no live booking fits; the call came too late")
    #expect(over.candidates[0].reasons[3] == "it was released at 2025-01-06T08:00:11.000Z")
  }

  @Test
  func aCallNeedsAnAccessNumber() {
    let error = #expect(throws: CoreError.self) { try AccessCall(accessNumber: "CALL-ME") }
    #expect(
      error?.description
        == "'CALL-ME' is not an access number; write digits, with + ( ) . - * # or spaces between them"
    )
  }

  @Test
  func lookingAtAMatchReleasesNothing() throws {
    let desk = StoreDesk(MemoryStore())
    let booking = try desk.take(try group(.local, ["6501"]))
    let call = AccessCall(booking.number)
    for _ in 0..<2 {
      #expect(try desk.store.read { try BookingQueries($0).match(call, now: at(1)) } == .one(booking))
    }
  }
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The call flows of access numbers: an application asks for a number, its customer calls it, the call is matched.
///
/// Each runs with every strategy, those that lock numbers and those that share them, in every store.
struct CallFlowTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let strategy: AccessStrategy
    let kind: EveryStore

    var testDescription: String { "\(strategy.rawValue) in \(kind.rawValue)" }
  }

  static let cases = AccessStrategy.allCases.flatMap { strategy in
    EveryStore.allCases.map { Case(strategy: strategy, kind: $0) }
  }

  @Test(arguments: cases)
  func theNumberAlone(_ flow: Case) throws {
    try AccessCompany.run(in: flow.kind) { company in
      let group = flow.strategy.rawValue
      let answer = try company.ask("interaction", ["_resource_group": group, "topic": "loans"])
      #expect(answer.members?.map(\.name) == ["_id", "_access_number", "_expiration_time"])
      #expect(answer.text("_expiration_time") == "30")
      let numbers = AccessCompany.configuration.resources[group]?.numbers ?? []
      #expect(numbers.contains(answer.text("_access_number")))
      #expect(try company.status(group)?.booked == 1)

      // Nobody matches the call: the number is free by itself, and in the end nothing is left.
      #expect(try company.status(group, at: 29.999)?.booked == 1)
      #expect(try company.status(group, at: 30)?.booked == 0)
      #expect(try company.status(group, at: 30)?.available == 2)
      #expect(try company.counts() == [1, 1, 1])
      #expect(try company.store.sweep(at: AccessCompany.now + 330) == 1)
      #expect(try company.store.sweep(at: AccessCompany.now + 3600) == 2)
      #expect(try company.counts() == [0, 0, 0])
    }
  }

  @Test(arguments: cases)
  func theNumberAndThePhone(_ flow: Case) throws {
    try AccessCompany.run(in: flow.kind) { company in
      let group = flow.strategy.rawValue
      let answers = try ["+1 (650) 555-0001", "16505550002"].map { phone in
        try company.ask("interaction", ["_resource_group": group, "_phone_number": phone])
      }
      if flow.strategy.isExclusive {
        #expect(answers[0].text("_access_number") != answers[1].text("_access_number"))
      }
      let call: Options = [
        "_access_number": answers[1].text("_access_number"), "_phone_number": "1 650 555 0002",
      ]
      let match = try company.ask("match", call, at: 10)
      #expect(match.members?.map(\.name) == ["_id", "_data_id"])
      #expect(match.text("_id") == answers[1].text("_id"))
      #expect(try company.status(group, at: 10)?.liveBookings == 1, "only the matched one is free")
      #expect(
        company.refusal("match", call, at: 11).contains("came too late: booking"),
        "the same call again is told from a stranger's"
      )
    }
  }

  @Test(arguments: cases)
  func theNumberAndTheCode(_ flow: Case) throws {
    try AccessCompany.run(in: flow.kind) { company in
      let group = flow.strategy.rawValue
      // More services than numbers: with codes, locked numbers too are shared.
      let answers = try (0..<5).map { _ in
        try company.ask("interaction", ["_resource_group": group, "_provide_code": "true"])
      }
      for answer in answers {
        #expect(
          answer.members?.map(\.name) == ["_id", "_access_number", "_access_code", "_expiration_time"]
        )
        let code = answer.text("_access_code")
        #expect(code.utf8.count == 6 && code.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
      }
      let pairs = Set(answers.map { $0.text("_access_number") + "/" + $0.text("_access_code") })
      #expect(pairs.count == 5)
      for answer in answers.reversed() {
        let match = try company.ask(
          "match",
          [
            "_access_number": answer.text("_access_number"), "_access_code": answer.text("_access_code"),
            "_phone_number": "anonymous",
          ],
          at: 20
        )
        #expect(match.text("_id") == answer.text("_id"))
      }
      #expect(try company.status(group, at: 20)?.liveBookings == 0)
    }
  }

  @Test(arguments: cases)
  func noMatch(_ flow: Case) throws {
    try AccessCompany.run(in: flow.kind) { company in
      let answer = try company.ask(
        "interaction",
        ["_resource_group": flow.strategy.rawValue, "_phone_number": "5550001", "_provide_code": "true"]
      )
      let number = answer.text("_access_number")
      let before = try company.counts()
      let code = answer.text("_access_code") == "000000" ? "000001" : "000000"
      for (call, message) in [
        (["_access_number": "6500000000"], "'6500000000'"),
        (["_access_number": number, "_phone_number": "5550002"], "'\(number)' from '5550002'"),
        (["_access_number": number, "_access_code": code], "'\(number)' with access code '\(code)'"),
      ] as [(Options, String)] {
        #expect(
          company.refusal("match", call, at: 5) == "no booking fits this call on access number \(message)"
        )
      }
      #expect(try company.counts() == before)
      // The customer who has the code and the phone still gets through.
      let call: Options = [
        "_access_number": number, "_phone_number": "5550001", "_access_code": answer.text("_access_code"),
      ]
      #expect(
        company.refusal("match", call, at: 30).contains("came too late"),
        "at its end a booking matches no more"
      )
      #expect(try company.ask("match", call, at: 29.999).text("_id") == answer.text("_id"))
    }
  }

  @Test(arguments: EveryStore.allCases)
  func aLockedNumberTellsWhoCallsByItself(_ kind: EveryStore) throws {
    try AccessCompany.run(in: kind) { company in
      let first = try company.ask("interaction", ["_resource_group": "cluster"])
      let second = try company.ask("interaction", ["_resource_group": "cluster"])
      for answer in [second, first] {
        let match = try company.ask("match", ["_access_number": answer.text("_access_number")], at: 1)
        #expect(match.text("_id") == answer.text("_id"))
      }
    }
  }

  @Test(arguments: EveryStore.allCases)
  func aSharedNumberAloneIsAmbiguous(_ kind: EveryStore) throws {
    try AccessCompany.run(in: kind) { company in
      let answers = try (0..<2).map { _ in try company.ask("iPhoneService", ["topic": "loans"]) }
      let call: Options = ["_access_number": "6504664199"]
      #expect(
        company.refusal("match", call) == """
          2 bookings fit this call on access number '6504664199', and nothing tells which is meant; bring the \
          access code or the phone number, or ask for all matches
          """
      )
      #expect(try company.status("iPhoneService")?.liveBookings == 2, "nothing is freed")
      let error = #expect(throws: CoreError.self) { try company.ask("match", call) }
      #expect(error?.status == 409)
      let all = try company.ask(
        "match",
        ["_access_number": "6504664199", "_return_multiple_matches": "true"]
      )
      #expect(all.members?.map(\.name) == ["matches"])
      let matches = try #require(all["matches"]?.arrayValue)
      #expect(Set(matches.map { $0.text("_id") }) == Set(answers.map { $0.text("_id") }))
      #expect(try company.status("iPhoneService")?.liveBookings == 0)
    }
  }
}

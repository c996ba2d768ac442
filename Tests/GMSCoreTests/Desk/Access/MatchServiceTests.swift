import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// What becomes of services and bookings when a call is matched, or a service ends.
struct MatchServiceTests {
  /// Knows one service that is no instance of the desk.
  private struct OneCallback: RunningServices {
    static let id = "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
    let endsAt: Date

    func service(_ id: String, runningAt now: Date, _ reader: any StoreReader) -> RunningService? {
      guard id == Self.id, now < endsAt else { return nil }
      return RunningService(id: id, userData: ["lob": "sales", "a": "1"])
    }
  }

  @Test(arguments: EveryStore.allCases)
  func deletingTheServiceLeavesNothingOfIt(_ kind: EveryStore) throws {
    try AccessCompany.run(in: kind) { company in
      let id = try company.ask("iPhoneService", ["topic": "loans"]).text("_id")
      let second = try company.ask("request-access", ["_id": id, "_resource_group": "local"])
      let match = try company.ask(
        "match",
        ["_access_number": "6504664199", "_delete_service": "true", "_return_data": "true"]
      )
      #expect(match.text("_id") == id)
      #expect(match["user_data"] == ["topic": "loans"])
      #expect(throws: CoreError(.unknownInstance, ["id": id])) {
        try company.desk.instance(id, AccessCompany.context())
      }
      #expect(try company.counts().prefix(2) == [0, 0])
      // Its other number is free as well, and a call on it is known to be late.
      #expect(try company.status("local")?.available == 2)
      #expect(
        company.refusal("match", ["_access_number": second.text("_access_number")]).contains("came too late")
      )
      #expect(try company.store.sweep(at: AccessCompany.now + 300) == 2)
      #expect(try company.counts() == [0, 0, 0])
    }
  }

  @Test(arguments: EveryStore.allCases)
  func aCancelledServiceLeavesNothingOfIt(_ kind: EveryStore) throws {
    try AccessCompany.run(in: kind) { company in
      let answer = try company.ask("interaction", ["_resource_group": "DNIS", "topic": "loans"])
      let id = answer.text("_id")
      let ended = try company.desk.delete(id, AccessCompany.context(5))
      #expect(ended.id == id)
      #expect(try company.counts() == [0, 0, 1])
      #expect(try company.status("DNIS", at: 14.999)?.cooling == 1)
      #expect(try company.status("DNIS", at: 15)?.available == 1)
      #expect(throws: CoreError(.unknownInstance, ["id": id])) {
        try company.desk.delete(id, AccessCompany.context(6))
      }
      #expect(
        company.refusal("request-access", ["_id": id, "_resource_group": "local"], at: 6)
          == "there is no running service '\(id)'; it was never there, was taken away, or is long over"
      )
    }
  }

  @Test
  func aMatchedServiceCanGetANumberAgain() throws {
    try AccessCompany.run { company in
      let id = try company.ask("iPhoneService").text("_id")
      _ = try company.ask("match", ["_access_number": "6504664199"])
      #expect(try company.desk.instance(id, AccessCompany.context()).state == .matched)
      _ = try company.ask("request-access", ["_id": id, "_resource_group": "iPhoneService"])
      let instance = try company.desk.instance(id, AccessCompany.context())
      #expect(instance.state == .active)
      #expect(instance.bookings.count == 1)
      #expect(try company.ask("match", ["_access_number": "6504664199"]).text("_id") == id)
    }
  }

  @Test
  func severalBookingsOfOneServiceAreOneMatch() throws {
    try AccessCompany.run { company in
      let id = try company.ask("iPhoneService").text("_id")
      _ = try company.ask("request-access", ["_id": id, "_resource_group": "iPhoneService"])
      #expect(try company.status("iPhoneService")?.liveBookings == 2)
      let match = try company.ask("match", ["_access_number": "6504664199"])
      #expect(match.text("_id") == id)
      #expect(try company.status("iPhoneService")?.liveBookings == 0)
    }
  }

  @Test
  func bookingsThatAreOverAreForgottenByTheirService() throws {
    try AccessCompany.run { company in
      let id = try company.ask("iPhoneService").text("_id")
      for round in 1...20 {
        _ = try company.ask(
          "request-access",
          ["_id": id, "_resource_group": "local"],
          at: Double(round * 30)
        )
        #expect(try company.desk.instance(id, AccessCompany.context(600)).bookings.count == 1)
      }
    }
  }

  @Test
  func aServiceWithoutDataAnswersNoneOfIt() throws {
    try AccessCompany.run { company in
      let id = try company.ask("iPhoneService").text("_id")
      try StorageService(store: company.store).delete(ofService: id, AccessCompany.context())
      let match = try company.ask("match", ["_access_number": "6504664199", "_return_data": "true"])
      #expect(match == ["_id": .string(id), "user_data": [:]])
    }
  }

  @Test
  func whatOthersRunCanGetANumberToo() throws {
    let company = AccessCompany(
      MemoryStore(configuration: AccessCompany.configuration),
      services: OneCallback(endsAt: AccessCompany.now + 100)
    )
    let parameters: Options = ["_id": OneCallback.id, "_resource_group": "DNIS"]
    let answer = try company.ask("request-access", parameters)
    #expect(answer.text("_id") == OneCallback.id)
    #expect(answer.text("_expiration_time") == "29")
    let call: Options = ["_access_number": "6504663204", "_return_data": "true", "_delete_service": "true"]
    #expect(
      JSONWriter.compact(try company.ask("match", call, at: 1))
        == #"{"_id":"\#(OneCallback.id)","user_data":{"a":"1","lob":"sales"}}"#
    )
    // A booking that outlives its service is nobody's.
    _ = try company.ask("request-access", parameters, at: 90)
    let ended = "there is no running service '\(OneCallback.id)'"
    #expect(company.refusal("match", call, at: 101).hasPrefix(ended))
    #expect(company.refusal("request-access", parameters, at: 101).hasPrefix(ended))
  }

  @Test
  func aBookingOfAnEndedServiceMakesNoCallAmbiguous() throws {
    let company = AccessCompany(
      MemoryStore(configuration: AccessCompany.configuration),
      services: OneCallback(endsAt: AccessCompany.now + 10)
    )
    _ = try company.ask("request-access", ["_id": OneCallback.id, "_resource_group": "iPhoneService"])
    let id = try company.ask("iPhoneService").text("_id")
    let call: Options = ["_access_number": "6504664199"]
    #expect(company.refusal("match", call, at: 9).hasPrefix("2 bookings fit"))
    #expect(try company.ask("match", call, at: 10).text("_id") == id)
  }

  @Test
  func nodesHaveTheirOwnCodesAndLocks() throws {
    var configuration = AccessCompany.configuration
    configuration.options["node"] = ["access_code_prefix_1": "0-4", "access_code_prefix_2": "7"]
    try AccessCompany.run(configuration) { company in
      for _ in 0..<40 {
        let codes = try [1, 2, 3].map { node in
          try company.ask(
            "interaction",
            ["_resource_group": "local", "_provide_code": "true"],
            node: node
          ).text("_access_code")
        }
        #expect(codes[0].first.map { "01234".contains($0) } == true)
        #expect(codes[1].first == "7")
      }
      // A local lock is the node's own, that of a cluster everybody's.
      for group in ["local", "cluster"] {
        let parameters: Options = ["_resource_group": .init(group)]
        let two = { (node: Int) in
          try (0..<2).map { _ in try company.ask("interaction", parameters, at: 100, node: node) }
        }
        #expect(try two(1).count == 2)
        if group == "local" {
          #expect(try two(2).count == 2)
        } else {
          #expect(throws: CoreError.self) { try two(2) }
        }
      }
      #expect(try ServiceID(try company.ask("iPhoneService", node: 12).text("_id")).node == 12)
    }
  }
}

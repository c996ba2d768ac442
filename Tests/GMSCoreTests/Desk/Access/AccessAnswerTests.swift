import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// What the access services answer, to the byte.
struct AccessAnswerTests {
  @Test(arguments: EveryStore.allCases)
  func iPhoneService(_ kind: EveryStore) throws {
    try AccessCompany.run(in: kind) { company in
      let answer = try company.ask(
        "iPhoneService",
        [
          "_phone_number": "6504669999", "current_location_latitude": "48.8583",
          "current_location_longitude": "2.2944",
        ]
      )
      let id = answer.text("_id")
      #expect(try ServiceID(id).node == 1)
      #expect(
        JSONWriter.compact(answer)
          == #"{"_id":"\#(id)","_access_number":"6504664199","_expiration_time":"30"}"#
      )
      let instance = try company.desk.instance(id, AccessCompany.context())
      #expect(instance.service == "iPhoneService")
      #expect(instance.expires == AccessCompany.now + 7200)
      #expect(instance.phoneNumber == "6504669999")
      #expect(instance.bookings.count == 1)

      let match = try company.ask(
        "match",
        ["_access_number": "650-466-4199", "_phone_number": "650 466 9999", "_return_user_data": "true"],
        at: 3
      )
      let data = try #require(instance.dataID)
      #expect(
        JSONWriter.compact(match) == """
          {"_id":"\(id)","_data_id":"\(data)","user_data":\
          {"current_location_latitude":"48.8583","current_location_longitude":"2.2944"}}
          """
      )
      let matched = try company.desk.instance(id, AccessCompany.context(3))
      #expect(matched.state == .matched)
      #expect(matched.bookings == [])
      // The service and its data stay until their time is over.
      let storage = StorageService(store: company.store)
      #expect(
        try storage.item(data.text, AccessCompany.context(7199)).value("current_location_latitude")
          == .text("48.8583")
      )
      #expect(throws: CoreError.self) { try storage.item(data.text, AccessCompany.context(7200)) }
      #expect(
        StorageTests.message { _ = try company.desk.instance(id, AccessCompany.context(7200)) }
          == "there is no running service '\(id)'; its time to live ended at '2025-01-06T16:00:00.000Z'"
      )
    }
  }

  @Test(arguments: EveryStore.allCases)
  func requestAccess(_ kind: EveryStore) throws {
    try AccessCompany.run(in: kind) { company in
      let id = try company.ask("iPhoneService").text("_id")
      let parameters: Options = ["_id": id, "_resource_group": "DNIS"]
      let answer = try company.ask("request-access", parameters, at: 1)
      #expect(
        JSONWriter.compact(answer)
          == #"{"_id":"\#(id)","_access_number":"6504663204","_expiration_time":"29"}"#
      )
      #expect(try company.desk.instance(id, AccessCompany.context(1)).bookings.count == 2)
      #expect(
        company.refusal("request-access", parameters, at: 2) == """
          all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T14:00:40.000Z'
          """
      )
      let match = try company.ask("match", ["_access_number": "6504663204"], at: 20)
      #expect(match.text("_id") == id)
      // The cooldown begins with the call.
      #expect(throws: CoreError.self) { try company.ask("request-access", parameters, at: 29.999) }
      #expect(try company.ask("request-access", parameters, at: 30).text("_access_number") == "6504663204")
    }
  }

  @Test
  func poolHealthIsAnsweredWhenItIsAskedFor() throws {
    try AccessCompany.run { company in
      let answer = try company.ask(
        "interaction",
        ["_resource_group": "DNIS", "_provide_code": "false", "_pool_health": "true"]
      )
      #expect(answer.members?.map(\.name) == ["_id", "_access_number", "_expiration_time", "_pool_health"])
      #expect(
        JSONWriter.compact(answer["_pool_health"] ?? .null) == """
          {"group":"DNIS","strategy":"local","total":1,"available":0,"booked":1,"cooling":0,"bookings":1,\
          "next_expiry":"2025-01-06T14:00:29.000Z"}
          """
      )
      let without = try company.ask("iPhoneService", ["_pool_health": "false"])
      #expect(without["_pool_health"] == nil)
    }
  }

  struct Wait: CustomTestStringConvertible, Sendable {
    let service: String
    let requested: String?
    let seconds: String

    init(_ service: String, _ requested: String?, _ seconds: String) {
      self.service = service
      self.requested = requested
      self.seconds = seconds
    }

    var testDescription: String { "\(service) asked for \(requested ?? "nothing")" }
  }

  /// The request beats the service, which beats the group (29); what cannot be is 30.
  @Test(arguments: [
    Wait("request-access", nil, "29"), Wait("request-access", "", "29"), Wait("request-access", "5", "5"),
    Wait("request-access", "1800", "1800"), Wait("request-access", "4", "30"),
    Wait("request-access", "1801", "30"), Wait("request-access", "-5", "30"),
    Wait("request-access", "soon", "30"), Wait("request-access", "6.5", "30"),
    Wait("patient-access", nil, "600"), Wait("patient-access", "60", "60"),
    Wait("patient-access", "9999", "30"),
    Wait("patient", nil, "600"), Wait("patient", "60", "60"), Wait("patient", "x", "30"),
  ])
  func howLongANumberIsBooked(_ wait: Wait) throws {
    try AccessCompany.run { company in
      let id = try company.ask("iPhoneService").text("_id")
      var parameters: Options = ["_id": id, "_resource_group": "DNIS"]
      parameters["_booking_expiration_timeout"] = wait.requested
      #expect(try company.ask(wait.service, parameters).text("_expiration_time") == wait.seconds)
    }
  }

  @Test
  func aBookingEndsWithItsService() throws {
    var configuration = AccessCompany.configuration
    configuration.services["patient"]?["_ttl"] = "20"
    try AccessCompany.run(configuration) { company in
      let answer = try company.ask("patient", ["_resource_group": "DNIS"])
      #expect(answer.text("_expiration_time") == "20")
      let call: Options = ["_access_number": "6504663204"]
      #expect(company.refusal("match", call, at: 20).contains("came too late"))
      // Shorter than a number can be booked: the last moments of the booking have no service any more.
      let id = try company.ask("iPhoneService").text("_id")
      let late = try company.ask("request-access", ["_id": id, "_resource_group": "local"], at: 7198)
      #expect(late.text("_expiration_time") == "5")
      let number = late.text("_access_number")
      #expect(
        company.refusal("match", ["_access_number": number], at: 7201)
          == "there is no running service '\(id)'; its time to live ended at '2025-01-06T16:00:00.000Z'"
      )
      #expect(try company.ask("match", ["_access_number": number], at: 7199).text("_id") == id)
    }
  }

  @Test
  func codesHaveTheLengthThatIsAskedFor() throws {
    try AccessCompany.run { company in
      let id = try company.ask("iPhoneService").text("_id")
      for length in [1, 4, 15] {
        let answer = try company.ask(
          "request-access",
          [
            "_id": id, "_resource_group": "random", "_provide_code": "true",
            "_access_code_length": String(length),
          ]
        )
        #expect(answer.text("_access_code").utf8.count == length)
      }
    }
  }
}

import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// A refusal leaves nothing behind, also where a request that is taken books an access number.
struct RefusedBookingTests {
  @Test(
    "a request that is refused books no access number",
    arguments: EveryStore.allCases,
    [
      ["_max_queued_callbacks_per_service": "0"], ["_throttle_callbacks_per_service_1": "0"],
      ["_throttle_callbacks_per_service_2": "0"], ["_throttle_request_parameters_limit": "0"],
      ["_exceptions": "blocked"], ["_mandatory_customer_lookup_keys": "account"],
      ["_enable_reject_out_of_office_hours": "true", "_business_hours_service": "Closed"],
    ] as [Options]
  )
  func bookings(_ kind: EveryStore, _ options: Options) throws {
    try kind.run { store in
      let company = try LimitCompany(
        ["_call_direction": "USERORIGINATED", "_wait_for_agent": "false", "_resource_group": "DNIS"],
        on: store
      )
      try company.store.write(StoreChange(time: LimitCompany.monday, command: "test")) { writer in
        var configuration = try writer.configuration()
        configuration.services["Closed"] = configuration.services["Office"]
        configuration.services["Closed"]?["_bh_regular1"] = nil
        configuration.services["Closed"]?["_bh_add1"] = "2020-01-01 09:00-10:00"
        try writer.setConfiguration(configuration)
      }
      try company.set(options)
      let error = try company.refusal { try company.start("6504711") }
      #expect(error != nil)
      #expect(try company.store.read { try $0.count(RecordQuery(.booking)) } == 0)
      #expect(try company.store.read { try $0.count(RecordQuery(.callback)) } == 0)
    }
  }
}

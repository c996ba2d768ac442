import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// A callback's whole life, as a person drives it from the command line.
@Suite("Callbacks through gmsctl")
struct CallbackPassTests {
  /// A record as gmsctl answers it.
  private func record(
    _ id: String,
    at time: String,
    _ state: String,
    expires: String,
    number: String = "5115",
    reason: String? = nil
  ) -> String {
    let reason = reason.map { ",\"_callback_reason\":\"\($0)\"" } ?? ""
    return """
      {"_id":"\(id)","_desired_time":"\(time)","_service_name":"support","_callback_state":"\(state)",\
      "_expiration_time":"\(expires)","_customer_number":"\(number)",\
      "_url":"/genesys/1/service/callback/support/\(id)"\(reason)}
      """
  }

  @Test("go from the request to the end of the call")
  func life() throws {
    let (harness, id) = try SmallCompany.booked()
    let booked = record(
      id,
      at: "2025-01-06T14:30:00.000Z",
      "SCHEDULED",
      expires: "2025-01-07T14:30:00.000Z"
    )
    #expect(try harness.answer("callback get \(id) -o json") == booked + "\n")
    #expect(try harness.answer("callback list -o json") == "[\(booked)]\n")
    #expect(try harness.answer("callback queues -o json") == "{\"support\":[\(booked)]}\n")
    #expect(
      try harness.answer("callback queues -o json --fields _id")
        == "{\"support\":[{\"_id\":\"\(id)\"}]}\n",
      "an object stays an object"
    )
    #expect(try harness.answer("callback list --state QUEUED -o json") == "[]\n")
    #expect(
      try harness.answer("callback watermarks -o json") == "{\"services\":{\"support\":0},\"total\":0}\n"
    )

    let early = harness.run("run --until 2025-01-06T14:27:59Z -o json")
    #expect(early == .init(code: .done, output: "[]\n", errors: "next due at 2025-01-06T14:28:00.000Z\n"))
    let due = harness.run("run --until 2025-01-06T14:28:00Z -o json")
    #expect(
      due.output == """
        [{"_id":"\(id)","event":"submission-fell-due","from":"SCHEDULED","to":"QUEUED/submitting",\
        "at":"2025-01-06T14:28:00.000Z","actions":["deliver-status event=_cbe_on_callback_queued",\
        "submit attempt=1"]},{"_id":"\(id)","event":"submitted","from":"QUEUED/submitting",\
        "to":"QUEUED/waiting-for-agent","at":"2025-01-06T14:28:00.000Z",\
        "actions":["deliver-status event=_cbe_on_virtual_ixn_create","find-agent"]}]

        """
    )
    #expect(due.errors == "next due at 2025-01-06T18:28:00.000Z\n")
    #expect(
      try harness.answer("callback watermarks -o json") == "{\"services\":{\"support\":1},\"total\":1}\n"
    )

    harness.now = instant("2025-01-06T14:29:00Z")
    #expect(
      try harness.answer("callback event \(id) agent-reserved agent=kate -o json") == """
        {"_id":"\(id)","event":"agent-reserved","from":"QUEUED/waiting-for-agent",\
        "to":"ROUTING/dialling-customer","at":"2025-01-06T14:29:00.000Z",\
        "actions":["deliver-status event=_cbe_on_target_found","deliver-status event=_cbe_on_dial_init",\
        "dial-customer attempt=1"]}

        """
    )
    for event in ["customer-answered", "agent-answered", "call-ended"] {
      _ = try harness.answer("callback event \(id) \(event)")
    }
    #expect(
      try harness.answer("callback get \(id) -o json")
        == record(
          id,
          at: "2025-01-06T14:30:00.000Z",
          "COMPLETED",
          expires: "2025-01-07T14:30:00.000Z",
          reason: "AGENT_CONNECTED"
        ) + "\n"
    )
    #expect(
      try harness.answer("callback history \(id) -o json") == """
        [{"at":"2025-01-06T14:28:00.000Z","event":"submission-fell-due","from":"SCHEDULED",\
        "to":"QUEUED/submitting"},{"at":"2025-01-06T14:28:00.000Z","event":"submitted",\
        "from":"QUEUED/submitting","to":"QUEUED/waiting-for-agent"},{"at":"2025-01-06T14:29:00.000Z",\
        "event":"agent-reserved","agent":"kate","from":"QUEUED/waiting-for-agent",\
        "to":"ROUTING/dialling-customer"},{"at":"2025-01-06T14:29:00.000Z","event":"customer-answered",\
        "from":"ROUTING/dialling-customer","to":"ROUTING/agent-joins-customer"},\
        {"at":"2025-01-06T14:29:00.000Z","event":"agent-answered","from":"ROUTING/agent-joins-customer",\
        "to":"PROCESSING"},{"at":"2025-01-06T14:29:00.000Z","event":"call-ended","from":"PROCESSING",\
        "to":"COMPLETED"}]

        """
    )

    // Its record goes when it has expired, and with it the id.
    let purge = harness.run("run --until 2025-01-07T14:30:00Z -o json")
    #expect(
      purge
        == .init(
          code: .done,
          output: """
            [{"_id":"\(id)","event":"retention-ended","from":"COMPLETED","to":"COMPLETED",\
            "at":"2025-01-07T14:30:00.000Z","actions":["remove-record"]}]

            """,
          errors: "nothing more will fall due\n"
        )
    )
    #expect(harness.run("callback get \(id)").code == .notFound)
    #expect(try harness.answer("callback list -o json") == "[]\n")
  }

  @Test("move to another slot, and leave theirs to others")
  func reschedule() throws {
    let (harness, id) = try SmallCompany.booked()
    #expect(
      try harness.answer("callback reschedule \(id) --at 2025-01-06T15:00:00Z -o json")
        == record(id, at: "2025-01-06T15:00:00.000Z", "SCHEDULED", expires: "2025-01-07T15:00:00.000Z") + "\n"
    )
    #expect(
      try harness.answer("callback history \(id) -o json") == """
        [{"at":"2025-01-06T14:00:00.000Z","event":"rescheduled","desired":"2025-01-06T15:00:00.000Z",\
        "from":"SCHEDULED","to":"SCHEDULED"}]

        """
    )
    #expect(harness.run("callback start support --number 5116 --at 2025-01-06T14:30:00Z").code == .done)
  }

  @Test("are refused in a full slot, with the free ones beside it")
  func fullSlot() throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let outcome = harness.run("callback start support --number 5116 --at 2025-01-06T14:32:00Z -o json")
    #expect(outcome.code == .refused)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        {"error":"slot-full","exception":"CallbackExceptionAvailability","code":400,"phrase":"BAD_PARAMETER",\
        "message":"no capacity is left at '2025-01-06T14:32:00.000Z': its slot takes 1 and has 1 booked \
        (option '_capacity_service' = 'Capacity')","rule":"capacity","desired":"2025-01-06T14:32:00.000Z",\
        "detail":"its slot takes 1 and has 1 booked","option":"_capacity_service","value":"Capacity",\
        "expected":"a time in a slot with a place left","limit":1,"found":1,"availability":{"2025-01-06T14:20:00.000Z":1,"2025-01-06T14:25:00.000Z":1,\
        "2025-01-06T14:35:00.000Z":1,"2025-01-06T14:40:00.000Z":1,"2025-01-06T14:45:00.000Z":1}}

        """
    )
    #expect(try harness.snapshot() == before)
  }

  @Test("are refused with the rule's name, and with the number in a fact only")
  func premiumNumber() throws {
    let (harness, _) = try SmallCompany.booked()
    let outcome = harness.run("callback start support --number '+1 900 555 1234' -o json")
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors == """
        {"error":"premium-number","exception":"CallbackException","code":400,"phrase":"BAD_PARAMETER",\
        "message":"the customer's number is a premium number, which the service does not call; give a number \
        that costs its caller nothing extra (option '_disallow_premium_phone_numbers' = 'true')",\
        "rule":"premium-number","option":"_disallow_premium_phone_numbers","value":"true",\
        "number":"+1 900 555 1234","expected":"a number that costs its caller nothing extra"}

        """
    )
  }

  @Test("are cancelled once, and made anew from the cancelled one")
  func cancel() throws {
    let (harness, id) = try SmallCompany.booked()
    #expect(
      try harness.answer("callback cancel \(id) -o json") == """
        {"_action":"ConfirmationDialog","_id":"\(id)","_text":"Your callback has been cancelled.",\
        "_ok_title":"OK","_dialog_id":"0","_desired_time":"2025-01-06T14:30:00.000Z"}

        """
    )
    #expect(
      try harness.answer("callback get \(id) -o json")
        == record(
          id,
          at: "2025-01-06T14:30:00.000Z",
          "COMPLETED",
          expires: "2025-01-07T14:30:00.000Z",
          reason: "CANCELLED"
        ) + "\n"
    )
    let before = try harness.snapshot()
    let again = harness.run("callback cancel \(id)")
    #expect(again.code == .refused)
    #expect(
      again.errors
        == "gmsctl: the callback is COMPLETED, which does not take 'cancelled'; it takes no event any more\n"
    )
    #expect(try harness.snapshot() == before)

    let anew = try harness.answer(
      "callback reschedule \(id) --at 2025-01-06T15:00:00Z -o jsonl --fields _id,_callback_state,_desired_time"
    )
    #expect(!anew.contains(id))
    #expect(
      anew.hasSuffix(#","_callback_state":"SCHEDULED","_desired_time":"2025-01-06T15:00:00.000Z"}"# + "\n")
    )
    #expect(
      try harness.answer("callback list --where _orig_service_id=\(id) -o jsonl --fields _id").count == 49
    )
  }

  @Test("end the same whether time moves at once or step by step")
  func steps() throws {
    let once = try SmallCompany.booked().harness
    let often = try SmallCompany.booked().harness
    let all = try once.answer("run --until 2025-01-06T20:00:00Z -o jsonl")
    var parts = ""
    for minute in Array(stride(from: 0, to: 360, by: 7)) + [360] {
      let time = instant("2025-01-06T14:00:00Z").addingTimeInterval(Double(minute * 60))
      parts += try often.answer("run --until \(text(time)) -o jsonl")
    }
    #expect(parts == all)
    #expect(try once.answer("callback list -o json") == often.answer("callback list -o json"))
  }
}

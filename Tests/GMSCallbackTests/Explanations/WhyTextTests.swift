import Foundation
import GMSCallback
import GMSCore
import Testing

/// The explanation as a person reads it, and as a program does.
struct WhyTextTests {
  let monday = LineCompany.monday

  @Test("in line: the cause, each wait with its outcome, the place, who may report what, the limits")
  func queued() throws {
    let company = try LineCompany()
    let first = try company.start("voice", "5111", at: monday)
    let id = try company.start("voice", "5112", at: LineCompany.at(1), ["_urs_priority": "-2"])
    try company.serve(first, at: LineCompany.at(20))
    try company.event("agent-reserved", ["agent": "kate"], to: id, at: LineCompany.at(30))
    try company.event("customer-did-not-answer", to: id, at: LineCompany.at(40))
    let why = try company.engine.why(id.text, at: LineCompany.at(50))
    #expect(
      why.lines == [
        "QUEUED/waiting-to-dial since 2025-01-06T14:00:40.000Z: a call to the customer failed; waits for the next one",
        "Because at 2025-01-06T14:00:40.000Z the customer did not answer the call (customer-did-not-answer, reported by "
          + "telephony); before that it was ROUTING/dialling-customer.",
        "Waits until 2025-01-06T14:05:40.000Z: dial-retry-fell-due (the time came to try again to reach the customer) "
          + "would lead to QUEUED/waiting-for-agent, to do then: find-agent.",
        "Waits until 2025-01-06T18:00:01.000Z: queue-time-ran-out (the callback waited in the queue as long as it may) "
          + "would lead to COMPLETED with FAIL_TIMEOUT_TTL, to do then: deliver-status event=_cbe_on_service_exit.",
        "Waits until 2025-01-07T14:00:01.000Z: lifetime-ended (the callback's life ended before it was completed) would "
          + "lead to COMPLETED with FAIL_TIMEOUT_TTL, to do then: deliver-status event=_cbe_on_service_exit.",
        "Place in line: 1 of 1 in 'VQ', priority -2, estimated wait 290 seconds.",
        "Takes from the queue: failed.",
        "Takes from the customer: cancelled.",
        "Takes from an administrator: cancelled-by-administrator, service-paused.",
        "Limit _max_ors_submit_attempts: 1 of 3 used.",
        "Limit _max_dial_attempts: 1 of 3 used.",
        "Limit _urs_queued_ttl: until 2025-01-06T18:00:01.000Z.",
        "Limit _ttl: until 2025-01-07T14:00:01.000Z.",
      ]
    )
    #expect(
      JSONWriter.compact(why.json) == """
        {"_id":"\(id)","_service_name":"voice","state":"QUEUED/waiting-to-dial",\
        "meaning":"a call to the customer failed; waits for the next one","since":"2025-01-06T14:00:40.000Z",\
        "lastStep":{"at":"2025-01-06T14:00:40.000Z","event":"customer-did-not-answer","by":"telephony",\
        "from":"ROUTING/dialling-customer","to":"QUEUED/waiting-to-dial"},\
        "waitsFor":[{"event":"dial-retry-fell-due","at":"2025-01-06T14:05:40.000Z","isOverdue":false,\
        "leadsTo":"QUEUED/waiting-for-agent","reason":null,"actions":["find-agent"]},\
        {"event":"queue-time-ran-out","at":"2025-01-06T18:00:01.000Z","isOverdue":false,"leadsTo":"COMPLETED",\
        "reason":"FAIL_TIMEOUT_TTL","actions":["deliver-status event=_cbe_on_service_exit"]},\
        {"event":"lifetime-ended","at":"2025-01-07T14:00:01.000Z","isOverdue":false,"leadsTo":"COMPLETED",\
        "reason":"FAIL_TIMEOUT_TTL","actions":["deliver-status event=_cbe_on_service_exit"]}],\
        "accepts":{"engine":["failed"],"customer":["cancelled"],\
        "administrator":["cancelled-by-administrator","service-paused"]},\
        "queue":{"virtualQueue":"VQ","position":1,"totalWaiting":1,"estimatedWait":290,"priority":-2},\
        "pause":null,"completion":null,\
        "limits":[{"option":"_max_ors_submit_attempts","used":1,"most":3},\
        {"option":"_max_dial_attempts","used":1,"most":3},\
        {"option":"_urs_queued_ttl","until":"2025-01-06T18:00:01.000Z"},\
        {"option":"_ttl","until":"2025-01-07T14:00:01.000Z"}]}
        """
    )
  }

  @Test("paused: since when, what it goes on with, and that the limit of the queue stands still")
  func paused() throws {
    let company = try LineCompany()
    let id = try company.start("voice", "5111", at: monday)
    try company.event("service-paused", to: id, at: LineCompany.at(600))
    let why = try company.engine.why(id.text, at: LineCompany.at(900))
    #expect(
      why.lines == [
        "PAUSED since 2025-01-06T14:10:00.000Z: held back by the service's pause; goes on with what it waited for",
        "Because at 2025-01-06T14:10:00.000Z the service was paused (service-paused, reported by an administrator); "
          + "before that it was QUEUED/waiting-for-agent.",
        "Paused since 2025-01-06T14:10:00.000Z; resumed now, it would lead to QUEUED/waiting-for-agent, to do then: "
          + "find-agent.",
        "After that, at 2025-01-06T18:05:00.000Z, queue-time-ran-out would lead to COMPLETED with FAIL_TIMEOUT_TTL, "
          + "to do then: stop-finding-agent, deliver-status event=_cbe_on_service_exit.",
        "Waits until 2025-01-07T14:00:00.000Z: lifetime-ended (the callback's life ended before it was completed) would "
          + "lead to COMPLETED with FAIL_TIMEOUT_TTL, to do then: deliver-status event=_cbe_on_service_exit.",
        "Place in line: 1 of 1 in 'VQ', priority 0, estimated wait not known.",
        "Takes from the queue: failed.",
        "Takes from the customer: cancelled.",
        "Takes from an administrator: cancelled-by-administrator, service-resumed.",
        "Limit _max_ors_submit_attempts: 1 of 3 used.",
        "Limit _urs_queued_ttl: until 2025-01-06T18:05:00.000Z.",
        "Limit _ttl: until 2025-01-07T14:00:00.000Z.",
      ]
    )
    let pause = try #require(why.pause)
    let resumed = try company.event("service-resumed", to: id, at: LineCompany.at(900))
    #expect(resumed.state == pause.resuming.state)
    #expect(resumed.machine.nextTimer == CallbackTimer(pause.next.event, due: pause.next.at))
    #expect(
      JSONWriter.compact(why.json["pause"] ?? .null) == """
        {"since":"2025-01-06T14:10:00.000Z","resuming":{"event":"service-resumed","at":"2025-01-06T14:15:00.000Z",\
        "leadsTo":"QUEUED/waiting-for-agent","reason":null,"actions":["find-agent"]},\
        "next":{"event":"queue-time-ran-out","at":"2025-01-06T18:05:00.000Z","leadsTo":"COMPLETED",\
        "reason":"FAIL_TIMEOUT_TTL","actions":["stop-finding-agent","deliver-status event=_cbe_on_service_exit"]}}
        """
    )
  }

  @Test("scheduled: nothing happened yet; what is due already is told as such")
  func scheduled() throws {
    let callback = try newCallback(Policies.reminding)
    func lines(_ now: Date) throws -> ArraySlice<String> {
      try CallbackExplanation(callback, position: nil, at: now, policy: Policies.reminding).lines.prefix(4)
    }
    #expect(
      try lines(nine(-130)) == [
        "SCHEDULED since 2026-11-23T08:00:00.000Z: waits for the desired time; nothing is in the queue yet",
        "Because it was requested at 2026-11-23T08:00:00.000Z, and nothing has happened since.",
        "Is due since 2026-11-23T08:55:00.000Z, and comes when time is moved on: reminder-fell-due (the time came to "
          + "remind the customer) would lead to SCHEDULED, to do then: deliver-status event=_cbe_on_callback_reminder.",
        "Waits until 2026-11-23T08:58:00.000Z: submission-fell-due (the time came to hand the callback to the queue) "
          + "would lead to QUEUED/submitting, to do then: deliver-status event=_cbe_on_callback_queued, submit attempt=1.",
      ]
    )
    #expect(try lines(nine(-120))[3].hasPrefix("Is due since 2026-11-23T08:58:00.000Z, and comes when"))
  }

  @Test("cancelled by an administrator: the note, and an unknown callback is refused")
  func cancelled() throws {
    let company = try LineCompany()
    let id = try company.start("voice", "5111", at: monday)
    try company.engine.cancelByAdministrator(id.text, note: "no staff", company.context(LineCompany.at(5)))
    let why = try company.engine.why(id.text, at: LineCompany.at(6))
    #expect(
      why.lines.prefix(2) == [
        "COMPLETED since 2025-01-06T14:00:05.000Z: CANCELLED_BY_ADMIN, an administrator cancelled; the note says "
          + "'no staff'",
        "Because at 2025-01-06T14:00:05.000Z an administrator cancelled (cancelled-by-administrator note=no staff, "
          + "reported by an administrator); before that it was QUEUED/waiting-for-agent.",
      ]
    )
    #expect(throws: CallbackError.unknownCallback("1-x")) { try company.engine.why("1-x", at: monday) }
  }
}

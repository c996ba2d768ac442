import Foundation
import GMSCallback
import GMSTestSupport
import Testing
import gmsctl

/// The line, positions, diagnostics and explanations through gmsctl.
@Suite("The line through gmsctl")
struct QueuePassTests {
  /// Two callbacks in line of VQ since 14:00, the second with less priority.
  private func company() throws -> (harness: CommandLineHarness, first: String, second: String) {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    harness.now = instant("2025-01-06T14:00:00Z")
    _ = try harness.answer("service set support _urs_virtual_queue=VQ _target=Agents@Stat.GA")
    func start(_ line: String) throws -> String {
      let record = try harness.answer("callback start support \(line) -o jsonl --fields _id")
      return String(record.dropFirst(8).prefix(38))
    }
    let first = try start("--number 5115 --seed 1 _channel=WEB")
    let second = try start("--number 5116 --seed 2 _urs_priority=-1")
    return (harness, first, second)
  }

  @Test("tell position and estimate, and refuse who is not in line")
  func positions() throws {
    let (harness, first, second) = try company()
    #expect(
      try harness.answer("callback queue-position \(second) -o json") == """
        {"_position":2,"_eta":"n/a","_total_waiting":2,"_agent_ready_threshold_passed":true,\
        "_agent_ready_threshold_passed_reason":"eta n/a"}

        """
    )
    #expect(
      try harness.answer("callback queue-position \(first)") == """
        _position                             1
        _eta                                  n/a
        _total_waiting                        2
        _agent_ready_threshold_passed         true
        _agent_ready_threshold_passed_reason  eta n/a

        """
    )
    _ = try harness.answer("callback cancel \(first)")
    let refused = harness.run("callback queue-position \(first) -o json")
    #expect(refused.code == .refused)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors == """
        {"error":"not-in-queue","exception":"CallbackException","code":409,"phrase":"CONFLICT",\
        "message":"the callback is COMPLETED and has no place in line; one has that is 'QUEUED', 'ROUTING', 'PAUSED'",\
        "id":"\(first)","state":"COMPLETED","accepted":["QUEUED","ROUTING","PAUSED"]}

        """
    )
    for verb in ["queue-position", "why"] {
      #expect(harness.run("callback \(verb) 1-x").code.rawValue == 3)
      #expect(harness.run("callback \(verb)").code == .usage)
      #expect(harness.run("callback \(verb) \(first) --fields nonsense").code == .usage)
    }
    #expect(harness.run("callback get 1-x --diagnostics").code.rawValue == 3)
  }

  @Test("tell who is in line, and who is next")
  func line() throws {
    let (harness, first, second) = try company()
    func member(_ position: Int, _ id: String, _ priority: Int) -> String {
      """
      {"position":\(position),"_id":"\(id)","_service_name":"support","state":"QUEUED/waiting-for-agent",\
      "priority":\(priority),"enteredAt":"2025-01-06T14:00:00.000Z"}
      """
    }
    #expect(
      try harness.answer("callback line VQ -o json") == "[\(member(1, first, 0)),\(member(2, second, -1))]\n"
    )
    #expect(try harness.answer("callback line VQ --next -o json") == member(1, first, 0) + "\n")
    #expect(try harness.answer("callback line VQ --next -o csv --fields _id") == "_id\r\n\(first)\r\n")
    _ = try harness.answer("callback event \(first) service-paused")
    #expect(try harness.answer("callback line VQ --next -o json") == member(2, second, -1) + "\n")
    _ = try harness.answer("callback event \(second) service-paused")
    #expect(try harness.answer("callback line VQ --next -o json") == "null\n")
    #expect(
      harness.run("callback line VQ --next")
        == .init(code: .done, output: "", errors: "nobody can be served now\n")
    )
    #expect(
      harness.run("callback line nobody")
        == .init(code: .done, output: "", errors: "nobody is in line\n")
    )
    #expect(
      try harness.answer("callback watermarks -o json") == "{\"services\":{\"support\":2},\"total\":2}\n"
    )
  }

  @Test("tell the nineteen diagnostics by key, and by label for a person")
  func diagnostics() throws {
    let (harness, first, _) = try company()
    #expect(
      try harness.answer("callback get \(first) --diagnostics -o json") == """
        {"estimatedWaitTime":null,"positionInQueue":1,"agentsLoggedIn":null,"callbackType":"WAIT_FOR_AGENT",\
        "callbackVersion":"v\(GMSCtl.version)","channel":"WEB","dialAttemptNumber":0,"dialResult":null,\
        "ewtAtFirstOutboundCall":null,"ewtAtOffer":null,"isSnoozed":false,"orsSessionID":null,\
        "positionAtFirstOutboundCall":null,"positionAtOffer":1,"currentPriority":0,\
        "routingTarget":"Agents@Stat.GA","timeOfFirstOutboundCall":null,\
        "timeAccepted":"2025-01-06T14:00:00.000Z","timeOfNextOutboundCall":null}

        """
    )
    _ = try harness.answer("callback cancel \(first)")
    let lines = try harness.answer("callback get \(first) --diagnostics").split(separator: "\n")
    #expect(lines.count == 19)
    #expect(lines[0] == "Estimated wait time              n/a")
    #expect(lines[1] == "Position in queue                Not in queue")
    #expect(lines[17] == "Time callback was accepted       2025-01-06T14:00:00.000Z")
    #expect(
      try harness.answer("callback get \(first) --diagnostics --fields positionAtOffer,channel -o json")
        == "{\"positionAtOffer\":1,\"channel\":\"WEB\"}\n"
    )
    #expect(harness.run("callback get \(first) --diagnostics --fields nonsense").code == .usage)
    #expect(QueueDiagnostics.strategyVersion == "v\(GMSCtl.version)")
  }

  @Test("explain, as it was at another time, and never let a note steer the terminal")
  func why() throws {
    let (harness, first, _) = try company()
    let before = try harness.snapshot()
    let text = try harness.answer("callback why \(first)")
    #expect(text.hasPrefix("QUEUED/waiting-for-agent since 2025-01-06T14:00:00.000Z: in line for an agent\n"))
    #expect(text.contains("\nPlace in line: 1 of 2 in 'VQ', priority 0, estimated wait not known.\n"))
    #expect(text.contains("\nTakes from the agent's desktop: agent-reserved.\n"))
    #expect(!text.contains("5115"))
    #expect(try harness.snapshot() == before)
    #expect(
      try harness.answer("callback why \(first) -o json --fields state,queue")
        == #"{"state":"QUEUED/waiting-for-agent","queue":{"virtualQueue":"VQ","position":1,"totalWaiting":2,"#
        + #""estimatedWait":null,"priority":0}}"# + "\n"
    )
    harness.now = instant("2025-01-06T14:05:00Z")
    _ = harness.run(words: [
      "callback", "event", first, "cancelled-by-administrator", "note=gone\r\nTakes",
    ])
    let ended = try harness.answer("callback why \(first)")
    #expect(ended.contains("the note says 'gone\\r\\nTakes'"))
    #expect(!ended.contains("\r"))
    let past = try harness.answer("callback why \(first) --as-of 2025-01-06T14:01:00Z -o json --fields state")
    #expect(past == "{\"state\":\"QUEUED/waiting-for-agent\"}\n")
  }
}

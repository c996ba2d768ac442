import GMSCore
import Testing
import gmsctl

@Suite("Running a service once")
struct ServiceRequestPassTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    var before: [String] = []
    var code = ExitCode.done
    let output: String
    var errors = ""

    var testDescription: String { line }
  }

  private static let offline =
    #"{"exception":"ServiceException","message":"node 1 is OFFLINE","code":503,"phrase":"SERVICE_UNAVAILABLE"}"#
    + "\n"

  static let cases: [Case] = [
    Case(
      line: "service request LoadBalancer-checker -o json",
      output: #"{"custom_parameter_1":"value1","custom_parameter_2":"value2"}"# + "\n"
    ),
    Case(
      line: "service request LoadBalancer-checker",
      output: "custom_parameter_1  value1\ncustom_parameter_2  value2\n"
    ),
    Case(
      line: "service request LoadBalancer-checker -o json",
      before: ["node set OFFLINE"],
      code: .refused,
      output: offline,
      errors:
        #"{"error":"service-status","exception":"ServiceException","code":503,"phrase":"SERVICE_UNAVAILABLE","message":"service 'LoadBalancer-checker' answered 503","service":"LoadBalancer-checker","status":503}"#
        + "\n"
    ),
    Case(
      line: "service request LoadBalancer-checker --node 2 -o jsonl",
      before: ["node set OFFLINE"],
      output: #"{"custom_parameter_1":"value1","custom_parameter_2":"value2"}"# + "\n"
    ),
    Case(
      line: "service request basic_get -o json",
      output: #"{"result":"200","error_code":"200 OK"}"# + "\n"
    ),
    Case(
      line: "service request gone -q",
      code: .notFound,
      output: "exception  ServiceException\nmessage    404 Not Found\ncode       404\nphrase     NOT_FOUND\n",
      errors: "gmsctl: service 'gone' answered 404\n"
    ),
    Case(line: "service request my-urs-stat -o json", output: "{}\n"),
    Case(
      line: "service request my-urs-stat -o json",
      before: ["callback start support --number 5115", "callback start support --number 5116"],
      output: #"{"wcalls":2,"wpos":3,"time":1736172000,"hit":0,"calls":2,"wt":0,"ewt":0,"pos":3,"aqt":0}"#
        + "\n"
    ),
    Case(
      line: "service request Office -o json",
      output:
        #"{"error":null,"timezone":"America/New_York","periods":[{"start":"2025-01-06T14:00:00.000Z","end":"2025-01-06T22:30:00.000Z"}]}"#
        + "\n"
    ),
    Case(
      line: "service request Ofice",
      code: .notFound,
      output: "",
      errors: "gmsctl: there is no service 'Ofice'; did you mean 'Office'?\n"
    ),
    Case(
      line: "service request sample",
      code: .refused,
      output: "",
      errors: """
        gmsctl: service 'sample' is of template 'samples', which cannot be run here; request one of template \
        office-hours, capacity, request-interaction, request-access, match-interaction, request-chat, get, basic_get, \
        urs-stat

        """
    ),
    Case(
      line: "service request Office --node 2",
      before: ["node set SHUTDOWN --node 2"],
      code: .refused,
      output: "",
      errors: "gmsctl: node '2' is SHUTDOWN and takes no requests; set it ONLINE, or ask another node\n"
    ),
    Case(
      line: "service request support _customer_number=5115 _desired_time=soon",
      code: .refused,
      output: "",
      errors:
        "gmsctl: 'soon' cannot be the parameter '_desired_time'; give a time such as 2026-11-21T09:00:00Z\n"
    ),
    Case(
      line: "service request request-chat _verbose=true --fields _idd",
      code: .usage,
      output: "",
      errors: """
        gmsctl: there is no field '_idd'; there are _chatIxnAPI-CREATE-URL, _id, _chat_endpoint, _chat_mode, \
        _expiration_time, user_data. Did you mean '_id'?

        """
    ),
    Case(
      line: "service request Office --node 1000000000",
      code: .usage,
      output: "",
      errors: "gmsctl: '1000000000' of '--node' is out of range; write 0 to 999999999\n"
    ),
    Case(
      line: "service request Office a=1 a=2",
      code: .usage,
      output: "",
      errors: "gmsctl: the key 'a' is given twice\n"
    ),
  ]

  @Test("answers its body, its status and nothing else; only what must be is written", arguments: cases)
  func answers(_ test: Case) throws {
    let harness = try CommandLineHarness(configuration: DeskCompany.configuration)
    for line in test.before { _ = try harness.answer(line) }
    let before = try harness.snapshot()
    let outcome = harness.run(test.line)
    #expect(outcome.output == test.output)
    #expect(outcome.errors == test.errors)
    #expect(outcome.code == test.code)
    #expect(try harness.snapshot() == before)
  }

  @Test("a callback service starts a callback, which is answered as by callback get")
  func callback() throws {
    let harness = try CommandLineHarness(configuration: DeskCompany.configuration)
    let line =
      "service request support _customer_number=5115 _desired_time=2025-01-06T15:00:00Z --seed 1 -o json"
    let before = try harness.snapshot()
    let dry = try harness.answer(line + " --dry-run")
    #expect(try harness.snapshot() == before)
    let record = try harness.answer(line)
    #expect(record == dry)
    let id = try #require(try JSONReader.read(record)["_id"]?.stringValue)
    #expect(try harness.answer("callback get \(id) -o json") == record)
    #expect(record.contains(#""_callback_state":"SCHEDULED""#))
  }

  @Test("a chat session is kept, exported and imported with its data")
  func chat() throws {
    let harness = try CommandLineHarness(configuration: DeskCompany.configuration)
    let line = "service request request-chat _verbose=true subject=Invoice notify_by=comet --seed 1 -o json"
    let before = try harness.snapshot()
    let dry = try harness.answer(line + " --dry-run")
    #expect(try harness.snapshot() == before)
    let body = try harness.answer(line)
    #expect(body == dry)
    let id = try #require(try JSONReader.read(body)["_id"]?.stringValue)
    #expect(
      body == #"{"_chatIxnAPI-CREATE-URL":"/genesys/1/service/\#(id)/ixn/chat","_id":"\#(id)","#
        + #""_chat_endpoint":"gms_builtin","_chat_mode":"comet","comet_channel":"/_genesys","#
        + #""_expiration_time":"2025-01-06T15:00:00.000Z","user_data":{"subject":"Invoice"}}"# + "\n"
    )
    _ = try harness.answer("node set OFFLINE --node 2 --host gms-2")
    let export = try harness.answer("store export")
    #expect(export.contains(#"{"kind":"instance","_id":"\#(id)","_service_name":"request-chat","#))
    #expect(export.contains(#"{"kind":"node","number":2,"host":"gms-2","status":"OFFLINE","#))
    let other = try CommandLineHarness()
    _ = try other.answer("init")
    _ = try other.answer("store import -", input: export)
    #expect(try other.answer("store export") == export)
    #expect(
      try other.answer("node status --node 2 --fields status,host -o csv")
        == "status,host\r\nOFFLINE,gms-2\r\n"
    )
  }

  @Test("processes share the store and not what urs-stat keeps")
  func processes() throws {
    let harness = try CommandLineHarness(configuration: DeskCompany.configuration)
    func run(_ line: String) throws -> ChildProcess.Ending {
      try ChildProcess.run(CommandLineHarness.words(line), store: harness.store, killAfter: nil)
    }
    #expect(try run("service request my-urs-stat -o json").output == "{}\n")
    #expect(try run("service request support _customer_number=5115 -q").code == 0)
    #expect(try run("service request my-urs-stat -o json").output.hasPrefix(#"{"wcalls":1,"#))
    #expect(try run("node set OFFLINE -q").code == 0)
    let ending = try run("service request LoadBalancer-checker -o json")
    #expect(ending.code == 1)
    #expect(ending.output == ServiceRequestPassTests.offline)
    #expect(try run("service request gone").code == 3)
    #expect(try run("service request LoadBalancer-checker --node 2").code == 0)
  }
}

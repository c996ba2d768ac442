import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// `callback start -f`: the request's body as JSON.
@Suite("Bodies of start requests through gmsctl")
struct StartBodyPassTests {
  @Test(
    "are read from a file and from standard input, and joined with the line",
    arguments: ["{DIR}/body.json", "-"]
  )
  func taken(_ file: String) throws {
    let (harness, _) = try SmallCompany.booked()
    let body = #"{"_customer_number": 5116, "amount": 1.50, "_desired_time": "2025-01-06T14:40:00Z"}"#
    try harness.write(body, to: "body.json")
    let id =
      try harness.answer(
        "callback start support -f \(file) lob=sales -o csv --fields _id",
        input: file == "-" ? body : ""
      ).split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    let outcome = try harness.answer(
      "callback list --where amount=1.50 --where lob=sales -o csv --fields _id,_desired_time"
    )
    #expect(outcome.split(whereSeparator: \.isNewline).last == "\(id),2025-01-06T14:40:00.000Z")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let body: String
    let code: ExitCode
    let message: String
    var testDescription: String { "\(line) < \(body.prefix(40))" }
  }

  private static func refusal(
    _ body: String,
    _ message: String,
    _ code: ExitCode = .refused,
    line: String = "callback start support -f -"
  ) -> Refusal {
    Refusal(line: line, body: body, code: code, message: message)
  }

  @Test(
    "are refused by name, and nothing is written",
    arguments: [
      refusal(
        #"{"_customer_number":"5116","address":{"city":"Paris"}}"#,
        "the parameter 'address' is an object; give a text, a number, true or false"
      ),
      refusal("[1]", "the body is an array; give a JSON object of parameters"),
      refusal(
        #"{"_id":"1","_customer_number":"5116"}"#,
        "'1' cannot be the parameter '_id'; give no '_id': the engine sets it itself"
      ),
      refusal(
        "{\"a\":\"\(String(repeating: "x", count: 10_000_000))\"}",
        "the request has 10000008 bytes of JSON; 1048576 are taken"
      ),
      refusal(
        "{\"_customer_number\":\"5116\",\"a\":\"\(String(repeating: "x", count: 70_000))\"}",
        "the value of the parameter 'a' has 70000 bytes; 65536 are taken"
      ),
      refusal(#"{"a":"1"}"#, "the key 'a' is given twice", .usage, line: "callback start support -f - a=2"),
      refusal(
        #"{"_customer_number":"1"}"#,
        "the key '_customer_number' is given twice",
        .usage,
        line: "callback start support --number 5116 -f -"
      ),
      refusal(
        #"{"_desired_time":"2025-01-06T14:40:00Z"}"#,
        "the options '--at' and '_desired_time' exclude each other",
        .usage,
        line: "callback start support --number 5116 --at 2025-01-06T14:45:00Z -f -"
      ),
      refusal(
        "",
        "cannot read '{DIR}/nobody.json' of '--file': No such file or directory",
        .usage,
        line: "callback start support -f {DIR}/nobody.json"
      ),
    ]
  )
  func refused(_ refusal: Refusal) throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let outcome = harness.run(refusal.line, input: refusal.body)
    #expect(outcome.code == refusal.code)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == "gmsctl: \(refusal.message)")
    #expect(try harness.snapshot() == before)
  }

  @Test("limits that others set are told as JSON, with the facts")
  func limit() throws {
    let (harness, _) = try SmallCompany.booked()
    _ = try harness.answer("service set support _throttle_callbacks_per_service_1=1 _request_time_bucket=5")
    let outcome = harness.run("callback start support --number 5116 -o json")
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors == """
        {"error":"throttled","exception":"CallbackException","code":400,"phrase":"BAD_PARAMETER",\
        "message":"the service 'support' had 1 request in 300 seconds, and 1 is the most (option \
        '_throttle_callbacks_per_service_1' = '1'); the next is taken from 2025-01-06T14:05:00.000Z on",\
        "rule":"throttle-1","service":"support","option":"_throttle_callbacks_per_service_1","value":"1","limit":1,\
        "found":1,"seconds":300,"expected":"a request from 2025-01-06T14:05:00.000Z on","acceptedFrom":"2025-01-06T14:05:00.000Z"}

        """
    )
    harness.now = instant("2025-01-06T14:05:00Z")
    #expect(harness.run("callback start support --number 5116 -o json").code == .done)
  }
}

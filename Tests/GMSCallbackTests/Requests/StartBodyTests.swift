import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Start requests from JSON bodies.
struct StartBodyTests {
  @Test("texts, numbers, true and false become texts as they are written")
  func texts() throws {
    let request = try StartRequest(
      "support",
      json: """
        {"_customer_number": 5115, "a": "x\\u00e9\\n", "b": 1.50, "c": -0, "d": 1e3, "e": true, "f": false,
        "g": 9223372036854775807, "h": 92233720368547758070, "i": "", "j": "null", "k": 0.10}
        """
    )
    #expect(
      request.parameters == [
        "_customer_number": "5115", "a": "xé\n", "b": "1.50", "c": "-0", "d": "1e3", "e": "true",
        "f": "false",
        "g": "9223372036854775807", "h": "92233720368547758070", "i": "", "j": "null", "k": "0.10",
      ]
    )
    #expect(request.desiredTime == nil)
    #expect(request.service == "support")
  }

  @Test("the desired time is read and taken out")
  func desired() throws {
    let request = try StartRequest("support", json: #"{"_desired_time":"2025-01-06T10:00:00-05:00","a":"1"}"#)
    #expect(request == StartRequest("support", at: instant("2025-01-06T15:00Z"), parameters: ["a": "1"]))
    #expect(try StartRequest("support", json: #"{"_desired_time":""}"#) == StartRequest("support"))
    #expect(try StartRequest("support", json: "{}") == StartRequest("support"))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let body: String
    let code: CallbackError.Code
    let message: String
    var testDescription: String { String(body.prefix(60)) }
  }

  @Test(
    "everything else is refused by name",
    arguments: [
      Refusal(
        body: #"{"a":"1","address":{"city":"Paris"}}"#,
        code: .parameterNotText,
        message: "the parameter 'address' is an object; give a text, a number, true or false"
      ),
      Refusal(
        body: #"{"tags":["a"]}"#,
        code: .parameterNotText,
        message: "the parameter 'tags' is an array; give a text, a number, true or false"
      ),
      Refusal(
        body: #"{"_customer_number":null}"#,
        code: .parameterNotText,
        message: "the parameter '_customer_number' is null; give a text, a number, true or false"
      ),
      Refusal(
        body: #"{"GMS_UserData":{"a":"1"}}"#,
        code: .parameterNotText,
        message: "the parameter 'GMS_UserData' is an object; give a text, a number, true or false"
      ),
      Refusal(
        body: "[]",
        code: .malformedBody,
        message: "the body is an array; give a JSON object of parameters"
      ),
      Refusal(
        body: "null",
        code: .malformedBody,
        message: "the body is null; give a JSON object of parameters"
      ),
      Refusal(
        body: "17",
        code: .malformedBody,
        message: "the body is a number; give a JSON object of parameters"
      ),
      Refusal(
        body: "true",
        code: .malformedBody,
        message: "the body is true; give a JSON object of parameters"
      ),
      Refusal(
        body: #""a""#,
        code: .malformedBody,
        message: "the body is a text; give a JSON object of parameters"
      ),
      Refusal(
        body: #"{"_desired_time":1736172000}"#,
        code: .invalidParameter,
        message:
          "'1736172000' cannot be the parameter '_desired_time'; give a time such as 2026-11-21T09:00:00Z"
      ),
      Refusal(
        body: "{\"a\":\"" + String(repeating: "x", count: 10_000_000) + "\"}",
        code: .requestTooLarge,
        message: "the request has 10000008 bytes of JSON; 1048576 are taken"
      ),
      Refusal(
        body: String(repeating: " ", count: 1_048_577),
        code: .requestTooLarge,
        message: "the request has 1048577 bytes of JSON; 1048576 are taken"
      ),
    ]
  )
  func refused(_ refusal: Refusal) {
    let error = #expect(throws: CallbackError.self) { try StartRequest("support", json: refusal.body) }
    #expect(error?.code == refusal.code)
    #expect(error?.description == refusal.message)
  }

  @Test("a body just as large as it may be is read")
  func largest() throws {
    let text = "{\"a\":\"1\"}"
    let padded = text + String(repeating: " ", count: 1_048_576 - text.utf8.count)
    #expect(try StartRequest("support", json: padded).parameters == ["a": "1"])
  }

  @Test(
    "text that is no JSON, or has a name twice, is refused with its place",
    arguments: [
      (#"{"a":"1","a":"2"}"#, "1"), ("{\"a\":\n nope}", "2"), ("", "1"), (#"{"a":"1"} x"#, "1"),
    ]
  )
  func noJSON(_ body: String, _ line: String) {
    let error = #expect(throws: CoreError.self) { try StartRequest("support", json: body) }
    #expect(error?.code == .malformedJSON)
    #expect(error?.description.contains("line \(line)") == true, "\(error?.description ?? "")")
  }

  @Test("what a body brings is asked by the same rules")
  func rules() throws {
    let company = try LimitCompany()
    let request = try StartRequest("support", json: #"{"_customer_number":5115,"_id":"1"}"#)
    let error = try company.refusal {
      try company.engine.start(request, company.context(LimitCompany.monday))
    }
    #expect(error?.code == .invalidParameter)
    #expect(error?["parameter"] == "_id")
  }
}

import Foundation
import GMSCallback
import GMSCore
import Testing

/// What of the customer's data reaches the agent, in each of the four ways.
struct AttachedDataTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let attachment: DataAttachment
    let properties: [String: String]
    let expected: Options
    var testDescription: String { "\(attachment.rawValue) of \(properties.sorted { $0.key < $1.key })" }
  }

  static let data = ["topic": "loans", "lob": "a \"b\"", "_device_os": "comet", "_customer_number": "5115"]

  static let cases =
    [
      Case(
        attachment: .singleJSON,
        properties: data,
        expected: ["GMS_UserData": #"{"lob":"a \"b\"","topic":"loans"}"#]
      ),
      Case(attachment: .separateKeys, properties: data, expected: ["lob": "a \"b\"", "topic": "loans"]),
      Case(
        attachment: .storageID,
        properties: data,
        expected: ["GMS_UserData": "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"]
      ),
      Case(
        attachment: .dataID,
        properties: data,
        expected: ["GMS_UserData": "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"]
      ),
    ]
    + DataAttachment.allCases.map {
      Case(attachment: $0, properties: ["_customer_number": "5115"], expected: [:])
    }

  @Test(arguments: cases)
  func isAttached(_ test: Case) throws {
    let callback = Callback(
      id: try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
      service: "line",
      desired: Company.monday,
      created: Company.monday,
      properties: test.properties,
      policy: CallbackPolicy()
    )
    #expect(callback.attachedData(test.attachment) == test.expected)
  }

  @Test(arguments: DataAttachment.allCases)
  func theServiceSaysHow(_ attachment: DataAttachment) throws {
    let company = try ScenarioCompany(
      "user-terminated-delayed-agent-preview",
      ["_attach_udata": attachment.rawValue]
    )
    let (id, _) = try company.start(["topic": "loans"])
    let report = try company.engine.report(
      .agentReserved(agent: "kate"),
      to: id.text,
      company.context(1)
    )
    #expect(report.attachedData == report.callback.attachedData(attachment))
    #expect(!report.attachedData.isEmpty)
  }
}

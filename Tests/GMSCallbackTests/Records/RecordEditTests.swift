import Foundation
import GMSCallback
import GMSCore
import Testing

/// The edges of the written form, one by one: a text with one edit is read by both readers alike.
struct RecordEditTests {
  struct Edit: CustomTestStringConvertible, Sendable {
    let find: String
    let replacement: String
    /// Whether some text with this edit is no record any more.
    let isFault: Bool
    var testDescription: String { "\(find) → \(replacement)" }

    init(_ find: String, _ replacement: String, isFault: Bool = false) {
      self.find = find
      self.replacement = replacement
      self.isFault = isFault
    }
  }

  /// One text for each thing that can stand in a record.
  static func texts() throws -> [String] {
    var texts = [try CallbackJSONTests.rich().stored.body]
    var ended = try newCallback(
      Policies.customerFirst,
      priority: -7,
      properties: ["a": "b", "c": "d", "e\u{301}": "x\u{1}\n"]
    )
    try ended.apply(.submissionFellDue, at: nine(-120), policy: Policies.customerFirst)
    try ended.apply(.submitted, at: nine(-119), policy: Policies.customerFirst)
    texts.append(ended.stored.body)
    try ended.apply(.servicePaused, at: nine(-100), policy: Policies.customerFirst)
    texts.append(ended.stored.body)
    try ended.apply(.cancelledByAdministrator(note: "n"), at: nine, policy: Policies.customerFirst)
    texts.append(ended.stored.body)
    var failed = try newCallback(Policies.customerFirst, properties: [:])
    texts.append(failed.stored.body)
    try failed.apply(.submissionFellDue, at: nine(-120), policy: Policies.customerFirst)
    try failed.apply(.failed(.error), at: nine(-110), policy: Policies.customerFirst)
    texts.append(failed.stored.body)
    return texts
  }

  static let edits: [Edit] = [
    // Properties.
    Edit(#""properties":{"#, #""properties":{"_id":"x","#, isFault: true),
    Edit(#""properties":{"#, #""properties":{"_callback_reason":"x","#, isFault: true),
    Edit(#""a":"b","#, #""a":"b","a":"b","#, isFault: true),
    Edit(#""a":"b","c":"d""#, #""c":"d","a":"b""#),
    Edit("\"a\":\"b\",", "\"a\":\"b\",\"\u{E9}\":\"x\",", isFault: true),
    Edit(#""a":"b","#, #""a":"b",,"#, isFault: true), Edit(#""a":"b","#, #""a":"b" ,"#),
    Edit(#""a":"b""#, #""a":null"#, isFault: true), Edit(#""a":"b""#, #""a":"""#),
    Edit(#""properties":{}"#, #""properties":{"":""}"#),
    Edit(#","properties":{}"#, ""), Edit(#""properties":{}"#, #""properties":{,}"#, isFault: true),
    // Escapes.
    Edit(#"\n"#, #"\u000a"#), Edit(#"\n"#, #"\u000A"#), Edit(#"\n"#, #"\u000d"#), Edit(#"\n"#, #"\u0009"#),
    Edit(#"\n"#, #"\u000c"#), Edit(#"\n"#, #"\u0008"#), Edit(#"\n"#, #"\u000b"#), Edit(#"\n"#, #"\u001f"#),
    Edit(#"\n"#, #"\u001F"#), Edit(#"\n"#, #"\u0020"#), Edit(#"\n"#, #"\u0100"#), Edit(#"\n"#, #"\u00e9"#),
    Edit(#"\n"#, #"\/"#), Edit(#"\n"#, #"\b\f\r\t\"\\"#), Edit(#"\n"#, #"\x"#, isFault: true),
    Edit(#"\n"#, #"\u00"#, isFault: true), Edit(#"\n"#, #"\ud83d\ude00"#),
    Edit(#"\n"#, #"\ud83d"#, isFault: true), Edit(#"\n"#, "\n", isFault: true), Edit(#"\n"#, "\u{7F}"),
    Edit(#"\u0001"#, #"\u0000"#), Edit(#"\u0001"#, "\u{1}", isFault: true), Edit(#""a""#, #""\u0061""#),
    // Numbers.
    Edit(#""ttl":86400"#, #""ttl":0"#), Edit(#""ttl":86400"#, #""ttl":3155760000"#),
    Edit(#""ttl":86400"#, #""ttl":3155760001"#, isFault: true),
    Edit(#""ttl":86400"#, #""ttl":086400"#, isFault: true),
    Edit(#""ttl":86400"#, #""ttl":00"#, isFault: true),
    Edit(#""ttl":86400"#, #""ttl":-1"#, isFault: true), Edit(#""ttl":86400"#, #""ttl":-0"#, isFault: true),
    Edit(#""ttl":86400"#, #""ttl":86400.0"#, isFault: true), Edit(#""ttl":86400"#, #""ttl":"#, isFault: true),
    Edit(#""ttl":86400"#, #""ttl":9999999999999999999999"#, isFault: true),
    Edit(#""priority":7"#, #""priority":0"#), Edit(#""priority":7"#, #""priority":07"#, isFault: true),
    Edit(#""priority":7"#, #""priority":-0"#, isFault: true), Edit(#""priority":7"#, #""priority":-8"#),
    Edit(#""priority":7"#, #""priority":999999999999999999"#),
    Edit(#""priority":7"#, #""priority":9223372036854775807"#),
    Edit(#""priority":7"#, #""priority":9223372036854775808"#, isFault: true),
    Edit(#""dials":2"#, #""dials":0"#), Edit(#""dials":2"#, #""dials":02"#, isFault: true),
    Edit(#""dials":2"#, #""dials":-2"#, isFault: true), Edit(#""dials":2,"#, ""),
    Edit(#""submissions":1,"dials":2"#, #""dials":2,"submissions":1"#),
    Edit(#""submissions":1,"#, #""submissions":1,"submissions":1,"#, isFault: true),
    Edit(#""attempts":{"submissions":1}"#, #""attempts":{}"#),
    Edit(#""attempts":{"submissions":1}"#, #""attempts":{"submissions":1,}"#, isFault: true),
    Edit(#""attempts":{"submissions":1}"#, #""attempts":{,"submissions":1}"#, isFault: true),
    Edit(#","attempts":{"submissions":1}"#, ""),
    // The front.
    Edit(#"{"_id":"1-3c8c"#, #"{"_id":"1-3C8C"#), Edit(#"{"_id":"1-3c8c"#, #"{"_id":"1-3c8g"#, isFault: true),
    Edit(#"{"_id":"1-3c8c"#, #"{"_id":"1--c8c"#, isFault: true),
    Edit(#"{"_id":"1-3c8c"#, #"{"_id":"-3c8c"#, isFault: true),
    Edit(#"{"_id":"1-3c8c"#, #"{"_id":"1234567890-3c8c"#, isFault: true),
    Edit(#"{"_id":"1-3c8c"#, #"{"_id":"x-3c8c"#, isFault: true),
    Edit(#""_service_name":"support""#, #""_service_name":"""#, isFault: true),
    Edit(#""_service_name":"support""#, #""_service_name":"other""#),
    Edit(#""_service_name":"support","#, "", isFault: true),
    Edit(#""_service_name":"support","#, #""_service_name":"a","_service_name":"b","#, isFault: true),
    Edit(#""_customer_number":"#, #""_expiration_time":"x","_customer_number":"#, isFault: true),
    Edit(#","created":"#, #","_callback_reason":"X","created":"#, isFault: true),
    Edit(#""_callback_reason":"CANCELLED_BY_ADMIN""#, #""_callback_reason":"""#, isFault: true),
    Edit(#","_callback_reason":"CANCELLED_BY_ADMIN""#, "", isFault: true),
    Edit(#""_callback_reason":"CANCELLED_BY_ADMIN""#, #""_callback_reason":"ANY""#),
    Edit(#""_callback_state":"QUEUED""#, #""_callback_state":"ROUTING""#, isFault: true),
    Edit(#""_callback_state":"QUEUED""#, #""_callback_state":"queued""#, isFault: true),
    Edit(#"08:00:00.000Z","ttl""#, #"08:00:00Z","ttl""#),
    Edit(#"08:00:00.000Z","ttl""#, #"24:00:00.000Z","ttl""#, isFault: true),
    Edit(#","ttl""#, #","requested":"2026-11-23T09:10:00.000Z","ttl""#, isFault: true),
    Edit(#""requested":"2026-11-23T09:00:00.000Z""#, #""requested":"2026-11-23T09:10:00.000Z""#),
    // State.
    Edit(#""phase":"waiting-for-agent""#, #""phase":"submitting""#, isFault: true),
    Edit(#""phase":"waiting-for-agent""#, #""phase":"snoozed""#, isFault: true),
    Edit(#""phase":"waiting-for-agent""#, #""phase":"scheduled""#, isFault: true),
    Edit(#""phase":"waiting-for-agent""#, #""phase":"waiting-for-agent","agent":"kate""#, isFault: true),
    Edit(
      #""phase":"waiting-for-agent""#,
      #""phase":"waiting-for-agent","until":"2026-11-23T09:00:00.000Z""#,
      isFault: true
    ),
    Edit(
      #""phase":"waiting-for-agent""#,
      #""phase":"dialling","until":"2026-11-23T09:00:00.000Z""#,
      isFault: true
    ),
    Edit(#""phase":"agent-joins-customer""#, #""phase":"dialling-agent""#, isFault: true),
    Edit(#""agent":"tom","answerBy""#, #""agent":"","answerBy""#, isFault: true),
    Edit(#""submitAt":"#, #""remindAt":"2026-11-23T08:58:00.000Z","submitAt":"#),
    Edit(#""state":{"submitAt":"2026-11-23T08:58:00.000Z"}"#, #""state":{}"#, isFault: true),
    Edit(#","note":"n","attempts""#, #","note":"","attempts""#),
    Edit(#","note":"n","attempts""#, #","attempts""#),
    Edit(#","note":"n","attempts""#, #","note":null,"attempts""#, isFault: true),
    // History.
    Edit(#","history":["#, #","history":[],"history":["#, isFault: true),
    Edit(
      #""submitAt":"2026-11-23T08:58:00.000Z"}}"#,
      #""submitAt":"2026-11-23T08:58:00.000Z"},"history":[]}"#
    ),
    Edit(#""to":"COMPLETED""#, #""to":"PAUSED""#, isFault: true),
    Edit(
      #""from":"SCHEDULED","to":"QUEUED/submitting""#,
      #""from":"PAUSED","to":"QUEUED/submitting""#,
      isFault: true
    ),
    Edit(#""event":"submitted""#, #""event":"submitted","agent":"kate""#, isFault: true),
    Edit(#""event":"submitted""#, #""event":"submit""#, isFault: true),
    Edit(#""event":"failed","reason":"FAIL_ERROR""#, #""event":"failed","reason":"X""#, isFault: true),
    Edit(#""event":"failed","reason":"FAIL_ERROR""#, #""event":"failed""#, isFault: true),
    Edit(#""event":"cancelled-by-administrator","note":"n""#, #""event":"cancelled-by-administrator""#),
    Edit(#""agent":"kate","from""#, #""agent":"","from""#, isFault: true),
    Edit(#""desired":"2026-11-23T09:10:00.000Z""#, #""desired":"2026-11-23T10:10:00+01:00""#),
    Edit(#","from":"SCHEDULED","to""#, #","to":"SCHEDULED","from""#, isFault: true),
    // The end.
    Edit("}]}", "}]}x", isFault: true), Edit("}]}", "}]} "), Edit("}]}", "}]", isFault: true),
    Edit("}]}", "},]}", isFault: true), Edit("}]}", #"}],"x":1}"#, isFault: true),
  ]

  @Test(arguments: edits)
  func bothReadersAgree(_ edit: Edit) throws {
    var (edited, refused) = (0, 0)
    for text in try Self.texts() where text.contains(edit.find) {
      let other = text.replacingOccurrences(of: edit.find, with: edit.replacement)
      edited += 1
      if try RecordAgreementTests.outcome(of: other) == .refused { refused += 1 }
    }
    #expect(edited > 0, "the edit meets no text")
    #expect((refused > 0) == edit.isFault, "\(refused) of \(edited) texts are refused")
  }

  @Test func unchangedTextsAreReadFast() throws {
    for text in try Self.texts() { #expect(try RecordAgreementTests.outcome(of: text) == .readFast) }
  }
}

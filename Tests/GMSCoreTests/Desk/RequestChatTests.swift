import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// `request-chat`: what is answered, what is kept, what the chat server is asked.
struct RequestChatTests {
  private func only<Value>(_ values: [Value]) throws -> Value {
    try #require(values.count == 1)
    return values[0]
  }

  @Test("answers the session and its address, whose id has no node in front")
  func answer() throws {
    let chat = RecordingChatTransport()
    let fixture = DeskFixture(chat: chat)
    let response = try fixture.desk.request(
      "request-chat",
      ["_verbose": "false"],
      DeskFixture.context(node: 7)
    )
    let id = try #require(response.body["_id"]?.stringValue)
    #expect(response.status == 200)
    #expect(response.body.members?.map(\.name) == ["_chatIxnAPI-CREATE-URL", "_id"])
    #expect(response.body["_chatIxnAPI-CREATE-URL"]?.stringValue == "/genesys/1/service/\(id)/ixn/chat")
    #expect(UUIDText.isWellFormed(id))
    let session = try only(chat.sessions)
    #expect(session.id == id)
    #expect(session.endpoint == "gms_builtin")
    #expect(session.mode == .poll)
    #expect(session.createURL == response.body["_chatIxnAPI-CREATE-URL"]?.stringValue)
    #expect(session.expires == DeskFixture.now.addingTimeInterval(3600))

    let record = try #require(try fixture.store.read { try $0.record(.instance, id) })
    let instance = try ServiceInstance(stored: record)
    #expect(instance.service == "request-chat")
    #expect(instance.node == 7)
    #expect(instance.dataID == nil)
    #expect(instance.expires == session.expires)
    #expect(instance.isExpired(at: session.expires))
  }

  @Test("keeps the customer's data with the session, and answers all with _verbose")
  func verbose() throws {
    let fixture = DeskFixture(["request-chat": ["_ttl": "60", "_chat_endpoint": "sales"]])
    let parameters: Options = [
      "_verbose": "true", "subject": "Invoice", "firstName": "Kate", "notify_by": "comet",
      // The configured values win.
      "_ttl": "9999", "_chat_endpoint": "other",
    ]
    let body = try fixture.desk.request("request-chat", parameters, DeskFixture.context()).body
    #expect(
      body.members?.dropFirst(2).map { "\($0.name)=\(JSONWriter.compact($0.value))" } == [
        #"_chat_endpoint="sales""#, #"_chat_mode="comet""#, #"comet_channel="/_genesys""#,
        #"_expiration_time="2025-01-06T14:01:00.000Z""#,
        #"user_data={"firstName":"Kate","subject":"Invoice"}"#,
      ]
    )
    let id = try #require(body["_id"]?.stringValue)
    let storage = StorageService(store: fixture.store)
    let item = try storage.item(ofService: id, DeskFixture.context(59))
    #expect(item.values == ["firstName": .text("Kate"), "subject": .text("Invoice")])
    let error = #expect(throws: CoreError.self) { try storage.item(ofService: id, DeskFixture.context(60)) }
    #expect(error?.code == .unknownInstance)
    // One transaction, and nothing is left when the session is over.
    #expect(fixture.sequence == 1)
    let swept = try fixture.store.write(DeskFixture.context(60).change) {
      try ExpiredRecords.sweep($0, at: DeskFixture.context(60).now)
    }
    #expect(swept == 2)
  }

  @Test("a request may name endpoint and time to live where the service does not")
  func requested() throws {
    let chat = RecordingChatTransport()
    let fixture = DeskFixture(chat: chat)
    _ = try fixture.desk.request(
      "request-chat",
      ["_chat_endpoint": "sales", "_ttl": "5", "notify_by": "poll"],
      DeskFixture.context()
    )
    let session = try only(chat.sessions)
    #expect(session.endpoint == "sales")
    #expect(session.mode == .poll)
    #expect(session.userData.isEmpty)
    #expect(session.expires == DeskFixture.now.addingTimeInterval(5))
  }

  @Test("an endpoint that takes no session is a 503 that leaves nothing behind")
  func refused() throws {
    let fixture = DeskFixture(chat: RecordingChatTransport(.refused(reason: "no agent is logged in")))
    let error = #expect(throws: CoreError.self) {
      try fixture.desk.request("request-chat", ["a": "b"], DeskFixture.context())
    }
    #expect(error?.status == 503)
    #expect(
      error?.description == """
        chat endpoint 'gms_builtin' of service 'request-chat' takes no session now: no agent is logged in; try again later
        """
    )
    #expect(fixture.sequence == 0)
    #expect(try fixture.store.read { try $0.count(RecordQuery(.storage)) } == 0)
  }

  @Test("a dry run answers, asks nobody and keeps nothing")
  func dryRun() throws {
    let chat = RecordingChatTransport(.refused(reason: "closed"))
    let fixture = DeskFixture(chat: chat)
    #expect(try fixture.answer("request-chat", [:], DeskFixture.context(dryRun: true)).hasPrefix("200 {"))
    #expect(chat.sessions.isEmpty)
    #expect(fixture.sequence == 0)
  }

  @Test("the same seed and store give the same session, the next request another")
  func determinism() throws {
    let (one, other) = (DeskFixture(), DeskFixture())
    let first = try one.answer("request-chat")
    #expect(try other.answer("request-chat") == first)
    #expect(try one.answer("request-chat") != first)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    var options: Options = [:]
    var parameters: Options = [:]
    let sentence: String

    var testDescription: String { sentence }
  }

  static let refusals: [Refusal] = [
    Refusal(
      options: ["_ttl": "0"],
      sentence: "option '_ttl' of service 'request-chat' is '0'; write a whole number of seconds of 1 or more"
    ),
    Refusal(
      parameters: ["_ttl": "an hour"],
      sentence:
        "option '_ttl' of service 'request-chat' is 'an hour'; write a whole number of seconds of 1 or more"
    ),
    Refusal(
      parameters: ["_verbose": "tru"],
      sentence:
        "option '_verbose' of service 'request-chat' is 'tru'; write true or false; did you mean 'true'?"
    ),
    Refusal(
      parameters: ["notify_by": "comets"],
      sentence: """
        'comets' cannot be the parameter 'notify_by' of service 'request-chat'; give poll or comet; did you mean 'comet'?
        """
    ),
    Refusal(
      parameters: ["a/b": "x"],
      sentence:
        "'a/b' cannot be a key of stored data; write 1 to 200 bytes of text without / and control characters"
    ),
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) {
    let chat = RecordingChatTransport()
    let fixture = DeskFixture(["request-chat": refusal.options], chat: chat)
    let error = #expect(throws: CoreError.self) { try fixture.answer("request-chat", refusal.parameters) }
    #expect(error?.description == refusal.sentence)
    #expect(fixture.sequence == 0)
    #expect(chat.sessions.isEmpty)
  }
}

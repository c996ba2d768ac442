import Foundation
import GMSCore
import Testing

/// On whose behalf: what is looked up, and when.
struct AuthorityTests {
  private func store(_ configuration: Configuration) throws -> MemoryStore {
    let store = MemoryStore()
    try store.write(StoreChange(time: .distantPast, command: "test")) {
      try $0.setConfiguration(configuration)
    }
    return store
  }

  @Test func theAdministratorMayDoEverything() throws {
    try store(Configuration()).read { reader in
      #expect(try Authority.administrator.permissions(reader) == nil)
      for action in AccountAction.allCases {
        try Authority.administrator.require(action, on: "nowhere", reader)
      }
    }
  }

  @Test func anAccountIsLookedUpEachTime() throws {
    let store = try store(CallCentre.with("kate", ["roles": "Supervisor"]))
    let authority = Authority.account("kate")
    try store.read { try authority.require(.cancel, on: CallCentre.sales, $0) }
    try store.write(StoreChange(time: .distantPast, command: "test")) {
      try $0.setConfiguration(CallCentre.with("kate", ["roles": "CallbackReadOnly"]))
      #expect(throws: CoreError.self, "a transaction sees its own changes") { [writer = $0] in
        try authority.require(.cancel, on: CallCentre.sales, writer)
      }
    }
    #expect(throws: CoreError.self) {
      try store.read { try authority.require(.cancel, on: CallCentre.sales, $0) }
    }
    try store.read { try authority.require(.view, on: CallCentre.sales, $0) }
  }

  @Test func compiledPermissionsStay() throws {
    let permissions = try CallCentre.permissions(["roles": "Supervisor", "services": "support"])
    let authority = Authority.permissions(permissions)
    try store(Configuration()).read { reader in
      try authority.require(.cancel, on: CallCentre.support, reader)
      #expect(throws: CoreError.self) { try authority.require(.cancel, on: CallCentre.sales, reader) }
    }
  }

  @Test func anUnknownAccountMayNotEvenLook() throws {
    let store = try store(CallCentre.with("kate", ["roles": "Supervisor"]))
    let error = #expect(throws: CoreError.self) {
      try store.read { try Authority.account("kat").require(.view, $0) }
    }
    #expect(error?.code == .unknownAccount)
  }

  // MARK: - The sentences of refusals

  struct Refusal: CustomTestStringConvertible, Sendable {
    let options: Options
    let action: AccountAction
    let service: String?
    let message: String
    let facts: String
    var testDescription: String { message }

    init(_ options: Options, _ action: AccountAction, on service: String?, _ message: String, _ facts: String)
    {
      self.options = options
      self.action = action
      self.service = service
      self.message = message
      self.facts = facts
    }
  }

  @Test(arguments: [
    Refusal(
      [:],
      .view,
      on: "callback-sales",
      "account 'kate' may not view service 'callback-sales': it has no role; give it Supervisor, Administrator "
        + "or CallbackReadOnly",
      #"{"account":"kate","action":"view","service":"callback-sales","role":"","reason":"no-role","#
        + #""accepted":"Supervisor, Administrator or CallbackReadOnly"}"#
    ),
    Refusal(
      [:],
      .view,
      on: nil,
      "account 'kate' may not view callbacks: it has no role; give it Supervisor, Administrator or "
        + "CallbackReadOnly",
      #"{"account":"kate","action":"view","role":"","reason":"no-role","#
        + #""accepted":"Supervisor, Administrator or CallbackReadOnly"}"#
    ),
    Refusal(
      ["roles": "CallbackReadOnly"],
      .reschedule,
      on: "callback-sales",
      "account 'kate' may not reschedule callbacks of service 'callback-sales': its role CallbackReadOnly does "
        + "not include it; give it Supervisor or Administrator",
      #"{"account":"kate","action":"reschedule","service":"callback-sales","role":"CallbackReadOnly","#
        + #""reason":"role","accepted":"Supervisor or Administrator"}"#
    ),
    Refusal(
      ["roles": "CallbackReadOnly,Supervisor"],
      .configure,
      on: nil,
      "account 'kate' may not configure: its roles CallbackReadOnly,Supervisor do not include it; give it "
        + "Administrator",
      #"{"account":"kate","action":"configure","role":"CallbackReadOnly,Supervisor","reason":"role","#
        + #""accepted":"Administrator"}"#
    ),
    Refusal(
      ["roles": "Administrator", "services": "support"],
      .start,
      on: "callback-sales",
      "account 'kate' may not start callbacks of service 'callback-sales': that is none of its services",
      #"{"account":"kate","action":"start","service":"callback-sales","role":"Administrator","#
        + #""reason":"service"}"#
    ),
  ])
  func refusals(_ expected: Refusal) throws {
    let error = try #require(
      CallCentre.permissions(expected.options).refusal(expected.action, on: expected.service)
    )
    #expect(error.description == expected.message)
    #expect(JSONWriter.compact(.object(error.facts)) == expected.facts)
    #expect((error.status, error.phrase) == (403, "FORBIDDEN"))
    #expect(error.exceptionName == "PermissionException")
    #expect(error.category == .refused)
  }

  /// A thing of another service, and one that does not exist, are refused in the same words.
  @Test func aThingThatIsNotThereIsRefusedAlike() throws {
    let permissions = try CallCentre.permissions(["roles": "Supervisor", "services": "support"])
    let errors = [CallCentre.sales, "nowhere", nil].map { service in
      #expect(throws: CoreError.self) { try permissions.require(.cancel, of: "1-x", in: service) }
    }
    #expect(Set(errors).count == 1)
    #expect(
      errors.first??.description
        == "account 'kate' may not cancel callback '1-x': it is none of its services' callbacks, or does not exist"
    )
    try permissions.require(.cancel, of: "1-x", in: CallCentre.friday)
    // One who may see every callback learns from whoever looks it up that there is none.
    try CallCentre.permissions(["roles": "Supervisor"]).require(.cancel, of: "1-x", in: nil)
    try CallCentre.permissions(["roles": "Administrator", "services": "support"])
      .require(.configure, of: "1-x", in: nil)
  }
}

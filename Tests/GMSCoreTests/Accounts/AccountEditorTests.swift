import GMSCore
import Testing

/// Changing accounts, and what changes of services do to them.
struct AccountEditorTests {
  let accounts = AccountEditor()
  let services = ServiceEditor()

  @Test func setMakesChangesAndTakesAway() throws {
    var configuration = try accounts.set(["roles": "Supervisor"], of: "kate", in: CallCentre.configuration)
    #expect(configuration.accounts == ["kate": ["roles": "Supervisor"]])
    configuration = try accounts.set(["services": "support", "note": "x"], of: "kate", in: configuration)
    #expect(
      configuration.accounts == ["kate": ["roles": "Supervisor", "services": "support", "note": "x"]]
    )
    configuration = try accounts.set(["services": "", "absent": ""], of: "kate", in: configuration)
    #expect(configuration.accounts == ["kate": ["roles": "Supervisor", "note": "x"]])
    configuration = try accounts.set(["roles": "", "note": ""], of: "kate", in: configuration)
    #expect(configuration.accounts == ["kate": [:]], "an account without options is one without a role")
    configuration = try accounts.delete("kate", in: configuration)
    #expect(configuration == CallCentre.configuration)
  }

  @Test func anAccountIsReadAsItIsWritten() throws {
    let options: Options = ["roles": " Administrator , CallbackReadOnly", "services": " a, b ", "x": "y"]
    let account = try Account("kate", options)
    #expect(account.roles == [.administrator, .callbackReadOnly])
    #expect(account.services == ["a", "b"])
    #expect(account.options == options)
    #expect(try Account("kate", [:]).roles == [])
    #expect(try Account("kate", ["roles": "", "services": ""]).services == nil)
  }

  /// No shipped option names an account; a template of one's own may.
  @Test func anAccountThatAServiceNamesStays() throws {
    let template = Template(
      name: "owned",
      type: "builtin",
      service: "owned",
      summary: "Has an owner.",
      options: [.init(.exact("owner"), .optional, .account, category: .general, "The owner.")]
    )
    let catalog = TemplateCatalog(TemplateCatalog.builtIn.templates + [template])
    var configuration = CallCentre.with("kate", ["roles": "Supervisor"])
    for name in ["b", "a"] {
      configuration.services[name] = ["_type": "builtin", "_service": "owned", "owner": "kate"]
    }
    let error = #expect(throws: CoreError.self) {
      _ = try AccountEditor(catalog: catalog).delete("kate", in: configuration)
    }
    #expect(error?.code == .accountInUse)
    #expect(
      error?.description == "account 'kate' is used by 'a', 'b'; change or delete what uses it first"
    )
    // A catalogue that does not know the template cannot know the reference.
    _ = try AccountEditor().delete("kate", in: configuration)
  }

  // MARK: - Services that go

  @Test(arguments: [
    ("callback-support", "callback-support", "'account.kate'"),
    ("callback-sales, callback-support", "callback-support", "'account.kate'"),
    ("seasonal", "callback-blackfriday-support", "'account.kate'"),
  ])
  func aListedServiceIsUsed(list: String, service: String, users: String) {
    let configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": list])
    let error = #expect(throws: CoreError.self) { _ = try services.delete(service, in: configuration) }
    #expect(error?.code == .serviceInUse)
    #expect(
      error?.description
        == "service '\(service)' is used by \(users); change or delete what uses it first"
    )
  }

  @Test func usersAreServicesThenAccounts() {
    var configuration = CallCentre.with("kate", ["services": "Office"])
    configuration.accounts["ann"] = ["services": "Office,callback-sales"]
    configuration.accounts["bob"] = ["roles": "Supervisor"]
    configuration.services[CallCentre.sales]?["_business_hours_service"] = "Office"
    let error = #expect(throws: CoreError.self) { _ = try services.delete("Office", in: configuration) }
    #expect(
      error?.description == "service 'Office' is used by 'callback-sales', 'account.ann', 'account.kate'; "
        + "change or delete what uses it first"
    )
  }

  @Test func aServiceOfAGroupMayGoWhileOthersAreInIt() throws {
    let configuration = CallCentre.with("kate", ["services": "support"])
    let without = try services.delete(CallCentre.support, in: configuration)
    #expect(try Permissions(of: "kate", in: without).services == [CallCentre.friday])
    let error = #expect(throws: CoreError.self) { _ = try services.delete(CallCentre.friday, in: without) }
    #expect(error?.code == .serviceInUse)
  }

  /// The list names the service; that a group of this name would take its place must not pass unseen.
  @Test func aServiceThatSharesItsNameWithAGroupIsUsed() {
    var configuration = CallCentre.with("kate", ["services": CallCentre.sales])
    configuration.services[CallCentre.support]?["_service_groups"] = CallCentre.sales
    let error = #expect(throws: CoreError.self) {
      _ = try services.delete(CallCentre.sales, in: configuration)
    }
    #expect(error?.code == .serviceInUse)
  }

  @Test func anAccountThatWasWrongHindersNobody() throws {
    let configuration = CallCentre.with("kate", ["roles": "Janitor", "services": "seasonal"])
    _ = try services.delete(CallCentre.friday, in: configuration)
    _ = try services.unset(["_service_groups"], of: CallCentre.friday, in: configuration)
  }

  // MARK: - Groups that go

  @Test func theLastServiceOfAListedGroupStaysInIt() throws {
    let configuration = CallCentre.with("kate", ["services": "seasonal"])
    let message =
      "option 'services' of account 'kate' names service or group 'seasonal', which does not exist; "
      + "create it first"
    let unset = #expect(throws: CoreError.self) {
      _ = try services.unset(["_service_groups"], of: CallCentre.friday, in: configuration)
    }
    #expect(unset?.description == message)
    let set = #expect(throws: CoreError.self) {
      _ = try services.set(["_service_groups": "support"], of: CallCentre.friday, in: configuration)
    }
    #expect(set?.description == message)
    _ = try services.set(["_service_groups": "seasonal"], of: CallCentre.friday, in: configuration)
  }

  // MARK: - Services that get another name

  @Test(arguments: [
    ("callback-sales", "callback-vip"),
    (" callback-sales ", " callback-vip "),
    ("callback-support,callback-sales", "callback-support,callback-vip"),
    (
      "callback-support ,  callback-sales , callback-blackfriday-support",
      "callback-support ,  callback-vip , callback-blackfriday-support"
    ),
    ("support", "support"),
    ("callback-support", "callback-support"),
  ])
  func listsFollowARename(before: String, after: String) throws {
    let configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": before])
    let renamed = try services.rename(CallCentre.sales, to: "callback-vip", in: configuration)
    #expect(renamed.accounts["kate"] == ["roles": "Supervisor", "services": after])
    try ConfigurationValidator().check(renamed)
  }

  @Test func aGroupFollowsItsServices() throws {
    let configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": "seasonal"])
    let renamed = try services.rename(CallCentre.friday, to: "autumn", in: configuration)
    #expect(try Permissions(of: "kate", in: renamed).services == ["autumn"])
  }

  @Test func aNameThatNoListCanHold() throws {
    let configuration = CallCentre.with("kate", ["services": CallCentre.sales])
    let error = #expect(throws: CoreError.self) {
      _ = try services.rename(CallCentre.sales, to: "sales, and more", in: configuration)
    }
    #expect(
      error?.description == "option 'services' of account 'kate' names service or group 'sales', which does "
        + "not exist; create it first"
    )
    _ = try services.rename(CallCentre.sales, to: "sales, and more", in: CallCentre.configuration)
  }
}

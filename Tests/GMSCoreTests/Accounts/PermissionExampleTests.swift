import GMSCore
import Testing

/// The examples of the permissions page: exact names, and one virtual group.
struct PermissionExampleTests {
  @Test func exactNames() throws {
    let permissions = try CallCentre.permissions([
      "roles": "Supervisor", "services": "callback-support, callback-sales, callback-blackfriday-support",
    ])
    #expect(permissions.group == nil)
    #expect(permissions.services == [CallCentre.support, CallCentre.sales, CallCentre.friday])
  }

  @Test func aVirtualGroup() throws {
    let permissions = try CallCentre.permissions(["roles": "Supervisor", "services": "support"])
    #expect(permissions.group == "support")
    #expect(permissions.services == [CallCentre.support, CallCentre.friday])
    #expect(permissions.roles == [.supervisor])
    #expect(permissions.account == "kate")
  }

  @Test func noList() throws {
    #expect(try CallCentre.permissions(["roles": "Supervisor"]).services == nil)
    #expect(try CallCentre.permissions(["roles": "Supervisor", "services": ""]).services == nil)
  }

  @Test func aServiceJoinsAGroupLater() throws {
    var configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": "support"])
    configuration = try ServiceEditor().set(
      ["_service_groups": "support"],
      of: CallCentre.sales,
      in: configuration
    )
    let permissions = try Permissions(of: "kate", in: configuration)
    #expect(permissions.decision(.cancel, on: CallCentre.sales).isAllowed)
  }

  @Test func groups() {
    let groups = ServiceGroups(CallCentre.configuration)
    #expect(groups.names == ["seasonal", "support"])
    #expect(groups.members["seasonal"] == [CallCentre.friday])
    #expect(groups.members["support"] == [CallCentre.support, CallCentre.friday])
  }

  /// What cannot be read as a list makes no group; the service itself is refused elsewhere.
  @Test(arguments: ["", ",", "a,,b", " ", "$group$"])
  func listsThatMakeNoGroup(_ text: String) {
    var configuration = Configuration()
    configuration.services["x"] = CallCentre.service(groups: text)
    #expect(ServiceGroups(configuration).names == [])
  }

  @Test func officeHoursMayBelongToAGroup() throws {
    var configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": "support"])
    configuration.services["Office"]?["_service_groups"] = "support"
    let permissions = try Permissions(of: "kate", in: configuration)
    #expect(permissions.decision(.view, on: "Office").isAllowed)
  }

  /// A name that a service and a group share is the service's: nobody sees more because a group was made.
  @Test func aNameOfBothIsTheService() throws {
    var configuration = CallCentre.with("kate", ["roles": "Supervisor", "services": CallCentre.sales])
    configuration.services[CallCentre.support]?["_service_groups"] = CallCentre.sales
    let permissions = try Permissions(of: "kate", in: configuration)
    #expect(permissions.group == nil)
    #expect(permissions.services == [CallCentre.sales])

    configuration.accounts["kate"]?["services"] = "\(CallCentre.sales),\(CallCentre.friday)"
    let both = try Permissions(of: "kate", in: configuration)
    #expect(both.services == [CallCentre.sales, CallCentre.friday], "a group only by name does not mix")
  }
}

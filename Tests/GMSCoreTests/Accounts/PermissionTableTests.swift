import GMSCore
import Testing

/// Role × action × service, written by hand.
struct PermissionTableTests {
  /// A row: the roles, the list, the service asked about, and a letter for each action in the order view,
  /// start, reschedule, cancel, configure: `+` allowed, `n` no role, `r` the role, `s` the service.
  struct Row: CustomTestStringConvertible, Sendable {
    let roles: String
    let services: String?
    let service: String?
    let answers: String
    var testDescription: String { "\(roles), list \(services ?? "none"), service \(service ?? "none")" }

    init(_ roles: String, list services: String?, on service: String?, _ answers: String) {
      self.roles = roles
      self.services = services
      self.service = service
      self.answers = answers
    }
  }

  static let two = "callback-support, callback-sales"

  static let rows: [Row] = [
    Row("", list: nil, on: nil, "nnnnn"),
    Row("", list: nil, on: CallCentre.support, "nnnnn"),
    Row("", list: two, on: nil, "nnnnn"),
    Row("", list: two, on: CallCentre.support, "nnnnn"),
    Row("", list: two, on: CallCentre.friday, "nnnnn"),
    Row("", list: "support", on: CallCentre.friday, "nnnnn"),
    Row("", list: "support", on: CallCentre.sales, "nnnnn"),

    Row("CallbackReadOnly", list: nil, on: nil, "+rrrr"),
    Row("CallbackReadOnly", list: nil, on: CallCentre.sales, "+rrrr"),
    Row("CallbackReadOnly", list: two, on: nil, "+rrrr"),
    Row("CallbackReadOnly", list: two, on: CallCentre.support, "+rrrr"),
    Row("CallbackReadOnly", list: two, on: CallCentre.sales, "+rrrr"),
    Row("CallbackReadOnly", list: two, on: CallCentre.friday, "srrrr"),
    Row("CallbackReadOnly", list: "support", on: nil, "+rrrr"),
    Row("CallbackReadOnly", list: "support", on: CallCentre.friday, "+rrrr"),
    Row("CallbackReadOnly", list: "support", on: CallCentre.sales, "srrrr"),
    Row("CallbackReadOnly", list: "support", on: "support", "srrrr"),

    Row("Supervisor", list: nil, on: nil, "++++r"),
    Row("Supervisor", list: nil, on: CallCentre.sales, "++++r"),
    Row("Supervisor", list: nil, on: "Office", "++++r"),
    Row("Supervisor", list: two, on: nil, "++++r"),
    Row("Supervisor", list: two, on: CallCentre.support, "++++r"),
    Row("Supervisor", list: two, on: CallCentre.sales, "++++r"),
    Row("Supervisor", list: two, on: CallCentre.friday, "ssssr"),
    Row("Supervisor", list: two, on: "Office", "ssssr"),
    Row("Supervisor", list: two, on: "nowhere", "ssssr"),
    Row("Supervisor", list: "support", on: nil, "++++r"),
    Row("Supervisor", list: "support", on: CallCentre.support, "++++r"),
    Row("Supervisor", list: "support", on: CallCentre.friday, "++++r"),
    Row("Supervisor", list: "support", on: CallCentre.sales, "ssssr"),
    Row("Supervisor", list: "seasonal", on: CallCentre.support, "ssssr"),
    Row("Supervisor", list: "seasonal", on: CallCentre.friday, "++++r"),

    Row("Administrator", list: nil, on: nil, "+++++"),
    Row("Administrator", list: nil, on: CallCentre.sales, "+++++"),
    Row("Administrator", list: nil, on: "nowhere", "+++++"),
    Row("Administrator", list: two, on: nil, "+++++"),
    Row("Administrator", list: two, on: CallCentre.support, "+++++"),
    Row("Administrator", list: two, on: CallCentre.friday, "ssss+"),
    Row("Administrator", list: "support", on: CallCentre.friday, "+++++"),
    Row("Administrator", list: "support", on: CallCentre.sales, "ssss+"),

    Row("CallbackReadOnly,Supervisor", list: nil, on: CallCentre.sales, "++++r"),
    Row("CallbackReadOnly, Supervisor", list: "support", on: CallCentre.sales, "ssssr"),
    Row("CallbackReadOnly,Administrator", list: "support", on: CallCentre.friday, "+++++"),
    Row("Supervisor,Administrator", list: nil, on: nil, "+++++"),
    Row("Supervisor,Administrator,CallbackReadOnly", list: two, on: CallCentre.friday, "ssss+"),
  ]

  @Test(arguments: rows)
  func decisions(_ row: Row) throws {
    var options: Options = ["roles": row.roles]
    options["services"] = row.services
    let permissions = try CallCentre.permissions(options)
    let answers = AccountAction.allCases.map { action -> Character in
      switch permissions.decision(action, on: row.service) {
      case .allowed: "+"
      case .refused(.noRole): "n"
      case .refused(.roleExcludesAction): "r"
      case .refused(.serviceNotListed): "s"
      }
    }
    #expect(String(answers) == row.answers)
  }

  /// A decision and its error never disagree, nor does a thing of a service and the service.
  @Test(arguments: rows)
  func errorsAgreeWithDecisions(_ row: Row) throws {
    var options: Options = ["roles": row.roles]
    options["services"] = row.services
    let permissions = try CallCentre.permissions(options)
    for action in AccountAction.allCases {
      let decision = permissions.decision(action, on: row.service)
      let refusal = permissions.refusal(action, on: row.service)
      #expect(decision.isAllowed == (refusal == nil))
      #expect(refusal.map { $0.code == .notPermitted } ?? true)
      #expect(permissions.actions.contains(action) == permissions.decision(action).isAllowed)
      guard let service = row.service else { continue }
      var isAllowed = true
      do {
        try permissions.require(action, of: "1-x", in: service)
      } catch {
        isAllowed = false
        #expect(error["service"] == nil, "it must not tell which service the thing belongs to")
      }
      #expect(isAllowed == decision.isAllowed)
    }
  }

  @Test func rolesIncludeWhatIsDocumented() {
    #expect(AccountRole.supervisor.actions == [.view, .start, .reschedule, .cancel])
    #expect(AccountRole.callbackReadOnly.actions == [.view])
    #expect(AccountRole.administrator.actions == [.view, .start, .reschedule, .cancel, .configure])
    #expect(AccountRole.administrator.actions.isSuperset(of: AccountRole.supervisor.actions))
    #expect(AccountAction.configure.roles == [.administrator])
    #expect(AccountAction.view.roles == [.supervisor, .administrator, .callbackReadOnly])
  }
}

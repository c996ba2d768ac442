import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// A company of two callback services with one callback each, and people of every kind.
struct SharedCompany {
  let company: Company
  let support: String
  let sales: String
  static let now = Company.monday

  /// Every account, with its options.
  static let accounts: [String: Options] = [
    "root": ["roles": "Administrator"],
    "half": ["roles": "Administrator", "services": "sales"],
    "boss": ["roles": "Supervisor"],
    "kate": ["roles": "Supervisor", "services": "support"],
    "team": ["roles": "Supervisor", "services": "helpers"],
    "sam": ["roles": "Supervisor", "services": "sales"],
    "reader": ["roles": "CallbackReadOnly"],
    "nobody": [:],
  ]

  init() throws {
    company = try Company(["_service_groups": "helpers"])
    try company.engine.changeConfiguration(company.context(Self.now)) { configuration in
      var result = try ServiceEditor().clone("support", as: "sales", in: configuration)
      result.services["sales"]?["_service_groups"] = nil
      result.accounts = Self.accounts
      try ConfigurationValidator().check(result)
      return result
    }
    support = try company.book("5115", at: Self.now + Minutes(60), now: Self.now).id.text
    sales = try company.engine.start(
      StartRequest("sales", customerNumber: "5116", at: Self.now + Minutes(60)),
      company.context(Self.now, seed: 2)
    ).id.text
  }

  /// The engine on behalf of an account; nil for the administrator.
  func engine(as account: String?) -> CallbackEngine { company.engine.acting(as: account) }

  func context(dryRun: Bool = false) -> RequestContext {
    company.context(Self.now, seed: 3, dryRun: dryRun)
  }
}

import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// A service with live callbacks cannot go, nor change its name; one whose callbacks are over can.
struct ServiceRemovalTests {
  @Test func aServiceWithLiveCallbacksStays() throws {
    let company = try Company()
    let monday = Company.monday
    let id = try company.book("5115", at: monday + Minutes(60), now: monday).id
    let editor = ServiceEditor()
    for change in [
      { try editor.delete("support", in: $0) }, { try editor.rename("support", to: "help", in: $0) },
      { _ in Configuration() },
    ] as [(Configuration) throws -> Configuration] {
      let error = #expect(throws: CoreError.self) {
        try company.engine.changeConfiguration(company.context(monday), change)
      }
      #expect(error?.code == .serviceInUse)
      #expect(
        error?.description
          == "service 'support' is used by '1 live callback'; change or delete what uses it first"
      )
    }
    try company.engine.cancel(id.text, company.context(monday))
    let (before, after) = try company.engine.changeConfiguration(company.context(monday)) {
      try editor.delete("support", in: $0)
    }
    #expect(before.services["support"] != nil)
    #expect(after.services["support"] == nil)
  }
}

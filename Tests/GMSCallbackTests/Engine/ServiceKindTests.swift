import Foundation
import GMSCallback
import GMSCore
import Testing

/// A name that stands for a service of another kind stops no callback; found by attack.
@Suite("A callback whose service became one of another kind")
struct ServiceKindTests {
  private let company: Company
  private let now = Company.monday
  private let later = Company.monday.addingTimeInterval(3600)

  init() throws { company = try Company() }

  /// `support` as an office.
  private func becomesAnOffice() throws {
    try company.engine.changeConfiguration(company.context(now)) { configuration in
      var configuration = configuration
      configuration.services["support"] = configuration.services["Office"]
      return configuration
    }
  }

  @Test func liveOnesHoldTheKind() throws {
    let id = try company.book("5115", at: later, now: now).id
    let error = #expect(throws: CoreError.self) { try becomesAnOffice() }
    #expect(error?.code == .serviceInUse)
    #expect(
      error?.description
        == "service 'support' is used by '1 live callback'; change or delete what uses it first"
    )
    try company.engine.cancel(id.text, company.context(now))
    try becomesAnOffice()
  }

  @Test func completedOnesAreAnsweredAndGo() throws {
    let id = try company.book("5115", at: later, now: now).id
    try company.engine.cancel(id.text, company.context(now))
    try becomesAnOffice()
    #expect(try company.engine.callbacks().map(\.id) == [id])
    #expect(try company.engine.callback(id.text).completionReason == .cancelled)
    try company.engine.run(company.context(now.addingTimeInterval(2 * 86_400)))
    #expect(try company.engine.callbacks().isEmpty)
  }

  /// What an import brought is moved on as if its service were gone.
  @Test func anImportedLiveOneEnds() throws {
    let callback = try company.book("5115", at: later, now: now)
    let kept = callback.stored
    try company.engine.cancel(callback.id.text, company.context(now))
    try becomesAnOffice()
    try company.store.write(StoreChange(time: now, command: "import")) { try $0.put(kept) }
    try company.engine.run(company.context(now.addingTimeInterval(5 * 86_400)))
    #expect(try company.engine.callbacks().isEmpty)
  }

  @Test func aCompletedOneAskedForAgainKeepsItsTime() throws {
    let id = try company.book("5115", at: later, now: now).id
    try company.engine.cancel(id.text, company.context(now))
    let again = try company.engine.reschedule(id.text, parameters: ["lob": "x"], company.context(now))
    #expect(again.desired == later)
    #expect(again.state.name == .scheduled)
    try company.engine.cancel(again.id.text, company.context(now))
    let late = company.context(later.addingTimeInterval(3600))
    let atOnce = try company.engine.reschedule(id.text, late)
    #expect(atOnce.desired == later.addingTimeInterval(3600))
    #expect(atOnce.state.name == .queued)
  }
}

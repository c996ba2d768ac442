import Foundation
import GMSCallback
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// The library examples of the README, as it writes them, with values for what they leave open.
struct ReadmeExampleTests {
  private static let companyConfiguration = """
    [service.Office]
    _type = builtin
    _service = office-hours
    _timezone = America/New_York
    _bh_regular1 = Mon-Fri 09:00-17:30

    [service.help-desk]
    _type = ors
    _service = callback
    _business_hours_service = Office
    """

  @Test func theFirstProgram() throws {
    let (now, desired) = (instant("2025-01-06T14:00Z"), instant("2025-01-06T15:00Z"))
    let store = MemoryStore()
    try store.write(StoreChange(time: now, command: "set-up")) { writer in
      try writer.setConfiguration(ConfigurationReader.read(Self.companyConfiguration))
    }
    let engine = CallbackEngine(store: store)
    let callback = try engine.start(
      StartRequest("help-desk", customerNumber: "+1 650 466 3204", at: desired),
      RequestContext(now: now)
    )
    try engine.run(RequestContext(now: desired))
    let queued = try engine.callback(callback.id.text)
    #expect(queued.state.name == .queued)
  }

  @Test func testingWithIt() throws {
    let now = instant("2025-01-06T14:00Z")
    let store = MemoryStore()
    try store.write(StoreChange(time: now, command: "set-up")) { writer in
      try writer.setConfiguration(ConfigurationReader.read(Self.companyConfiguration))
    }
    let engine = CallbackEngine(store: store)
    var player = CallbackPlayer(engine: engine, agents: 2, now: now, behavior: ForcedBehavior())
    let callback = try player.start(StartRequest("help-desk", customerNumber: "+1 202 555 0112"))
    try player.advance(to: now.addingTimeInterval(3600))
    let ended = try engine.callback(callback.id.text)
    #expect(ended.completionReason == .agentConnected)
    #expect(ended.history.count { $0.event == .customerBusy } == 2)
  }

  @Test func officeHoursAlone() throws {
    let date = instant("2025-07-03T20:00Z")
    let office = try OfficeHours(
      timeZone: "America/New_York",
      regularHours: [RegularHours("Mon-Fri 09:00-17:30")],
      holidays: [Holiday("07-04")]
    ).compiled()
    #expect(office.isOpen(at: date))
    #expect(office.date(byAddingOpenSeconds: 4 * 3600, to: date) == instant("2025-07-07T15:30Z"))
  }
}

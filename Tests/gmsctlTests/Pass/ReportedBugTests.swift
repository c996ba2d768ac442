import Foundation
import Testing
import gmsctl

/// A test for each fault that somebody found by hand, named after it.
@Suite("Reported bugs of the command line")
struct ReportedBugTests {
  /// `--fields` with a wrong name was refused only when the answer was printed: after the change.
  @Test(
    arguments: [
      "callback start support --number 5117 --at 2025-01-06T16:00:00Z --fields _id,topic",
      "callback cancel {ID} --fields nonsense", "callback reschedule {ID} --fields nonsense x=y",
      "callback event {ID} cancelled --fields nonsense",
      "capacity set Capacity mon 09:00-10:00 1 --fields nonsense",
      "service delete Spare --yes --fields nonsense", "service set Office _holiday1=07-04 --fields nonsense",
    ]
  )
  func aWrongFieldIsRefusedBeforeAnythingIsWritten(line: String) throws {
    let (harness, id) = try SmallCompany.booked()
    _ = harness.run("service create Spare --template office-hours")
    let before = try harness.snapshot()
    let outcome = harness.run(line.replacingOccurrences(of: "{ID}", with: id))
    #expect(outcome.code == .usage)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("no field"))
    #expect(try harness.snapshot() == before)
  }

  /// Which fields `--fields` took, and so the header of the CSV, hung on the records that happened to be there.
  @Test func theFieldsOfAListAreTheSameWhateverItHolds() throws {
    let harness = try SmallCompany.booked().harness
    let some = harness.run("callback list -o csv").output
    let none = harness.run("callback list -o csv --state COMPLETED").output
    #expect(some.split(separator: "\r\n").first == none.split(separator: "\r\n").first)
    #expect(harness.run("callback list --fields _id,_callback_reason").code == .done)
  }

  /// `init --dry-run` said that it made a store where there was one.
  @Test func initDryRunRefusesAnExistingStore() throws {
    let harness = try SmallCompany.booked().harness
    #expect(harness.run("init --dry-run").code == .refused)
  }

  /// `capacity set` of a date showed a grid in which nothing had changed.
  @Test func aCapacityOfADateIsShown() throws {
    let harness = try SmallCompany.booked().harness
    let outcome = harness.run("capacity set Capacity 2026-12-24 09:00-12:00 1")
    #expect(outcome.output.contains("2026-12-24  09:00-12:00 1"))
    #expect(harness.run("capacity grid Capacity").output.contains("2026-12-24  09:00-12:00 1"))
  }

  /// A misspelt option was kept without a word.
  @Test func aMisspeltOptionIsTold() throws {
    let harness = try SmallCompany.booked().harness
    let outcome = harness.run("service set Office _holyday1=12-25")
    #expect(outcome.code == .done)
    #expect(outcome.errors.contains("_holyday1"))
    #expect(outcome.errors.contains("_holiday1"), "the nearest name")
    #expect(harness.run("service set Office _holyday1=12-26 -q").errors == "")
  }

  /// A service with live callbacks could be deleted or renamed, and its slots were free again.
  @Test(arguments: ["service delete support --yes", "service rename support help"])
  func aServiceWithLiveCallbacksStays(line: String) throws {
    let harness = try SmallCompany.booked().harness
    let before = try harness.snapshot()
    let outcome = harness.run(line)
    #expect(outcome.code == .refused)
    #expect(outcome.errors.contains("live callback"))
    #expect(try harness.snapshot() == before)
  }

  /// Nothing named the scenarios.
  @Test func templatesNameTheirScenarios() throws {
    let harness = try SmallCompany.booked().harness
    #expect(harness.run("template list").output.contains("user-terminated-scheduled"))
  }

  /// Without findings `service lint` printed nothing at all.
  @Test func nothingToReportIsSaid() throws {
    let harness = try SmallCompany.booked().harness
    _ = harness.run("service create Spare --template office-hours '_bh_regular1=Mon 09:00-10:00'")
    #expect(harness.run("service lint Spare").errors == "nothing to report\n")
  }

  /// The last month that there is was refused, because its last day ends after the last instant.
  @Test func theLastMonthIsShown() throws {
    let harness = try SmallCompany.booked().harness
    let outcome = harness.run("hours month Office --month 9999-12")
    #expect(outcome.code == .done)
    #expect(outcome.output.hasSuffix("Fri 31  09:00-17:30\n"))
  }

  /// A callback that was imported without its history could not be read after its first event.
  @Test func anImportedCallbackWithoutHistoryTakesEvents() throws {
    let (harness, id) = try SmallCompany.booked()
    #expect(harness.run("run --until 2025-01-06T14:30:00Z").code == .done)
    let exported = harness.run("store export").output.split(separator: "\n").map(String.init)
    let callback = try #require(exported.first { $0.contains(id) })
    let start = try #require(callback.range(of: ",\"history\":["))
    let end = try #require(callback.range(of: "]", range: start.upperBound..<callback.endIndex))
    let bare = callback.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
    try harness.write(bare + "\n", to: "bare.jsonl")
    #expect(harness.run("store import {DIR}/bare.jsonl --replace").code == .done)
    #expect(harness.run("callback history \(id) -o json").output == "[]\n")
    #expect(harness.run("callback event \(id) agent-reserved agent=kate").code == .done)
    let history = harness.run("callback history \(id) -o json")
    #expect(history.code == .done, "\(history.errors)")
    #expect(history.output.contains("\"from\":\"QUEUED/waiting-for-agent\""))
  }
}

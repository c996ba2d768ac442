import Foundation
import GMSTestSupport
import Testing
import gmsctl

@Suite("Export and import of bookings of access numbers")
struct BookingTransferPassTests {
  private static let line = """
    {"kind":"booking","_id":"6504663204-123456-9f86d081884c7d65","_resource_group":"DNIS",\
    "_access_number":"6504663204","_access_code":"123456","service":"1-a","node":1,"strategy":"local",\
    "made":"2025-01-06T14:00:00.000Z","expires":"2025-01-06T14:00:30.000Z","cooldown":0,"remember":300}

    """

  @Test("make an equal store, and a second import is refused")
  func roundTrip() throws {
    let harness = try CommandLineHarness()
    _ = try harness.answer("init")
    #expect(
      try harness.answer("store import - -o json", input: Self.line)
        == #"[{"kind":"booking","added":1,"replaced":0,"unchanged":0}]"# + "\n"
    )
    #expect(try harness.answer("store export") == Self.line)
    let again = harness.run("store import - -q", input: Self.line)
    #expect(again.code == .refused)
    #expect(
      again.errors.contains("line 1: there is a booking '6504663204-123456' already, and it is the same")
    )
    let check = harness.run("store check")
    #expect(check.code == .done)
  }

  @Test("name the line and the member that are wrong")
  func refusal() throws {
    let harness = try CommandLineHarness()
    _ = try harness.answer("init")
    let outcome = harness.run(
      "store import -",
      input: Self.line.replacing("2025-01-06T14:00:30", with: "noon")
    )
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors.contains(
        "line 1 cannot be imported: this is not a booking: 'expires' is 'noon.000Z'; write a time as "
          + "yyyy-MM-ddTHH:mm:ss.SSSZ"
      )
    )
    #expect(try harness.answer("store export").isEmpty)
  }
}

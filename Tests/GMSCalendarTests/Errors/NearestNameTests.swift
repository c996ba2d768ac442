import GMSCalendar
import Testing

@Suite("Nearest names")
struct NearestNameTests {
  static let names = ["America/New_York", "Europe/Paris", "Europe/London", "_timezone", "_bh_regular1"]

  @Test(
    arguments: [
      ("Europe/Paris", "Europe/Paris"), ("europe/paris", "Europe/Paris"), ("Paris", "Europe/Paris"),
      ("Europe/Prais", "Europe/Paris"), ("_timezon", "_timezone"), ("timezone", "_timezone"),
      ("_bh_reguler1", "_bh_regular1"), ("", nil), ("Tokyo", nil), ("qqqqqqqqqqqq", nil),
    ] as [(String, String?)]
  )
  func find(text: String, name: String?) {
    #expect(NearestName.find(text, in: Self.names) == name)
  }

  @Test func ofEqualsTheFirstWins() {
    #expect(NearestName.find("cat", in: ["bat", "hat"]) == "bat")
    #expect(NearestName.find("hat", in: ["bat", "hat"]) == "hat")
  }

  @Test func longTextsAreBounded() {
    let long = String(repeating: "x", count: 100_000)
    #expect(NearestName.find(long, in: Self.names) == nil)
    #expect(NearestName.find(long, in: [String(repeating: "x", count: 64)]) != nil)
  }
}

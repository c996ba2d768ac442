import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// Instants exactly as they are printed read back; everything else is left to the reader for people.
struct PrintedInstantTests {
  @Test func whatIsPrintedReadsBack() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let milliseconds = Int64.random(
        in: Date.earliestSecond * 1000..<Date.endOfSeconds * 1000,
        using: &random
      )
      let date = Date(millisecondsSince1970: milliseconds)
      let text = InstantText.print(date)
      // The printer of local times builds its text from strings, and does not know of bytes.
      #expect(text == InstantText.print(date, in: .utc) + "Z")
      var bytes = [UInt8(ascii: ">")]
      InstantText.append(date, to: &bytes)
      #expect(bytes == Array(">\(text)".utf8))
      #expect(InstantText.milliseconds(ofPrinted: text) == milliseconds, "\(text)")
    }
  }

  @Test(arguments: [
    "", "2025-01-06T09:00:00Z", "2025-01-06T09:00:00.000+00:00", "2025-01-06t09:00:00.000Z",
    "2025-01-06 09:00:00.000Z", "2025-02-29T09:00:00.000Z", "2025-01-06T24:00:00.000Z",
    "2025-01-06T09:60:00.000Z", "2025-01-06T09:00:60.000Z", "2025-01-06T09:00:00.00٠Z",
    "0000-01-06T09:00:00.000Z", "2025-01-06T09:00:00.000Zx",
  ])
  func otherTextIsNotRead(text: String) {
    #expect(InstantText.milliseconds(ofPrinted: text) == nil)
  }
}

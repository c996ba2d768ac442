import Testing
import gmsctl

@Suite("Progress bars")
struct ProgressBarTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let done: Int
    let total: Int?
    let text: String
    var testDescription: String { "\(done) of \(total.map(String.init) ?? "?")" }
  }

  static let cases = [
    Case(done: 0, total: 300, text: "x [>                             ]   0 %"),
    Case(done: 2, total: 300, text: "x [>                             ]   0 %"),
    Case(done: 3, total: 300, text: "x [>                             ]   1 %"),
    Case(done: 100, total: 300, text: "x [=========>                    ]  33 %"),
    Case(done: 299, total: 300, text: "x [=============================>]  99 %"),
    Case(done: 300, total: 300, text: "x [==============================] 100 %"),
    // A file that grows while it is read, and one that is empty.
    Case(done: 301, total: 300, text: "x [==============================] 100 %"),
    Case(done: -1, total: 300, text: "x [>                             ]   0 %"),
    Case(done: 0, total: 0, text: "x [==============================] 100 %"),
    Case(done: Int.max, total: Int.max, text: "x [==============================] 100 %"),
    Case(done: 0, total: nil, text: "x 0 MiB"),
    Case(done: 12 << 20, total: nil, text: "x 12 MiB"),
  ]

  @Test("show the share, or the sum where the end is not known", arguments: cases)
  func text(_ test: Case) {
    #expect(ProgressBar.text("x", done: test.done, total: test.total) == test.text)
  }

  @Test("are drawn when something changes, over themselves, and go in the end")
  func drawing() {
    var shown: [String] = []
    var bar = ProgressBar("x", total: 100_000) { shown.append($0) }
    #expect(bar.isVisible)
    bar.finish()
    #expect(shown.isEmpty, "nothing to take away")
    for _ in 0..<100_000 { bar.advance(by: 1) }
    #expect(shown.count == 101)
    #expect(shown.allSatisfy { $0.hasPrefix("\r") && !$0.contains("\n") })
    #expect(shown.last == "\r" + ProgressBar.text("x", done: 1, total: 1))
    bar.finish()
    bar.finish()
    #expect(shown.count == 102)
    #expect(shown.last == "\r" + String(repeating: " ", count: 40) + "\r")
  }

  @Test("leave no rest of a longer line behind")
  func shrinking() {
    var shown: [String] = []
    var bar = ProgressBar("x", total: nil) { shown.append($0) }
    bar.advance(to: 1000 << 20)
    bar.advance(to: 1 << 20)
    #expect(shown == ["\rx 1000 MiB", "\rx 1 MiB   "])
  }

  @Test("that nobody sees draw nothing")
  func hidden() {
    var bar = ProgressBar("x", total: 10, show: nil)
    bar.advance(by: 5)
    bar.finish()
    #expect(!bar.isVisible)
  }
}

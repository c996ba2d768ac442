/// How far a long command has come, as one line on a terminal that is written over and goes in the end.
///
/// It is drawn when what it shows changes, at most 101 times where the end is known, and needs no clock.
package struct ProgressBar {
  /// How many letters the bar itself has.
  static let width = 30

  private let label: String
  /// What counts as all; nil where the end is not known.
  private let total: Int?
  /// Nil when nobody sees it.
  private let show: ((_ text: String) -> Void)?
  private var done = 0
  private var shown = ""

  /// A bar for work of `total` units; without it, the units are bytes and their sum is shown.
  ///
  /// Nothing is drawn before the first advance, and nothing at all without `show`.
  package init(_ label: String, total: Int?, show: ((_ text: String) -> Void)?) {
    self.label = label
    self.total = total
    self.show = show
  }

  /// Whether anybody sees it.
  package var isVisible: Bool { show != nil }

  /// Notes that so many more units are done.
  package mutating func advance(by units: Int) { advance(to: done + units) }

  /// Notes that so many units are done in all.
  package mutating func advance(to units: Int) {
    done = units
    guard let show else { return }
    let text = ProgressBar.text(label, done: done, total: total)
    guard text != shown else { return }
    // A shorter text leaves no rest of a longer one behind.
    show("\r" + text + String(repeating: " ", count: max(0, shown.count - text.count)))
    shown = text
  }

  /// Takes the line away, so that what follows begins at the terminal's edge.
  package mutating func finish() {
    guard let show, !shown.isEmpty else { return }
    show("\r" + String(repeating: " ", count: shown.count) + "\r")
    shown = ""
  }

  /// The line: `importing [=========>                    ]  33 %`, or `importing 12 MiB`.
  package static func text(_ label: String, done: Int, total: Int?) -> String {
    guard let total else { return "\(label) \(done >> 20) MiB" }
    let share = total > 0 ? Double(min(max(done, 0), total)) / Double(total) : 1
    // The bar goes by whole per cents, too, so that it never changes without them.
    let percent = Int(share * 100)
    let filled = percent * width / 100
    let number = String(percent)
    let bar =
      String(repeating: "=", count: filled)
      + (filled < width ? ">" + String(repeating: " ", count: width - filled - 1) : "")
    return "\(label) [\(bar)] \(String(repeating: " ", count: 3 - number.count))\(number) %"
  }
}

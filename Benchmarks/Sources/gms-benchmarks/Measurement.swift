import Foundation

/// One line of the table: what was measured, the figure, and the bound or peer that it stands beside.
struct Measurement {
  let name: String
  let nanoseconds: Double
  /// The bound in nanoseconds, or the peer's figure of the same run.
  let bound: Double
  let boundName: String
  /// Whether the figures are bytes of memory instead of nanoseconds.
  var isMemory = false

  var isMet: Bool { nanoseconds <= bound }

  static func text(_ nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1000: String(format: "%.1f ns", nanoseconds)
    case ..<1_000_000: String(format: "%.2f µs", nanoseconds / 1000)
    default: String(format: "%.2f ms", nanoseconds / 1_000_000)
    }
  }

  var row: String {
    let ratio = String(format: "%.2f", nanoseconds / bound)
    return
      "| \(name) | \(text(nanoseconds)) | \(boundName) \(text(bound)) | \(ratio) | \(isMet ? "yes" : "**no**") |"
  }

  private func text(_ figure: Double) -> String {
    isMemory ? "\(Int(figure)) bytes" : Self.text(figure)
  }
}

/// The median time of one call in nanoseconds: `rounds` rounds of `count` calls, on this thread.
///
/// The sum of what the calls answer is kept, so that no call can be left out by the optimiser.
func nanoseconds(_ count: Int, rounds: Int = 11, _ body: (Int) -> Int) -> Double {
  var times: [Double] = []
  var kept = 0
  for round in 0..<(rounds + 2) {
    let start = ContinuousClock.now
    for call in 0..<count { kept &+= body(call) }
    let elapsed = (ContinuousClock.now - start).components
    let total = Double(elapsed.seconds) * 1e9 + Double(elapsed.attoseconds) / 1e9
    if round >= 2 { times.append(total / Double(count)) }  // two rounds to warm up
  }
  Sink.value &+= kept
  return times.sorted()[times.count / 2]
}

/// Where results go so that they count as used.
enum Sink {
  nonisolated(unsafe) static var value = 0
}

/// Counts an import's lines by kind.
struct ImportTally {
  /// What became of a line.
  enum Outcome {
    case added
    case replaced
    case unchanged
  }

  private var counts: [TransferCount]

  /// A tally of these kinds, in this order.
  init(_ kinds: [String]) { counts = kinds.map { TransferCount($0) } }

  /// Counts one line.
  mutating func count(_ outcome: Outcome, _ kind: String) {
    guard let index = counts.firstIndex(where: { $0.kind == kind }) else {
      preconditionFailure("The tally of an import does not know the kind '\(kind)'.")
    }
    switch outcome {
    case .added: counts[index].added += 1
    case .replaced: counts[index].replaced += 1
    case .unchanged: counts[index].unchanged += 1
    }
  }

  /// The kinds that occurred.
  var result: [TransferCount] { counts.filter { $0.total > 0 } }
}

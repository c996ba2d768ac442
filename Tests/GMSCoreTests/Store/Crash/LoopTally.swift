import Testing

/// Counts the cases of a loop, and what is wrong in them.
struct LoopTally {
  /// What the loop is about.
  let name: String
  /// How many cases were run.
  private(set) var cases = 0
  private var failures: [String] = []
  private var failureCount = 0
  private var operations: [(name: String, cases: Int)] = []

  /// So many failures are told one by one; a loop of thousands must stay readable.
  private static let told = 12

  init(_ name: String) { self.name = name }

  /// Counts a case.
  mutating func count() { cases += 1 }

  /// Notes a failure unless it is right.
  mutating func check(_ isRight: Bool, _ what: @autoclosure () -> String) {
    if isRight { return }
    failureCount += 1
    if failures.count < LoopTally.told { failures.append(what()) }
  }

  /// Ends the cases of one operation, of which there must be some.
  mutating func end(_ operation: StoreOperation, atLeast floor: Int) {
    let count = cases - operations.reduce(0) { $0 + $1.cases }
    operations.append((operation.testDescription, count))
    check(count >= floor, "only \(count) cases of '\(operation)'; at least \(floor) were to be run")
  }

  /// Prints the number of cases, and records what was wrong.
  func finish(atLeast floor: Int, sourceLocation: SourceLocation = #_sourceLocation) {
    let parts = operations.map { "\($0.name) \($0.cases)" }.joined(separator: ", ")
    print("\(name): \(cases) cases\(parts.isEmpty ? "" : " (\(parts))")")
    for failure in failures { Issue.record("\(name): \(failure)", sourceLocation: sourceLocation) }
    if failureCount > failures.count {
      Issue.record("\(name): \(failureCount) failures in all", sourceLocation: sourceLocation)
    }
    if cases < floor {
      Issue.record(
        "\(name): only \(cases) cases; at least \(floor) were to be run",
        sourceLocation: sourceLocation
      )
    }
  }
}

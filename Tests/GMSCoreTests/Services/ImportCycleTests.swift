import GMSCore
import GMSTestSupport
import Testing

/// Cycles of imports, against a slow and obvious search.
struct ImportCycleTests {
  let validator = ConfigurationValidator()

  @Test
  func randomGraphs() throws {
    var generator = SeededGenerator(seed: 11)
    var cyclic = 0
    for round in 0..<400 {
      let count = Int.random(in: 1...8, using: &generator)
      var edges: [Set<Int>] = Array(repeating: [], count: count)
      for _ in 0..<Int.random(in: 0...count + 2, using: &generator) {
        edges[Int.random(in: 0..<count, using: &generator)].insert(
          Int.random(in: 0..<count, using: &generator)
        )
      }
      let configuration = configuration(edges)
      let expected = ImportCycleTests.hasCycle(edges)
      if expected { cyclic += 1 }
      do throws(CoreError) {
        try validator.check(configuration)
        #expect(!expected, "round \(round): \(edges)")
      } catch {
        #expect(expected, "round \(round): \(edges)")
        #expect(error.code == .importCycle)
        let path = try #require(cyclePath(error))
        #expect(path.count >= 2 && path.first == path.last)
        #expect(Set(path.dropLast()).count == path.count - 1)
        for (from, to) in zip(path, path.dropFirst()) { #expect(edges[from].contains(to)) }
      }
    }
    #expect(cyclic > 50 && cyclic < 350)
  }

  @Test
  func aDiamondIsNoCycle() throws {
    try validator.check(configuration([[1, 2], [3], [3], []]))
  }

  @Test
  func aLongChainIsFollowedToItsEnd() throws {
    let count = 5_000
    var edges: [Set<Int>] = (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] }
    try validator.check(configuration(edges))
    edges[count - 1] = [0]
    let error = try #require(throws: CoreError.self) { try validator.check(configuration(edges)) }
    #expect(cyclePath(error)?.count == count + 1)
  }

  private func configuration(_ edges: [Set<Int>]) -> Configuration {
    var configuration = Configuration()
    for (index, targets) in edges.enumerated() {
      var options: Options = ["_type": "builtin", "_service": "office-hours"]
      for target in targets.sorted() {
        let family = (index + target).isMultiple(of: 2) ? "_import_rules" : "_import_schedules"
        options["\(family)\(target + 1)"] = "\(target)"
      }
      configuration.services["\(index)"] = options
    }
    return configuration
  }

  private func cyclePath(_ error: CoreError) -> [Int]? {
    guard case .array(let names)? = error.facts.first(where: { $0.name == "path" })?.value else { return nil }
    return names.compactMap { name in
      if case .string(let text) = name { Int(text) } else { nil }
    }
  }

  /// Whether any node reaches itself, by closing the relation step by step.
  static func hasCycle(_ edges: [Set<Int>]) -> Bool {
    var reach = edges
    for _ in edges {
      reach = reach.map { targets in targets.union(targets.flatMap { reach[$0] }) }
    }
    return reach.indices.contains { reach[$0].contains($0) }
  }
}

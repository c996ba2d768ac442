import GMSCore
import GMSTestSupport
import Testing

/// Who is asked when: skipping and widening.
struct TargetStageTests {
  private func step(_ name: String, _ timeout: Int? = 10, clear: Bool = false, skip: Bool = false) throws
    -> TargetStep
  {
    TargetStep(
      try RoutingTarget("\(name)@S.GA"),
      timeout: timeout,
      clear: clear,
      skip: skip ? TargetCondition("Ready", .below, "1") : nil
    )
  }

  private func names(_ stages: [TargetStage]) -> [String] {
    stages.map { stage in
      stage.targets.map { String($0.description.prefix { $0 != "@" }) }.joined(separator: "+")
    }
  }

  @Test
  func withoutClearingTargetsAreAdded() throws {
    let list = TargetList([try step("a"), try step("b", 20), try step("c", nil)])
    let stages = list.stages()
    #expect(names(stages) == ["a", "a+b", "a+b+c"])
    #expect(stages.map(\.timeout) == [10, 20, nil])
    #expect(stages.map(\.index) == [0, 1, 2])
  }

  @Test
  func clearingReplacesOnTheWayToTheNext() throws {
    let list = TargetList([try step("a"), try step("b", clear: true), try step("c"), try step("d", nil)])
    #expect(names(list.stages()) == ["a", "a+b", "c", "c+d"])
  }

  @Test
  func aTargetWhoseConditionIsMetIsPassedOver() throws {
    let list = TargetList([
      try step("a", skip: true), try step("b", clear: true, skip: true), try step("c", skip: true),
    ])
    // No agent anywhere: only the last is asked, for somebody must be.
    #expect(names(list.stages { _, _ in 0 }) == ["c"])
    #expect(names(list.stages { _, _ in 1 }) == ["a", "a+b", "c"])
    // What is passed over clears nothing.
    #expect(names(list.stages { target, _ in target.description == "b@S.GA" ? 0 : 5 }) == ["a", "a+c"])
    // Of a statistic that nobody knows nothing is concluded.
    #expect(names(list.stages()) == ["a", "a+b", "c"])
  }

  @Test
  func theStatisticsOfTheMomentCount() throws {
    let list = TargetList([try step("a"), try step("b", skip: true), try step("c", nil)])
    let first = list.firstStage { _, _ in 0 }
    #expect(names([first]) == ["a"])
    #expect(names([try #require(list.stage(after: first) { _, _ in 0 })]) == ["a+c"])
    #expect(names([try #require(list.stage(after: first) { _, _ in 1 })]) == ["a+b"])
    let last = try #require(list.stage(after: first) { _, _ in 0 })
    #expect(list.stage(after: last) { _, _ in 0 } == nil)
  }

  @Test
  func aTargetIsAskedOnceEvenIfListedTwice() throws {
    let list = TargetList([try step("a"), try step("b"), try step("a", nil)])
    #expect(names(list.stages()) == ["a", "a+b", "a+b"])
  }

  @Test(arguments: UInt64(1)...20)
  func agreesWithASlowModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 1...15, using: &random)
      var steps: [TargetStep] = []
      for index in 0..<count {
        let (clear, skip) = (Bool.random(using: &random), Bool.random(using: &random))
        steps.append(try step("t\(index)", Int.random(in: 0...99, using: &random), clear: clear, skip: skip))
      }
      let idle = Set((0..<count).filter { _ in Bool.random(using: &random) }.map { "t\($0)@S.GA" })
      // The model strikes out what is passed over first, and then walks.
      var left = steps.enumerated().filter {
        $0.element.skip == nil || !idle.contains($0.element.target.description)
      }
      if left.last?.offset != count - 1 { left.append((count - 1, steps[count - 1])) }
      var expected: [TargetStage] = []
      var targets: [RoutingTarget] = []
      for (offset, step) in left {
        targets.append(step.target)
        expected.append(TargetStage(index: offset, targets: targets, timeout: step.timeout))
        if step.clear { targets = [] }
      }
      let list = TargetList(steps)
      #expect(list.stages { target, _ in idle.contains(target.description) ? 0 : 1 } == expected)
      #expect(try TargetList(list.description) == list)
    }
  }
}

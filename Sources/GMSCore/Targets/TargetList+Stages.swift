/// Who is asked when: the entries of a list one after the other, as the statistics say.
extension TargetList {
  /// Tells a statistic of a target now; nil where it is not known.
  public typealias Statistics = (_ target: RoutingTarget, _ statistic: String) -> Double?

  /// The first stage: the first entry that is not passed over.
  public func firstStage(_ statistics: Statistics) -> TargetStage {
    stage(at: next(from: 0, statistics), after: [])
  }

  /// The stage that follows when a stage's time is over; nil after the last entry.
  ///
  /// An entry whose condition is met now is passed over, except the last. What the entry of the stage that is
  /// over says of clearing decides: its targets are replaced, or the new one is asked together with them. An
  /// entry that was passed over is as if it were not there: GMS does not document that it could clear.
  ///
  /// - Precondition: the stage is one of this list.
  public func stage(after stage: TargetStage, _ statistics: Statistics) -> TargetStage? {
    precondition(steps.indices.contains(stage.index), "The stage belongs to another list of targets.")
    guard stage.index + 1 < steps.count else { return nil }
    let kept = steps[stage.index].clear ? [] : stage.targets
    return self.stage(at: next(from: stage.index + 1, statistics), after: kept)
  }

  /// All stages, if the statistics stay as they are.
  public func stages(_ statistics: Statistics = { _, _ in nil }) -> [TargetStage] {
    var stages = [firstStage(statistics)]
    while let last = stages.last, let next = stage(after: last, statistics) { stages.append(next) }
    return stages
  }

  private func next(from start: Int, _ statistics: Statistics) -> Int {
    for index in start..<(steps.count - 1) {
      let step = steps[index]
      guard let skip = step.skip, skip.isMet(by: statistics(step.target, skip.statistic)) else {
        return index
      }
    }
    return steps.count - 1
  }

  private func stage(at index: Int, after kept: [RoutingTarget]) -> TargetStage {
    let target = steps[index].target
    return TargetStage(
      index: index,
      targets: kept.contains(target) ? kept : kept + [target],
      timeout: steps[index].timeout
    )
  }
}

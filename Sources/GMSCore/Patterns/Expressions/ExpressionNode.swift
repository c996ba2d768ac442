/// An expression as a tree; groups are gone, because a whole match captures nothing.
indirect enum ExpressionNode {
  /// One character of a set.
  case set(ScalarSet)
  /// A place in the text, without a character.
  case assertion(ExpressionAssertion)
  /// One after the other; none is the empty text.
  case sequence([ExpressionNode])
  /// Any one of them.
  case alternation([ExpressionNode])
  /// As many times as from `least` to `most`; without `most`, or more often.
  case repetition(ExpressionNode, least: Int, most: Int?)

  /// How many instructions the node becomes, as far as the limit; `nil` when it is above.
  func steps(limit: Int) -> Int? {
    var total = 0
    switch self {
    case .set, .assertion: total = 1
    case .sequence(let nodes), .alternation(let nodes):
      if case .alternation = self { total = 2 * (nodes.count - 1) }
      for node in nodes {
        guard let steps = node.steps(limit: limit) else { return nil }
        total += steps
        guard total <= limit else { return nil }
      }
    case .repetition(let node, let least, let most):
      guard let steps = node.steps(limit: limit) else { return nil }
      // Even an empty node costs a step for each repetition: the expansion itself is work.
      let each = max(steps, 1)
      if let most {
        guard most <= limit else { return nil }
        total = least * each + (most - least) * (each + 1)
      } else {
        guard least <= limit else { return nil }
        total = max(least, 1) * each + 2
      }
    }
    return total <= limit ? total : nil
  }
}

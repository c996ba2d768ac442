/// Free agents, first in, first out.
struct AgentQueue {
  private var agents: [Int] = []
  private var start = 0

  var count: Int { agents.count - start }
  var first: Int? { start < agents.count ? agents[start] : nil }

  mutating func append(_ agent: Int) { agents.append(agent) }

  mutating func removeFirst() -> Int? {
    guard let agent = first else { return nil }
    start += 1
    // Half of the array is behind: moving the rest costs no more than it took to get here.
    if 2 * start >= agents.count {
      agents.removeFirst(start)
      start = 0
    }
    return agent
  }
}

// What the machine itself says always fits into the small form: it concerns one agent and one attempt at most. So it is
// added without the questions that a list of anybody's needs.
extension CallbackActions {
  /// Adds an action about neither an agent nor an attempt.
  @inline(__always)
  mutating func add(_ code: CallbackAction.Code) { put(code.rawValue) }

  /// Adds the telling of a status.
  @inline(__always)
  mutating func tell(_ status: CallbackStatusEvent.Known) { put(CallbackAction.code(of: status)) }

  /// Adds an action with an attempt.
  ///
  /// - Precondition: no other action has another attempt.
  @inline(__always)
  mutating func add(_ code: CallbackAction.Code, attempt: Int) {
    self.attempt = Int32(truncatingIfNeeded: attempt)
    put(code.rawValue)
  }

  /// Adds an action about an agent.
  ///
  /// - Precondition: no other action is about another agent.
  @inline(__always)
  mutating func add(_ code: CallbackAction.Code, agent: String) {
    self.agent = agent
    hasAgent = true
    put(code.rawValue)
  }

  /// Adds the release of an agent, whose name is moved here from where it was held.
  ///
  /// - Precondition: no other action is about an agent.
  @inline(__always)
  mutating func addRelease(of agent: inout String) {
    swap(&self.agent, &agent)
    hasAgent = true
    put(CallbackAction.Code.releaseAgent.rawValue)
  }

  @inline(__always)
  private mutating func put(_ code: UInt8) {
    assert(packedCount < Self.capacity && unpacked == nil, "The machine never says more than fits.")
    codes |= UInt64(code) &<< UInt64(packedCount * 8)
  }
}

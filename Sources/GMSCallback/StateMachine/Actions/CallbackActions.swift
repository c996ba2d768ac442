/// What has to be done because of an event, in order.
///
/// Every step of the machine answers such a list. Its actions concern one agent and one attempt at most, and there are
/// few of them, so a list is a few bytes that are copied without a heap: a byte an action, the agent's name once, the
/// attempt's number once. A list that somebody else makes may hold anything; one that does not fit is kept as an array.
///
///     step.actions == [.stopFindingAgent, .deliverStatus(.serviceExited)]
///     for action in step.actions { … }
public struct CallbackActions: Sendable {
  /// A byte an action, the first in the lowest; 0 stands for none.
  private(set) var codes: UInt64 = 0
  /// The number that the actions with an attempt have in common; negative when there is no such action.
  private(set) var attempt: Int32 = -1
  /// What the actions need besides; one member, because each that is more than bits doubles the cost of a copy.
  private(set) var rest = Rest.none

  /// What the codes do not say.
  enum Rest: Hashable, Sendable {
    /// Nothing: no action is about an agent.
    case none
    /// The agent whom all actions about an agent concern.
    case agent(String)
    /// The whole list, when it does not fit; there are no codes then.
    case unpacked([CallbackAction])
  }

  /// Nothing to do.
  public init() {}

  /// One after the other.
  public init(_ actions: some Sequence<CallbackAction>) {
    for action in actions { append(action) }
  }

  /// Adds an action at the end.
  ///
  /// - Complexity: O(1) for what fits into the small form: up to eight actions about one agent and one attempt.
  @inline(__always)
  public mutating func append(_ action: CallbackAction) {
    if !pack(action) { appendUnpacked(action) }
  }

  /// Adds actions at the end.
  @inline(__always)
  mutating func append(contentsOf others: CallbackActions) {
    guard packedCount + others.packedCount <= Self.capacity,
      attempt < 0 || others.attempt < 0 || attempt == others.attempt
    else { return appendEach(others) }
    switch (rest, others.rest) {
    case (_, .none): break
    case (.none, .agent): rest = others.rest
    case (.agent(let agent), .agent(let other)) where agent == other: break
    case (_, .agent), (_, .unpacked): return appendEach(others)
    }
    if case .unpacked = rest { return appendEach(others) }
    if others.codes != 0 { codes |= others.codes << UInt64(packedCount * 8) }
    if attempt < 0 { attempt = others.attempt }
  }

  @inline(never)
  private mutating func appendEach(_ others: CallbackActions) {
    for action in others { append(action) }
  }

  /// How many actions the small form can hold.
  static let capacity = 8

  /// The number of actions in the small form.
  @inline(__always)
  var packedCount: Int { (71 - codes.leadingZeroBitCount) / 8 }

  /// Adds an action to the small form, or says that it does not fit.
  @inline(__always)
  private mutating func pack(_ action: CallbackAction) -> Bool {
    let code = action.code
    guard packedCount < Self.capacity, code != 0 else { return false }
    if case .unpacked = rest { return false }
    switch action {
    case .submit(let number), .askForConfirmation(let number), .offerAccess(let number),
      .dialCustomer(let number):
      guard let small = Int32(exactly: number), small >= 0, attempt < 0 || attempt == small else {
        return false
      }
      attempt = small
    case .showPreview(let name), .dialAgent(let name), .releaseAgent(let name):
      switch rest {
      case .none: rest = .agent(name)
      case .agent(let agent): guard agent == name else { return false }
      case .unpacked: return false
      }
    case .findAgent, .stopFindingAgent, .withdrawAccess, .hangUpCustomer, .deliverStatus, .removeRecord: break
    }
    codes |= UInt64(code) << UInt64(packedCount * 8)
    return true
  }

  @inline(never)
  private mutating func appendUnpacked(_ action: CallbackAction) {
    let all = Array(self) + [action]
    self = CallbackActions()
    rest = .unpacked(all)
  }
}

// What fits into the small form depends on the actions alone, so equal lists are kept alike.
extension CallbackActions: Hashable {}

extension CallbackActions: ExpressibleByArrayLiteral {
  /// A list from its actions.
  public init(arrayLiteral elements: CallbackAction...) { self.init(elements) }
}

extension CallbackActions: RandomAccessCollection {
  /// The position of the first action.
  public var startIndex: Int { 0 }
  /// The number of actions.
  public var endIndex: Int {
    switch rest {
    case .none, .agent: packedCount
    case .unpacked(let all): all.count
    }
  }

  /// The action at a position.
  public subscript(position: Int) -> CallbackAction {
    precondition(position >= 0 && position < endIndex, "There is no action \(position) of \(endIndex).")
    let code = UInt8(truncatingIfNeeded: codes >> UInt64(position * 8))
    return switch rest {
    case .none: CallbackAction(code: code, attempt: Int(attempt), agent: "")
    case .agent(let agent): CallbackAction(code: code, attempt: Int(attempt), agent: agent)
    case .unpacked(let all): all[position]
    }
  }
}

extension CallbackActions: CustomStringConvertible {
  /// The actions as an array prints them.
  public var description: String { "\(Array(self))" }
}

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
  var codes: UInt64 = 0
  /// The number that the actions with an attempt have in common; negative when there is no such action.
  var attempt: Int32 = -1
  /// The agent whom all actions about an agent concern; empty when there is no such action.
  ///
  /// Not an optional or another enum: those are copied by a detour that costs more than all else here.
  var agent = ""
  /// Whether there is an action about an agent.
  var hasAgent = false
  /// The whole list, when it does not fit into the other members, which are empty then.
  private(set) var unpacked: UnpackedActions?

  /// Nothing to do.
  @inline(__always)
  public init() {}

  /// One after the other.
  public init(_ actions: some Sequence<CallbackAction>) {
    for action in actions { append(action) }
  }

  /// Adds an action at the end.
  ///
  /// - Complexity: O(1) for what fits into the small form: up to eight actions about one agent and one attempt.
  public mutating func append(_ action: CallbackAction) {
    if !pack(action) { appendUnpacked(action) }
  }

  /// How many actions the small form can hold.
  static let capacity = 8

  /// The number of actions in the small form.
  @inline(__always)
  var packedCount: Int { (71 - codes.leadingZeroBitCount) / 8 }

  /// Adds an action to the small form, or says that it does not fit.
  private mutating func pack(_ action: CallbackAction) -> Bool {
    let code = action.code
    guard unpacked == nil, packedCount < Self.capacity, code != 0 else { return false }
    switch action {
    case .submit(let number), .askForConfirmation(let number), .offerAccess(let number),
      .dialCustomer(let number):
      guard let small = Int32(exactly: number), small >= 0, attempt < 0 || attempt == small else {
        return false
      }
      attempt = small
    case .showPreview(let name), .dialAgent(let name), .releaseAgent(let name):
      guard !hasAgent || agent == name else { return false }
      agent = name
      hasAgent = true
    case .findAgent, .stopFindingAgent, .withdrawAccess, .hangUpCustomer, .deliverStatus, .removeRecord: break
    }
    codes |= UInt64(code) << UInt64(packedCount * 8)
    return true
  }

  @inline(never)
  private mutating func appendUnpacked(_ action: CallbackAction) {
    let all = Array(self) + [action]
    self = CallbackActions()
    unpacked = UnpackedActions(all)
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
  public var endIndex: Int { unpacked?.list.count ?? packedCount }

  /// The action at a position.
  public subscript(position: Int) -> CallbackAction {
    precondition(position >= 0 && position < endIndex, "There is no action \(position) of \(endIndex).")
    if let unpacked { return unpacked.list[position] }
    return CallbackAction(
      code: UInt8(truncatingIfNeeded: codes >> UInt64(position * 8)),
      attempt: Int(attempt),
      agent: agent
    )
  }
}

extension CallbackActions: CustomStringConvertible {
  /// The actions as an array prints them.
  public var description: String { "\(Array(self))" }
}

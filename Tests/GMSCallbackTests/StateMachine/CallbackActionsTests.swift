import GMSCallback
import GMSTestSupport
import Testing

/// The list of actions against the array that it stands for.
struct CallbackActionsTests {
  private static let statuses: [CallbackStatusEvent] = [
    .serviceCreated, .callbackQueued, .virtualInteractionCreated, .targetFound, .dialInitiated, .dialDone,
    .connectTreatmentStarted, .customerQueued, .routedToAgent, .serviceExited, .callbackCancelled,
    .callbackReminder, CallbackStatusEvent(rawValue: "_cbe_on_something_else"),
  ]

  private static func action(_ random: inout SeededGenerator) -> CallbackAction {
    let agent =
      ["kate", "kate", "tom", "a name that does not fit into fifteen bytes", ""]
      .randomElement(using: &random) ?? ""
    let attempt = [1, 1, 1, 2, 0, -1, Int.max].randomElement(using: &random) ?? 1
    switch Int.random(in: 0..<13, using: &random) {
    case 0: return .submit(attempt: attempt)
    case 1: return .findAgent
    case 2: return .stopFindingAgent
    case 3: return .showPreview(agent: agent)
    case 4: return .askForConfirmation(attempt: attempt)
    case 5: return .offerAccess(attempt: attempt)
    case 6: return .withdrawAccess
    case 7: return .dialCustomer(attempt: attempt)
    case 8: return .dialAgent(agent: agent)
    case 9: return .hangUpCustomer
    case 10: return .releaseAgent(agent: agent)
    case 11: return .deliverStatus(statuses.randomElement(using: &random) ?? .serviceExited)
    default: return .removeRecord
    }
  }

  @Test(arguments: 0..<20)
  func isTheArray(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<500 {
      let array = (0..<Int.random(in: 0...10, using: &random)).map { _ in Self.action(&random) }
      let list = CallbackActions(array)
      #expect(Array(list) == array)
      #expect(list.count == array.count)
      #expect(list.isEmpty == array.isEmpty)
      #expect(list.first == array.first)
      #expect(list.last == array.last)
      #expect(list.reversed() == array.reversed())
      #expect(list.description == array.description)

      // Equal lists are equal however they were made, and no others are.
      var appended = CallbackActions()
      for action in array { appended.append(action) }
      #expect(appended == list)
      #expect(appended.hashValue == list.hashValue)
      var other = array
      if let index = other.indices.randomElement(using: &random) { other[index] = Self.action(&random) }
      #expect((CallbackActions(other) == list) == (other == array), "\(other) and \(array)")
    }
  }

  @Test func literals() {
    let list: CallbackActions = [.stopFindingAgent, .releaseAgent(agent: "kate"), .deliverStatus(.dialDone)]
    #expect(list == [.stopFindingAgent, .releaseAgent(agent: "kate"), .deliverStatus(.dialDone)])
    #expect(list != [.stopFindingAgent, .releaseAgent(agent: "tom"), .deliverStatus(.dialDone)])
    #expect(list != [.stopFindingAgent, .releaseAgent(agent: "kate")])
    #expect(list != [])
    #expect(CallbackActions() == [])
    #expect(
      list.dropFirst().map(\.description) == [
        "release-agent agent=kate", "deliver-status event=_cbe_on_dial_done",
      ]
    )
  }

  /// Every position of a full list and one action more.
  @Test func overflows() {
    for count in 0...12 {
      let array = (0..<count).map { $0.isMultiple(of: 2) ? CallbackAction.findAgent : .hangUpCustomer }
      #expect(Array(CallbackActions(array)) == array)
    }
  }

  @Test func positionsAreChecked() async {
    await #expect(processExitsWith: .failure) { _ = ([.findAgent] as CallbackActions)[1] }
    await #expect(processExitsWith: .failure) { _ = ([.findAgent] as CallbackActions)[-1] }
  }

  @Test(arguments: statuses)
  func statusesKeepTheirNames(_ status: CallbackStatusEvent) {
    let read = CallbackStatusEvent(rawValue: status.rawValue)
    #expect(read == status)
    #expect(read.hashValue == status.hashValue)
    #expect(read.rawValue == status.rawValue)
    #expect(Set(Self.statuses.map(\.rawValue)).count == Self.statuses.count)
  }
}

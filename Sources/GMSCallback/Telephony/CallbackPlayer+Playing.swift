#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// What happens at a moment, and giving agents to callbacks.
extension CallbackPlayer {
  /// Plays one moment.
  mutating func play(_ moment: PlayedMoments.Moment) throws {
    let index = Int(moment.party)
    switch moment.slot {
    case .due: try drive(index, at: moment.time)
    case .customer, .agent, .line, .wait:
      guard let event = parties[index].take(moment.slot, token: moment.token) else { return }
      report(event, to: index)
    }
    try match()
  }

  /// Calls the driver when a timer of the callback is due.
  private mutating func drive(_ index: Int, at time: Int64) throws {
    guard parties[index].lookAt == time else { return }
    parties[index].lookAt = .max
    guard parties[index].due <= time else { return lookWhenDue(index) }
    let report = try engine.run(context)
    var joined: Set<CallbackID> = []
    for step in report.steps where !joined.contains(step.id) {
      if let party = indexes[step.id] {
        take(step.transition, of: party)
        settle(party, due: step.transition.to.nextTimer(expiration: parties[party].expiration).due)
      } else if step.transition.to.kind != .completed {
        // Made elsewhere; from here on, that is after all steps of this report, it is played.
        let callback = try engine.callback(step.id.text)
        joined.insert(step.id)
        if callback.state.name != .completed { enter(callback) }
      }
    }
    if parties[index].due <= time, parties[index].kind != .completed {
      fault(
        "the driver left a timer of '\(parties[index].id)' in \(parties[index].kind.rawValue) that was due"
      )
    }
  }

  /// Reports an event that the engine asked for.
  private mutating func report(_ event: CallbackEvent, to index: Int) {
    do {
      let id = parties[index].id
      let (callback, transitions) = try engine.apply(event, to: id.text, context)
      for transition in transitions { take(transition, of: index) }
      settle(index, due: callback.nextDue)
      if callback.agent != heldAgent(of: index), !parties[index].isForeign {
        fault(
          "'\(id)' holds \(callback.agent ?? "nobody"), but \(heldAgent(of: index) ?? "nobody") was given"
        )
      }
    } catch {
      fault(
        "'\(event.name.rawValue)' was asked for and refused in \(parties[index].kind.rawValue): \(error)"
      )
    }
  }

  private func heldAgent(of index: Int) -> String? {
    parties[index].agent < 0 ? nil : agentNames[parties[index].agent]
  }

  /// Gives free agents to those who are first in line.
  mutating func match() throws {
    while let agent = idle.first, let place = line.first {
      _ = idle.removeFirst()
      line.remove(place.id)
      guard let index = indexes[place.id] else { preconditionFailure("Somebody in line is not known.") }
      stopSearching(index)
      parties[index].agent = agent
      parties[index].agentsReserved += 1
      agents[agent] = index
      let before = faultCount
      report(.agentReserved(agent: agentNames[agent]), to: index)
      // An engine that refuses gets its agent back; the callback is left to its timers.
      if faultCount > before, parties[index].agent == agent { free(agent, of: index) }
    }
  }

  mutating func free(_ agent: Int, of index: Int) {
    agents[agent] = -1
    parties[index].agent = -1
    idle.append(agent)
  }

  mutating func stopSearching(_ index: Int) {
    guard parties[index].isSearching else { return }
    parties[index].isSearching = false
    searching -= 1
  }

  /// Sees to it that the player looks when the callback's next timer is due.
  mutating func lookWhenDue(_ index: Int) {
    let due = parties[index].due
    guard parties[index].kind != .completed, due < parties[index].lookAt else { return }
    parties[index].lookAt = max(due, clock)
    moments.plan(.due, of: index, at: max(due, clock), token: 0)
  }
}

import Foundation
import GMSCore
import Testing

struct ErlangCTests {
  /// The formula as textbooks write it, with factorials.
  private static func textbook(_ load: Double, _ agents: Int) -> Double {
    var (term, sum) = (1.0, 0.0)
    for number in 0..<agents {
      if number > 0 { term *= load / Double(number) }
      sum += term
    }
    let last = term * load / Double(agents) * Double(agents) / (Double(agents) - load)
    return last / (sum + last)
  }

  @Test func agreesWithTheTextbook() {
    for agents in 1...60 {
      for tenths in stride(from: 1, to: agents * 10, by: 7) {
        let load = Double(tenths) / 10
        let expected = Self.textbook(load, agents)
        #expect(abs(ErlangC.waiting(load: load, agents: agents) - expected) < 1e-12)
      }
    }
  }

  @Test func oneAndTwoAgentsHaveSimpleAnswers() {
    #expect(abs(ErlangC.waiting(load: 0.75, agents: 1) - 0.75) < 1e-15)
    // Of two agents: ρ² · 2 / (1 + ρ).
    #expect(abs(ErlangC.waiting(load: 1.2, agents: 2) - 2 * 0.36 / 1.6) < 1e-15)
    #expect(abs(ErlangC.averageWait(load: 0.75, agents: 1, handlingSeconds: 60) - 180) < 1e-12)
  }

  @Test func theEdges() {
    #expect(ErlangC.waiting(load: 0, agents: 1) == 0)
    #expect(ErlangC.waiting(load: 0, agents: 0) == 1)
    #expect(ErlangC.waiting(load: 5, agents: 0) == 1)
    #expect(ErlangC.waiting(load: 5, agents: 5) == 1)
    #expect(ErlangC.waiting(load: 7, agents: 5) == 1)
    #expect(ErlangC.averageWait(load: 5, agents: 5, handlingSeconds: 60) == .infinity)
    #expect(ErlangC.averageWait(load: 0, agents: 0, handlingSeconds: 60) == .infinity)
    #expect(ErlangC.averageWait(load: 0, agents: 1, handlingSeconds: 60) == 0)
    #expect(ErlangC.agents(load: 0, handlingSeconds: 60, averageWait: 1) == 1)
  }

  @Test func theFewestAgentsAreEnoughAndOneLessIsNot() {
    for load in [0.1, 1, 3.7, 10, 99.5, 2500] {
      for target in [0.5, 20, 300] {
        let agents = ErlangC.agents(load: load, handlingSeconds: 240, averageWait: target)
        #expect(ErlangC.averageWait(load: load, agents: agents, handlingSeconds: 240) <= target)
        if agents > 1 {
          #expect(ErlangC.averageWait(load: load, agents: agents - 1, handlingSeconds: 240) > target)
        }
      }
    }
  }
}

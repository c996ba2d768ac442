import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Synchronization

/// One writer: starts gmsctl again and again, now and then kills it, and remembers what was acknowledged.
final class WritingProcess: Sendable {
  struct Result: Sendable {
    var expected: [ExpectedCallback] = []
    var acknowledged = 0
    var killed = 0
    var busy = 0
    var faults: [String] = []
  }

  private enum Job {
    case start
    case move(Int, to: String)
    case cancel(Int)
  }

  private let number: Int
  private let store: String
  private let seen: SeenCallbacks
  private let end: ContinuousClock.Instant
  private let state = Mutex(Result())

  init(_ number: Int, store: String, seen: SeenCallbacks, until end: ContinuousClock.Instant) {
    self.number = number
    self.store = store
    self.seen = seen
    self.end = end
  }

  var result: Result { state.withLock { $0 } }

  func run() {
    var random = SeededGenerator(seed: UInt64(number))
    var result = Result()
    var usual = Duration.milliseconds(5)
    var turn = 0
    // However slow the machine is, a few rounds are made.
    while ContinuousClock.now < end || turn < 8 {
      turn += 1
      let job = choose(result, turn, &random)
      let began = ContinuousClock.now
      // The first rounds live, to learn how long a process takes; those that are killed die within that time.
      let delay = turn > 3 && random.oneIn(3) ? usual * Double.random(in: 0...1, using: &random) : nil
      do {
        let ending = try ChildProcess.run(words(job, turn, result), store: store, killAfter: delay)
        if ending.code == 0, delay == nil { usual = (usual * 3 + (ContinuousClock.now - began)) / 4 }
        note(ending, of: job, turn, &result)
      } catch {
        result.faults.append("a process could not be started: \(error)")
        break
      }
    }
    state.withLock { $0 = result }
  }

  private func customer(_ turn: Int) -> String { "\(number)\(100_000 + turn)" }

  private func choose(_ result: Result, _ turn: Int, _ random: inout SeededGenerator) -> Job {
    let open = result.expected.indices.filter { result.expected[$0].isOpen }
    guard let index = open.randomElement(using: &random) else { return .start }
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1: return .start
    case 2: return .cancel(index)
    default:
      // Every time is another one, so that a change shows which one it was.
      return .move(index, to: InstantText.print(instant("2025-01-10T00:00:00Z") + Double(turn)))
    }
  }

  private func words(_ job: Job, _ turn: Int, _ result: Result) -> [String] {
    func id(_ index: Int) -> String { result.expected[index].id ?? "" }
    switch job {
    case .start:
      return [
        "callback", "start", "support", "--number", customer(turn), "--at", "2025-01-07T15:00:00Z", "--seed",
        customer(turn), "-o", "jsonl", "--fields", "_id",
      ]
    case .move(let index, let time):
      return ["callback", "event", id(index), "rescheduled", "desired=\(time)", "-o", "json"]
    case .cancel(let index): return ["callback", "cancel", id(index), "--yes", "-o", "json"]
    }
  }

  /// Remembers what came of a process.
  private func note(_ ending: ChildProcess.Ending, of job: Job, _ turn: Int, _ result: inout Result) {
    let change: (index: Int, text: String)?
    switch job {
    case .start: change = nil
    case .move(let index, let time): change = (index, time)
    case .cancel(let index): change = (index, "cancelled")
    }
    switch ending.code {
    case 0:
      result.acknowledged += 1
      if let change {
        result.expected[change.index].changes.append(change.text)
      } else if let id = try? JSONReader.read(ending.output)["_id"]?.stringValue {
        result.expected.append(ExpectedCallback(number: customer(turn), id: id))
        seen.insert(id)
      } else {
        result.faults.append("a start that succeeded answered '\(ending.output)'")
      }
    case nil:
      result.killed += 1
      if let change {
        result.expected[change.index].unsure = change.text
      } else {
        result.expected.append(ExpectedCallback(number: customer(turn), id: nil))
      }
    case 4: result.busy += 1
    case .some(let code): result.faults.append("\(job) ended with \(code): \(ending.errors)")
    }
  }
}

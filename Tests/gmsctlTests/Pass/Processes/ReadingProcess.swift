import Foundation
import GMSCore
import Synchronization

/// One reader beside the writers: what it sees is whole, has nothing twice, and has all that was acknowledged before
/// it began.
final class ReadingProcess: Sendable {
  struct Result: Sendable {
    var reads = 0
    var faults: [String] = []
  }

  private let store: String
  private let seen: SeenCallbacks
  private let end: ContinuousClock.Instant
  private let state = Mutex(Result())

  init(store: String, seen: SeenCallbacks, until end: ContinuousClock.Instant) {
    self.store = store
    self.seen = seen
    self.end = end
  }

  var result: Result { state.withLock { $0 } }

  func run() {
    var result = Result()
    repeat {
      // Readers take most of a small machine, and it is the writers who are watched.
      Thread.sleep(forTimeInterval: 0.1)
      let before = seen.all
      do {
        let ending = try ChildProcess.run(
          ["callback", "list", "--max", "1000000", "-o", "jsonl", "--fields", "_id"],
          store: store,
          killAfter: nil
        )
        result.faults += Self.faults(ending, before)
        result.reads += 1
      } catch {
        result.faults.append("a reader could not be started: \(error)")
        break
      }
    } while ContinuousClock.now < end
    state.withLock { $0 = result }
  }

  private static func faults(_ ending: ChildProcess.Ending, _ before: Set<String>) -> [String] {
    guard ending.code == 0 else { return ["a reader ended with \(ending.code ?? -1): \(ending.errors)"] }
    var ids: Set<String> = []
    for line in ending.output.split(separator: "\n") {
      guard let id = try? JSONReader.read(String(line))["_id"]?.stringValue else {
        return ["a reader answered '\(line)'"]
      }
      if !ids.insert(id).inserted { return ["a reader has \(id) twice"] }
    }
    let lost = before.subtracting(ids)
    return lost.isEmpty ? [] : ["a reader does not see what was acknowledged before it began: \(lost)"]
  }
}

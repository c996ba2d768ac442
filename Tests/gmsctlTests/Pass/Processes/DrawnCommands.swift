import Foundation
import GMSCalendar
import GMSCallback
import GMSCore
import GMSTestSupport

/// Random commands on callbacks, each of which the library and gmsctl can do.
struct DrawnCommands {
  /// A command, and when.
  struct Command {
    let job: Job
    let now: Date
    let seed: Int

    /// The line of gmsctl.
    var words: [String] {
      let global = ["--now", InstantText.print(now), "--seed", "\(seed)", "--yes", "-o", "json"]
      switch job {
      case .start(let number, let desired):
        return ["callback", "start", "support", "--number", number]
          + (desired.map { ["--at", InstantText.print($0)] } ?? []) + ["note=é\"\(seed)"] + global
      case .event(let id, let event):
        let parameters = event.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return ["callback", "event", id, event.name.rawValue] + parameters + global
      case .cancel(let id): return ["callback", "cancel", id] + global
      case .cancelMany(let number, let note):
        // A number chooses callbacks as well as ids do, and needs no file.
        return ["callback", "cancel-many", "--where", "_customer_number=\(number)", "--reason", note] + global
      case .reschedule(let id, let desired):
        return ["callback", "reschedule", id, "--at", InstantText.print(desired), "colour=blue"] + global
      case .pause(true): return ["service", "pause", "support"] + global
      case .pause(false): return ["service", "resume", "support"] + global
      case .run: return ["run"] + global
      }
    }
  }

  enum Job {
    case start(number: String, at: Date?)
    case event(String, CallbackEvent)
    case cancel(String)
    case cancelMany(number: String, note: String)
    case reschedule(String, to: Date)
    case pause(Bool)
    case run
  }

  private var random: SeededGenerator
  private var now = instant("2025-01-06T14:00:00Z")
  private var isPaused = false

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A command that fits a store with these callbacks, most of the time.
  mutating func next(_ callbacks: [Callback], _ policy: CallbackPolicy) -> Command {
    if random.oneIn(2) { now += Double(Int.random(in: 0...90_000, using: &random)) / 1000 }
    if random.oneIn(12) { now += Double(Int.random(in: 0...4000, using: &random)) }
    return Command(job: job(callbacks, policy), now: now, seed: Int.random(in: 1...9, using: &random))
  }

  private mutating func job(_ callbacks: [Callback], _ policy: CallbackPolicy) -> Job {
    let number = "500\(Int.random(in: 1...4, using: &random))"
    let later = now + Double(Int.random(in: 0...2000, using: &random))
    guard let callback = callbacks.randomElement(using: &random), !random.oneIn(5) else {
      return .start(number: number, at: random.oneIn(2) ? later : nil)
    }
    let id = random.oneIn(25) ? "1-00000000-0000-4000-8000-000000000000" : callback.id.text
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return .cancel(id)
    case 1: return .cancelMany(number: number, note: "storm \"é\"")
    case 2: return .reschedule(id, to: later)
    case 3:
      isPaused.toggle()
      return .pause(isPaused)
    case 4, 5: return .run
    default:
      let accepted = callback.machine.acceptedEvents(policy: policy).filter { $0.source != .time }
      let name =
        random.oneIn(6)
        ? CallbackEvent.allNames.randomElement(using: &random) : accepted.randomElement(using: &random)
      return .event(id, event(name ?? .submitted))
    }
  }

  private mutating func event(_ name: CallbackEvent.Name) -> CallbackEvent {
    let parameters: [String: String] =
      switch name {
      case .agentReserved: ["agent": ["kate", "tom"].randomElement(using: &random) ?? "kate"]
      case .failed: ["reason": "FAIL_QUEUEING"]
      case .rescheduled: ["desired": InstantText.print(now + 500)]
      case .cancelledByAdministrator: ["note": "twice \"said\""]
      default: [:]
      }
    return (try? CallbackEvent(name: name.rawValue, parameters: parameters)) ?? .submitted
  }
}

extension DrawnCommands.Command {
  /// Does the command through the library, and answers the code of its refusal, if it is refused.
  func perform(_ engine: CallbackEngine) throws -> String? {
    let context = RequestContext(now: now, randomness: .seed(UInt64(seed)))
    do {
      switch job {
      case .start(let number, let desired):
        _ = try engine.startWithDialog(
          StartRequest(
            "support",
            customerNumber: number,
            at: desired,
            parameters: ["note": "é\"\(seed)"]
          ),
          context
        )
      case .event(let id, let event): try engine.apply(event, to: id, context)
      case .cancel(let id): try engine.cancel(id, context)
      case .cancelMany(let number, let note):
        let condition = PropertyCondition(key: "_customer_number", value: number)
        try engine.cancelMany(CallbackFilter(conditions: [condition]), note: note, context)
      case .reschedule(let id, let desired):
        try engine.reschedule(id, to: desired, parameters: ["colour": "blue"], context)
      case .pause(true): try engine.pause("support", context)
      case .pause(false): try engine.resume("support", context)
      case .run: try engine.run(context)
      }
      return nil
    } catch let error as any GMSFailure {
      return error.failureCode
    }
  }
}

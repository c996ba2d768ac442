import Foundation
import GMSCallback
import GMSCore

/// An engine in memory with 100,000 callbacks, and a service whose every limit is on and high enough.
final class BusyEngine {
  static let count = 100_000

  /// Monday 2025-01-06, 12:00 in New York.
  let now = Date(timeIntervalSince1970: 1_736_182_800)
  let store = MemoryStore()
  let engine: CallbackEngine
  private var started = 0

  /// An engine whose callbacks wait for a time of the next month, or for an agent.
  init(scheduled isScheduled: Bool) throws {
    engine = CallbackEngine(store: store)
    let editor = ServiceEditor()
    var configuration = try editor.create(
      "Office",
      template: "office-hours",
      options: ["_timezone": "America/New_York", "_bh_regular1": "Mon-Sun 00:00-24:00"],
      in: Configuration(patterns: ["blocked": ["premium": #"\+1900\d{7}"#, "staff": #"\+1650555\d{4}"#]])
    )
    configuration = try editor.create(
      "support",
      template: "callback",
      scenario: "user-terminated-scheduled",
      options: [
        "_business_hours_service": "Office", "_request_time_bucket": "5",
        "_max_request_by_time_bucket": "10000000", "_target": "Agents@Stat.GA", "_urs_virtual_queue": "VQ",
        "_enable_reject_out_of_office_hours": "true", "_enable_in_queue_checking": "true",
        "_max_queued_callbacks_per_service": "10000000", "_throttle_callbacks_per_service_1": "10000000",
        "_throttle_callbacks_per_service_2": "10000000", "_throttle_request_parameters_limit": "10000000",
        "_disallow_impossible_phone_numbers": "true", "_disallow_premium_phone_numbers": "true",
        "_exceptions": "blocked",
      ],
      in: configuration
    )
    let made = configuration
    try store.write(StoreChange(time: now, command: "benchmark")) { try $0.setConfiguration(made) }
    for _ in 0..<BusyEngine.count { try start(scheduled: isScheduled) }
  }

  /// Starts one more callback, of a customer of its own.
  @discardableResult
  func start(scheduled isScheduled: Bool) throws -> Callback {
    started += 1
    let context = RequestContext(
      now: now.addingTimeInterval(Double(started) / 100),
      randomness: .seed(UInt64(started)),
      command: "benchmark"
    )
    // Half an hour to a month ahead, so that none falls due while the driver is measured.
    let ahead = 1800 + Double((started &* 7919) % (30 * 86_400))
    return try engine.start(
      StartRequest(
        "support",
        customerNumber: "1650\(1_000_000 + started)",
        at: isScheduled ? now.addingTimeInterval(ahead) : nil,
        parameters: ["lob": "sales", "first_name": "Ann"]
      ),
      context
    )
  }

  /// What follows on a submission until the conversation is over: with the two of the start, six steps.
  func events(_ agent: Int) -> [CallbackEvent] {
    [.agentReserved(agent: "agent-\(agent % 500)"), .customerAnswered, .agentAnswered, .callEnded]
  }

  func apply(_ event: CallbackEvent, to id: CallbackID) throws {
    _ = try engine.apply(
      event,
      to: id.text,
      RequestContext(now: now.addingTimeInterval(1500), command: "benchmark")
    )
  }
}

/// The time that this thread has worked, in nanoseconds: what the machine does besides does not count.
func workedNanoseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The median time of one call that this thread works for, of seven rounds.
private func worked(_ count: Int, _ body: () -> Int) -> Double {
  let times = (0..<7).map { _ in
    let start = workedNanoseconds()
    for _ in 0..<count { Sink.value &+= body() }
    return (workedNanoseconds() - start) / Double(count)
  }
  return times.sorted()[3]
}

/// Bytes of this process that are in memory.
private func residentBytes() -> Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * 4096
}

func engineMeasurements() throws -> [Measurement] {
  var measurements: [Measurement] = []
  func measure(_ name: String, bound: Double, _ nanoseconds: Double) {
    measurements.append(
      Measurement(name: name, nanoseconds: nanoseconds, bound: bound, boundName: "bound")
    )
  }

  let scheduled = try BusyEngine(scheduled: true)
  measure(
    "start for a time, limits on, 100,000 callbacks in memory",
    bound: 5_000,
    worked(1_000) { (try? scheduled.start(scheduled: true).priority) ?? 1 }
  )
  let tick = RequestContext(now: scheduled.now.addingTimeInterval(1500), command: "benchmark")
  measure(
    "driver tick, 100,000 wait and none is due",
    bound: 10_000,
    worked(1_000) { (try? scheduled.engine.run(tick).steps.count) ?? 1 }
  )
  let page = CallbackFilter(services: ["support"], maxPerService: 250)
  measure(
    "query of a service with 100,000, a page of 250",
    bound: 1_000_000,
    worked(10) {
      var bytes = 0
      try? scheduled.engine.forEachAnswer(page) { bytes += $1.count }
      return bytes
    }
  )
  measure(
    "query of all, a page of 250 records decoded",
    bound: 1_000_000,
    worked(10) {
      var filter = CallbackFilter(services: ["support"])
      filter.maxPerService = 250
      return (try? scheduled.engine.callbacks(filter).count) ?? 0
    }
  )

  let before = residentBytes()
  let queued = try BusyEngine(scheduled: false)
  measure(
    "start for at once, limits on, 100,000 callbacks in memory",
    bound: 5_000,
    worked(1_000) { (try? queued.start(scheduled: false).priority) ?? 1 }
  )
  var ids: [CallbackID] = []
  try queued.store.read { reader in
    ids = try reader.records(RecordQuery(.callback)).map { try CallbackID($0.id) }
  }
  var steps = 0
  let start = workedNanoseconds()
  for (number, id) in ids.enumerated() {
    for event in queued.events(number) {
      try queued.apply(event, to: id)
      steps += 1
    }
  }
  measure(
    "an event, mean of \(steps) on \(ids.count) callbacks",
    bound: 2_500,
    (workedNanoseconds() - start) / Double(steps)
  )
  let bytes = (residentBytes() - before) / ids.count
  measurements.append(
    Measurement(
      name: "memory of a callback with a history of six steps, its place in the store included",
      nanoseconds: Double(bytes),
      bound: 2048,
      boundName: "bound",
      isMemory: true
    )
  )
  return measurements
}

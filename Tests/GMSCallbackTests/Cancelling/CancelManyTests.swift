import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Cancelling many callbacks: all or none, and what the report says.
struct CancelManyTests {
  static let nobody = "9-00000000-0000-4000-8000-000000000000"
  static let context = RequestContext(now: nine(60), command: "test")

  func contents(_ crowd: Crowd) throws -> [StoredRecord] {
    try crowd.store.read { try $0.records(RecordQuery(.callback)) }
  }

  /// Each callback of the crowd on its own, as cancelling it alone would leave it.
  @Test(arguments: UInt64(0)..<20)
  func manyAreAsOneByOne(seed: UInt64) throws {
    var (many, single) = (try Crowd(seed: seed, count: 60), try Crowd(seed: seed, count: 60))
    #expect(many.callbacks == single.callbacks)
    var ids = many.callbacks.map(\.id.text).shuffled(using: &many.random)
    ids.insert(Self.nobody, at: 7)
    ids += ids.prefix(9)
    let report = try many.engine.cancelMany(ids, note: "storm", skipMissing: true, Self.context)
    #expect(report.callbacks.map(\.id) == Array(ids.prefix(61)))
    for entry in report.callbacks {
      guard let before = single.callbacks.first(where: { $0.id.text == entry.id }) else {
        #expect(entry.id == Self.nobody)
        #expect(entry.result == .unknown)
        #expect(entry.service == nil && entry.state == nil && entry.reason == nil && entry.actions.isEmpty)
        continue
      }
      #expect(entry.service == before.service)
      #expect(entry.state == before.state.name)
      if before.state.name == .completed {
        #expect(entry.result == .alreadyCompleted)
        #expect(entry.reason == before.completionReason)
        #expect(entry.actions.isEmpty)
        continue
      }
      if before.state.name == .processing {
        #expect(entry.result == .notCancellable)
        #expect(entry.reason == nil && entry.actions.isEmpty)
        continue
      }
      let (after, steps) = try single.engine.apply(
        .cancelledByAdministrator(note: "storm"),
        to: entry.id,
        Self.context
      )
      #expect(entry.result == .cancelled)
      #expect(entry.reason == .cancelledByAdministrator)
      #expect(entry.note == "storm")
      #expect(entry.actions == steps.flatMap(\.actions))
      guard case .completed(let end) = after.state else {
        Issue.record("not over")
        continue
      }
      #expect(end.note == "storm")
    }
    #expect(try contents(many) == contents(single))
    let counts = CancelledCallback.Result.allCases.map(report.count)
    #expect(counts.reduce(0, +) == 61)
    #expect(
      report.summary
        == "\(counts[0]) cancelled, \(counts[1]) already completed, \(counts[2]) not cancellable, 1 unknown"
    )
  }

  @Test(arguments: UInt64(0)..<40)
  func aFilterCancelsWhatItSelects(seed: UInt64) throws {
    var crowd = try Crowd(seed: seed, count: 50)
    var filter = crowd.filter()
    filter.services.remove(Crowd.gone)
    let selected = QueryModel(callbacks: crowd.callbacks).select(filter)
    let before = try contents(crowd)
    var rehearsal = Self.context
    rehearsal.isDryRun = true
    let expected = try crowd.engine.cancelMany(filter, note: "", rehearsal)
    #expect(try contents(crowd) == before)

    let report = try crowd.engine.cancelMany(filter, note: "", Self.context)
    #expect(report == expected)
    #expect(report.callbacks.map(\.id) == selected.map(\.id.text))
    #expect(report.callbacks.map(\.state) == selected.map(\.state.name))
    #expect(report.callbacks.allSatisfy { ($0.result == .alreadyCompleted) == ($0.state == .completed) })
    #expect(report.callbacks.allSatisfy { ($0.result == .notCancellable) == ($0.state == .processing) })
    let left = Set(selected.filter { $0.state.name == .processing }.map(\.id.text))
    let ids = Set(selected.map(\.id.text))
    for record in try contents(crowd) {
      if ids.contains(record.id), !left.contains(record.id) {
        #expect(record.keys.state == "COMPLETED")
      } else {
        #expect(before.contains(record))
      }
    }
    // An empty reason is none.
    #expect(report.callbacks.allSatisfy { $0.result != .cancelled || $0.note == nil })
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let unknown: Int
    let completed: Int
    var connected = 0
    let category: FailureCategory
    let sentence: String
    var testDescription: String { "\(unknown) unknown, \(completed) completed, \(connected) connected" }
    init(
      _ unknown: Int,
      _ completed: Int,
      _ category: FailureCategory,
      connected: Int = 0,
      _ sentence: String
    ) {
      (self.unknown, self.completed, self.category) = (unknown, completed, category)
      self.connected = connected
      self.sentence = sentence
    }
  }

  static func canBeCancelled(_ callback: Callback) -> Bool {
    callback.state.name != .completed && callback.state.name != .processing
  }

  static func id(_ number: Int) -> String { "\(number)-00000000-0000-4000-8000-000000000000" }

  @Test(arguments: [
    Refusal(1, 0, .notFound, "nothing was cancelled: there is no callback 'U0'"),
    Refusal(2, 0, .notFound, "nothing was cancelled: there is no callback 'U0', 'U1'"),
    Refusal(0, 1, .refused, "nothing was cancelled: callback 'C0' is COMPLETED already"),
    Refusal(0, 2, .refused, "nothing was cancelled: callbacks 'C0', 'C1' are COMPLETED already"),
    Refusal(
      1,
      1,
      .notFound,
      "nothing was cancelled: there is no callback 'U0', and callback 'C0' is COMPLETED already"
    ),
    Refusal(
      0,
      0,
      .refused,
      connected: 1,
      "nothing was cancelled: callback 'P0' cannot be cancelled any more, as customer and agent are connected"
    ),
    Refusal(
      1,
      1,
      .notFound,
      connected: 2,
      "nothing was cancelled: there is no callback 'U0', and callback 'C0' is COMPLETED already, and callbacks 'P0', "
        + "'P1' cannot be cancelled any more, as customer and agent are connected"
    ),
    Refusal(
      12,
      0,
      .notFound,
      "nothing was cancelled: there is no callback 'U0', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9' and 2 more"
    ),
  ])
  func oneThatCannotBeCancelledRefusesAll(_ expected: Refusal) throws {
    var crowd = try Crowd(seed: 4, count: 200)
    let before = try contents(crowd)
    let completed = crowd.callbacks.filter { $0.state.name == .completed }.prefix(expected.completed)
    let connected = crowd.callbacks.filter { $0.state.name == .processing }.prefix(expected.connected)
    try #require(connected.count == expected.connected)
    var ids = crowd.callbacks.filter(Self.canBeCancelled).map(\.id.text)
    let wrong = completed.map(\.id.text) + connected.map(\.id.text) + (0..<expected.unknown).map(Self.id)
    for (offset, id) in wrong.enumerated() {
      ids.insert(id, at: Int.random(in: (offset * 2)...(offset * 2 + 1), using: &crowd.random))
    }
    let error = #expect(throws: CallbackError.self) {
      try crowd.engine.cancelMany(ids, note: "storm", Self.context)
    }
    #expect(try contents(crowd) == before)
    #expect(error?.code == .cannotCancelAll)
    #expect(error?.category == expected.category)
    #expect(error?.status == (expected.category == .notFound ? 404 : 409))
    #expect(error?.phrase == (expected.category == .notFound ? "NOT_FOUND" : "CONFLICT"))
    var sentence = error?.description ?? ""
    // Ids stand in the order in which they were given.
    for (number, id) in (error?.list("unknown") ?? []).enumerated() {
      sentence = sentence.replacingOccurrences(of: id, with: "U\(number)")
    }
    for (number, id) in (error?.list("completed") ?? []).enumerated() {
      sentence = sentence.replacingOccurrences(of: id, with: "C\(number)")
    }
    for (number, id) in (error?.list("notCancellable") ?? []).enumerated() {
      sentence = sentence.replacingOccurrences(of: id, with: "P\(number)")
    }
    #expect(sentence == expected.sentence)
    let all = try crowd.engine.cancelMany(ids, skipMissing: true, Self.context)
    #expect(all.count(.unknown) == expected.unknown)
    #expect(all.count(.alreadyCompleted) == expected.completed)
    #expect(all.count(.notCancellable) == expected.connected)
    #expect(all.count(.cancelled) == ids.count - wrong.count)
  }

  @Test func oneUnknownAmongAThousand() throws {
    let crowd = try Crowd(seed: 4, count: 1_500)
    var ids = crowd.callbacks.filter(Self.canBeCancelled).prefix(999).map(\.id.text)
    ids.append(Self.nobody)
    try #require(ids.count == 1_000)
    let before = try contents(crowd)
    #expect(throws: CallbackError.self) { try crowd.engine.cancelMany(ids, Self.context) }
    #expect(try contents(crowd) == before)
    #expect(try crowd.engine.cancelMany(ids, skipMissing: true, Self.context).count(.cancelled) == 999)
  }

  @Test func nothingToCancel() throws {
    let crowd = try Crowd(seed: 4, count: 5)
    let report = try crowd.engine.cancelMany([String](), Self.context)
    #expect(report.callbacks.isEmpty)
    #expect(
      JSONWriter.compact(report.json)
        == #"{"cancelled":0,"already-completed":0,"not-cancellable":0,"unknown":0,"callbacks":[]}"#
    )
  }

  @Test func accountsCancelOnlyTheirOwn() throws {
    let crowd = try Crowd(seed: 6, count: 80)
    let before = try contents(crowd)
    let sales = try #require(crowd.callbacks.first { $0.service == "c" && Self.canBeCancelled($0) })
    let own = crowd.callbacks.filter { $0.service == "a" && Self.canBeCancelled($0) }
    let kate = crowd.engine.acting(as: "kate")
    func refusal(_ id: String) throws -> String {
      let ids = own.map(\.id.text) + [id]
      let error = #expect(throws: CoreError.self) { try kate.cancelMany(ids, Self.context) }
      #expect(error?.code == .notPermitted)
      return try #require(error).description.replacingOccurrences(of: id, with: "ID")
    }
    // What is out of sight is like what there is not.
    #expect(try refusal(sales.id.text) == refusal(Self.nobody))
    for account in ["reader", "sam"] {
      #expect(throws: CoreError.self) {
        try crowd.engine.acting(as: account).cancelMany(CallbackFilter(services: ["a"]), Self.context)
      }
      #expect(throws: CoreError.self) {
        try crowd.engine.acting(as: account).cancelMany(own.map(\.id.text), Self.context)
      }
    }
    #expect(throws: CoreError.self) {
      try crowd.engine.acting(as: "reader").cancelMany(CallbackFilter(), Self.context)
    }
    #expect(try contents(crowd) == before)

    let skipped = try kate.cancelMany([sales.id.text, Self.nobody], skipMissing: true, Self.context)
    #expect(skipped.callbacks.map(\.result) == [.unknown, .unknown])
    #expect(skipped.callbacks.map(\.service) == [nil, nil])
    let report = try kate.cancelMany(CallbackFilter(maxPerService: .max), Self.context)
    #expect(Set(report.callbacks.compactMap(\.service)) == ["a", "b"])
    let left = try contents(crowd).filter { ["a", "b"].contains($0.keys.service) }
    #expect(left.allSatisfy { ["COMPLETED", "PROCESSING"].contains($0.keys.state) })
    #expect(try contents(crowd).filter { $0.keys.service == "c" } == before.filter { $0.keys.service == "c" })
  }

  @Test func theReportAsJSON() throws {
    let crowd = try Crowd(seed: 4, count: 60)
    let routing = try #require(crowd.callbacks.first { $0.state.name == .routing })
    let report = try crowd.engine.cancelMany(
      [routing.id.text, Self.nobody],
      note: "storm",
      skipMissing: true,
      Self.context
    )
    let actions = report.callbacks[0].actions.map { "\"\($0)\"" }.joined(separator: ",")
    #expect(actions.contains("hang-up-customer") || actions.contains("release-agent"))
    #expect(
      JSONWriter.compact(report.json)
        == #"{"cancelled":1,"already-completed":0,"not-cancellable":0,"unknown":1,"callbacks":[{"_id":"\#(routing.id)","#
        + #""_service_name":"\#(routing.service)","state":"ROUTING","result":"cancelled","#
        + #""reason":"CANCELLED_BY_ADMIN","note":"storm","actions":[\#(actions)]},"#
        + #"{"_id":"\#(Self.nobody)","_service_name":null,"state":null,"result":"unknown","#
        + #""reason":null,"note":null,"actions":[]}]}"#
    )
    #expect(report.callbacks[0].json.members?.map(\.name) == CancelledCallback.fields)
  }
}

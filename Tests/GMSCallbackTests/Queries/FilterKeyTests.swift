import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Which properties a query may name, and the columns of lists.
struct FilterKeyTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let key: String
    var keys: String? = "lob, vip"
    var services: Set<String> = []
    /// The refusal; nil when the key may be used.
    var sentence: String?
    var testDescription: String { "\(key) with \(keys ?? "no option") of \(services.sorted())" }
  }

  static let cases: [Case] = [
    Case(key: "lob"), Case(key: "vip"), Case(key: "_id"), Case(key: "_url"), Case(key: "_callback_state"),
    Case(key: "_customer_number"), Case(key: "Line Of Business"), Case(key: "Phone"),
    Case(key: "anything", keys: nil), Case(key: "anything", keys: ""), Case(key: "anything", keys: " , "),
    // 'city' is a lookup key of the service b.
    Case(key: "city"), Case(key: "city", services: ["b"]), Case(key: "city", services: ["a", "b"]),
    Case(
      key: "city",
      services: ["a"],
      sentence: """
        callbacks cannot be filtered by 'city'; option 'filter-keys' of section 'callback' lists 'lob', 'vip', and \
        what every record has can be used too
        """
    ),
    Case(
      key: "lobb",
      sentence: """
        callbacks cannot be filtered by 'lobb'; option 'filter-keys' of section 'callback' lists 'lob', 'vip', and \
        what every record has can be used too. Did you mean 'lob'?
        """
    ),
    Case(
      key: "_callback_stat",
      keys: "vip",
      sentence: """
        callbacks cannot be filtered by '_callback_stat'; option 'filter-keys' of section 'callback' lists 'vip', and \
        what every record has can be used too. Did you mean '_callback_state'?
        """
    ),
    Case(
      key: "Line Of Business",
      keys: "vip",
      sentence: """
        callbacks cannot be filtered by 'Line Of Business'; option 'filter-keys' of section 'callback' lists 'vip', \
        and what every record has can be used too
        """
    ),
    Case(
      key: "",
      sentence: """
        callbacks cannot be filtered by ''; option 'filter-keys' of section 'callback' lists 'lob', 'vip', and what \
        every record has can be used too
        """
    ),
  ]

  @Test(arguments: cases)
  func keysOfConditions(_ expected: Case) throws {
    var section = Crowd.section
    section["filter-keys"] = expected.keys
    let crowd = try Crowd(seed: 1, count: 10, section: section)
    let filter = CallbackFilter(
      services: expected.services,
      conditions: [
        PropertyCondition(key: "_id", value: "x"), PropertyCondition(key: expected.key, value: "x"),
      ]
    )
    for ask in [
      { _ = try crowd.engine.callbacks(filter) }, { _ = try crowd.engine.page(filter) },
      { try crowd.engine.forEachAnswer(filter) { _, _ in } },
      { try crowd.engine.cancelMany(filter, RequestContext(now: nine)) },
      { try crowd.engine.export(filter) { _ in } },
    ] as [() throws -> Void] {
      guard let sentence = expected.sentence else {
        try ask()
        continue
      }
      let error = #expect(throws: CallbackError.self) { try ask() }
      #expect(error?.description == sentence)
      #expect(error?.code == .filterKeyNotListed)
      #expect(error?.category == .malformed)
    }
  }

  /// One who sees one service only may use the lookup keys of that one only.
  @Test func lookupKeysOfServicesOutOfSight() throws {
    let crowd = try Crowd(seed: 1, count: 10)
    let filter = CallbackFilter(conditions: [PropertyCondition(key: "city", value: "Rome")])
    _ = try crowd.engine.acting(as: "kate").callbacks(filter)
    #expect(throws: CallbackError.self) { try crowd.engine.acting(as: "sam").callbacks(filter) }
  }

  @Test func columnsOfServices() throws {
    let crowd = try Crowd(seed: 1, count: 10)
    let own = CallbackColumns.ofEveryRecord
    func names(_ services: Set<String>?, as account: String? = nil) throws -> [String] {
      try crowd.engine.acting(as: account).columns(of: services).names
    }
    #expect(try names([]) == own + ["lob"])
    #expect(try names(["a"]) == own + ["lob"])
    #expect(try names(["b"]) == own + ["city", "lob"])
    #expect(try names(nil) == own + ["lob", "city"])
    #expect(try names([Crowd.gone]) == own + ["lob"])
    #expect(try names(nil, as: "sam") == own + ["lob"])
    let hidden = #expect(throws: CoreError.self) { try names(["a"], as: "sam") }
    #expect(hidden?.code == .notPermitted)
    let wrong = #expect(throws: CoreError.self) { try names(["Office"]) }
    #expect(wrong?.code == .wrongTemplate)
    let columns = try crowd.engine.columns()
    #expect(columns.shown == columns.names)
    #expect(columns.aliases.heading(of: "lob") == "Line Of Business")
    #expect(columns.aliases.heading(of: "city") == "city")
  }

  @Test func additionalColumnsCanBeKeptOut() throws {
    let section: Options = ["returned-keys": "lob", "disable-additional-columns-from-callbacks": "true"]
    let columns = try Crowd(seed: 1, count: 1, section: section).engine.columns()
    #expect(columns.shown == CallbackColumns.ofEveryRecord)
    #expect(columns.names == CallbackColumns.ofEveryRecord + ["lob", "city"])
  }

  @Test func columnsAreNamedByNameOrAlias() throws {
    let columns = try Crowd(seed: 1, count: 1).engine.columns(of: ["a"])
    #expect(try columns.names(for: ["Phone", "lob", "_id"]) == ["_customer_number", "lob", "_id"])
    let unknown = #expect(throws: CallbackError.self) { try columns.names(for: ["_id", "Phon"]) }
    #expect(
      unknown?.description
        == """
        there is no column 'Phon'; there are '_id', '_desired_time', '_service_name', '_callback_state', \
        '_expiration_time', 'Phone', '_url', '_callback_reason', 'Line Of Business'. Did you mean 'Phone'?
        """
    )
    let twice = #expect(throws: CallbackError.self) { try columns.names(for: ["Phone", "_customer_number"]) }
    #expect(twice?.description == "the column '_customer_number' is asked for twice")
    let alias = #expect(throws: CallbackError.self) { try columns.names(for: ["_customer_number", "Phone"]) }
    #expect(alias?.description == "the column 'Phone' is asked for twice; it is '_customer_number'")
  }
}

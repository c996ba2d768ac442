import Foundation
import GMSCore
import Testing

/// Each code of GMSCore has a face and a sentence.
struct CoreErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let error: CoreError
    let category: FailureCategory
    let exception: String
    let status: Int
    let phrase: String
    let sentence: String

    init(
      _ code: CoreError.Code,
      _ facts: [JSONValue.Member],
      _ category: FailureCategory,
      _ exception: String,
      _ status: Int,
      _ phrase: String,
      _ sentence: String
    ) {
      self.error = CoreError(code, facts)
      self.category = category
      self.exception = exception
      self.status = status
      self.phrase = phrase
      self.sentence = sentence
    }

    /// A refusal: 400 and BAD_PARAMETER.
    init(
      _ code: CoreError.Code,
      _ facts: [JSONValue.Member],
      exception: String = "ConfigurationException",
      _ sentence: String
    ) {
      self.init(code, facts, .refused, exception, 400, "BAD_PARAMETER", sentence)
    }

    var testDescription: String { error.code.rawValue }
  }

  static let cases: [Case] = [
    Case(
      .malformedJSON,
      [
        .init("line", .integer(3)), .init("column", .integer(5)), .init("value", .string("}")),
        .init("reason", .string("a value is expected")),
      ],
      exception: "JSONException",
      "this is not JSON at line 3, column 5: a value is expected, found '}'"
    ),
    Case(
      .malformedConfiguration,
      [
        .init("line", .integer(2)), .init("value", .string("[servce.a]")),
        .init("reason", .string("no such section")), .init("suggestion", .string("[service.a]")),
      ],
      "line 2: '[servce.a]' is not part of a configuration: no such section; did you mean '[service.a]'?"
    ),
    Case(
      .unknownService,
      texts(["service": "Pariss", "suggestion": "Paris"]),
      .notFound,
      "ServiceNotFoundException",
      404,
      "NOT_FOUND",
      "there is no service 'Pariss'; did you mean 'Paris'?"
    ),
    Case(
      .unknownService,
      texts(["service": "Rome"]),
      .notFound,
      "ServiceNotFoundException",
      404,
      "NOT_FOUND",
      "there is no service 'Rome'; create it first"
    ),
    Case(
      .serviceExists,
      texts(["service": "Paris"]),
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      "there is a service 'Paris' already; take another name, or change that one"
    ),
    Case(
      .malformedServiceName,
      texts(["value": "a/b\u{1B}[2J"]),
      """
      'a/b\\u{1b}[2J' cannot name a service; write 1 to 200 bytes of printable text without [, ] and /, \
      without $…$, and without a space at either end
      """
    ),
    Case(
      .unknownTemplate,
      texts(["template": "ofice-hours", "suggestion": "office-hours", "accepted": "office-hours, capacity"]),
      .notFound,
      "TemplateNotFoundException",
      404,
      "NOT_FOUND",
      """
      there is no template 'ofice-hours'; known are office-hours, capacity; did you mean 'office-hours'?
      """
    ),
    Case(
      .unknownScenario,
      texts(["template": "callback", "value": "chat", "accepted": "chat-delayed"]),
      .notFound,
      "TemplateNotFoundException",
      404,
      "NOT_FOUND",
      "template 'callback' has no scenario 'chat'; it has chat-delayed"
    ),
    Case(
      .malformedOptionName,
      texts(["service": "Paris", "value": "foo.foo"]),
      """
      'foo.foo' cannot name an option of service 'Paris'; write letters, digits, _ and $, no digit first, \
      and no word that ECMAScript reserves
      """
    ),
    Case(
      .invalidOption,
      texts(["service": "cb", "option": "_ttl", "value": "x", "accepted": "a number", "suggestion": "1"]),
      "option '_ttl' of service 'cb' is 'x'; write a number; did you mean '1'?"
    ),
    Case(
      .invalidOption,
      texts(["resource": "DNIS", "option": "strategy", "value": "x", "accepted": "local or cluster"]),
      "option 'strategy' of resource group 'DNIS' is 'x'; write local or cluster"
    ),
    Case(
      .invalidOption,
      texts(["service": "a", "option": "_holiday1", "value": "02-30", "reason": "there is no '02-30'"]),
      "option '_holiday1' of service 'a' is refused: there is no '02-30'"
    ),
    Case(
      .missingOption,
      texts(["service": "cb", "option": "_resource_group", "accepted": "a group"]),
      "option '_resource_group' of service 'cb' is mandatory and cannot be missing; it takes a group"
    ),
    Case(
      .unknownReference,
      texts(["service": "cb", "option": "_exceptions", "value": "x", "kind": "pattern group"]),
      "option '_exceptions' of service 'cb' names pattern group 'x', which does not exist; create it first"
    ),
    Case(
      .unknownReference,
      texts([
        "service": "cb", "option": "_business_hours_service", "value": "Pariss", "kind": "service",
        "suggestion": "Paris",
      ]),
      exception: "CallbackExceptionResource",
      """
      option '_business_hours_service' of service 'cb' names service 'Pariss', which does not exist; \
      did you mean 'Paris'?
      """
    ),
    Case(
      .serviceInUse,
      [.init("service", .string("Paris")), .init("users", .array([.string("cb"), .string("All")]))],
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      "service 'Paris' is used by 'cb', 'All'; change or delete what uses it first"
    ),
    Case(
      .wrongTemplate,
      texts([
        "service": "cb", "option": "_capacity_service", "value": "Paris", "template": "office-hours",
        "accepted": "capacity",
      ]),
      """
      option '_capacity_service' of service 'cb' names 'Paris', a service of template 'office-hours'; \
      name one of template 'capacity'
      """
    ),
    Case(
      .wrongTemplate,
      texts(["service": "cb", "template": "callback", "accepted": "capacity"]),
      "service 'cb' is of template 'callback'; this takes one of template 'capacity'"
    ),
    Case(
      .optionNotSet,
      texts(["service": "Paris", "option": "_holiday9", "suggestion": "_holiday1"]),
      .notFound,
      "ConfigurationException",
      404,
      "NOT_FOUND",
      "option '_holiday9' of service 'Paris' is not set; did you mean '_holiday1'?"
    ),
    Case(
      .tokenWithoutValue,
      texts(["service": "S", "option": "_target", "value": "$group$@Stat.GA", "token": "group"]),
      .refused,
      "ConfigurationException",
      400,
      "BAD_PARAMETER",
      "option '_target' of service 'S' holds the token '$group$', and the request has no such parameter; add "
        + "'group=…'"
    ),
    Case(
      .importCycle,
      [
        .init("service", .string("A")),
        .init("path", .array([.string("A"), .string("B"), .string("A")])),
      ],
      "office hours import themselves: 'A' → 'B' → 'A'; take one of these imports away"
    ),
    Case(
      .capacityAboveMaximum,
      texts(["service": "c", "option": "_capacity_1", "value": "1001", "maximum": "1000"]),
      exception: "CapacityException",
      """
      the capacity '1001' in option '_capacity_1' of service 'c' is above the maximum of 1000; lower it, \
      or raise '_max_capacity'
      """
    ),
    Case(
      .capacityKeyMismatch,
      texts(["service": "c", "option": "_capacity_1", "value": "2", "expected": "1"]),
      """
      option '_capacity_1' of service 'c' holds the capacity of '2', which its name contradicts; \
      write '1' in the value, or give the option another name
      """
    ),
    Case(
      .repeatedCapacity,
      texts(["service": "c", "option": "_capacity_b", "value": "1", "other": "_capacity_a"]),
      "option '_capacity_b' of service 'c' gives the capacity of '1', which option '_capacity_a' gives too; keep one"
    ),
    Case(
      .malformedNumber,
      texts(["resource": "DNIS", "value": "CALL-ME"]),
      """
      'CALL-ME' of resource group 'DNIS' is not an access number; write digits, with + ( ) . - * # or \
      spaces between them
      """
    ),
    Case(
      .repeatedNumber,
      texts(["resource": "B", "value": "650", "other": "A"]),
      "access number '650' of resource group 'B' stands in resource group 'A' already; keep it once"
    ),
    Case(
      .storeMissing,
      texts(["path": "gms-store"]),
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "there is no store at 'gms-store'; make one, or name the directory of another"
    ),
    Case(
      .storeExists,
      texts(["path": "s"]),
      .refused,
      "StoreException",
      409,
      "CONFLICT",
      "there is a store at 's' already; use it, or name another directory"
    ),
    Case(
      .storeUnreadable,
      texts(["path": "s", "reason": "permission denied"]),
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "the store at 's' cannot be read: permission denied; check that it may be read"
    ),
    Case(
      .storeUnwritable,
      texts(["path": "s", "reason": "no space left"]),
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "the store at 's' cannot be written: no space left; check its permissions and the free space"
    ),
    Case(
      .storeDamaged,
      [
        .init("path", .string("s/store.json")), .init("line", .integer(7)), .init("column", .integer(2)),
        .init("reason", .string("a value is missing")),
      ],
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "the store is damaged at 's/store.json', line 7, column 2: a value is missing; mend that place, or put back a copy"
    ),
    Case(
      .storeDamaged,
      [
        .init("path", .string("s/records.jsonl")), .init("line", .integer(7)),
        .init("reason", .string("the line does not fit its checksum")), .init("repairable", .bool(true)),
      ],
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "the store is damaged at 's/records.jsonl', line 7: the line does not fit its checksum; run 'gmsctl store "
        + "check' and 'gmsctl store repair', or put back a copy"
    ),
    Case(
      .stateNotKept,
      [
        .init("path", .string("s")), .init("value", .string("2025-01-06T14:00:00.000Z")),
        .init("earliest", .string("2025-02-01T00:00:00.000Z")),
      ],
      .refused,
      "StoreException",
      400,
      "BAD_PARAMETER",
      "the state of '2025-01-06T14:00:00.000Z' is not kept by the store at 's'; its log begins at "
        + "'2025-02-01T00:00:00.000Z'"
    ),
    Case(
      .recordTooLarge,
      [.init("id", .string("1-a")), .init("value", .integer(20)), .init("maximum", .integer(16))],
      .refused,
      "StoreException",
      400,
      "BAD_PARAMETER",
      "record '1-a' takes 20 bytes, and a store keeps at most 16; shorten its values"
    ),
    Case(
      .storeTooNew,
      [.init("path", .string("s")), .init("version", .integer(9)), .init("supported", .integer(1))],
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "the store at 's' has version '9' and this program reads up to '1'; use a newer program"
    ),
    Case(
      .storeBusy,
      [.init("path", .string("s")), .init("pid", .integer(4711))],
      .busy,
      "StoreException",
      503,
      "SERVICE_UNAVAILABLE",
      "the store at 's' is busy, process '4711' holds it; try again when that is done"
    ),
    Case(
      .malformedImport,
      [.init("line", 7)] + texts(["value": "servce", "reason": "no kind", "suggestion": "service"]),
      exception: "ImportException",
      "line 7: 'servce' cannot be imported: no kind; did you mean 'service'?"
    ),
    Case(
      .malformedImport,
      [.init("line", 7)] + texts(["cause": "malformed-json", "reason": "no JSON", "value": "x"]),
      exception: "ImportException",
      "line 7 cannot be imported: no JSON"
    ),
    Case(
      .importConflict,
      [.init("line", 7)] + texts(["kind": "callback", "value": "1-x"])
        + [.init("firstLine", 3), .init("identical", true)],
      .refused,
      "ImportException",
      409,
      "CONFLICT",
      "line 7: there is a callback '1-x' already, from line 3, and it is the same; take the line out, or let it "
        + "replace what is there"
    ),
  ]

  static func texts(_ facts: KeyValuePairs<String, String>) -> [JSONValue.Member] {
    facts.map { .init($0.key, .string($0.value)) }
  }

  /// The table, and those of subjects.
  static let allCases =
    cases + templateCases + accountCases + targetCases + referenceCases + patternCases + phoneCases
    + instanceCases + deskCases + accessCases + resourceCases + listingCases

  @Test(arguments: allCases)
  func faceAndSentence(_ expected: Case) {
    let error = expected.error
    #expect(error.failureCode == error.code.rawValue)
    #expect(error.category == expected.category)
    #expect(error.exceptionName == expected.exception)
    #expect(error.status == expected.status)
    #expect(error.phrase == expected.phrase)
    #expect(error.description == expected.sentence)
  }

  @Test
  func theTableHasEveryCode() {
    #expect(Set(CoreErrorTests.allCases.map(\.error.code)) == Set(CoreError.Code.allCodes))
    #expect(Set(CoreError.Code.allCodes).count == CoreError.Code.allCodes.count)
  }

  /// A code that is declared and not listed would escape the test above.
  @Test
  func theListHasEveryDeclaredCode() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: "Sources/GMSCore/Errors")
    let source = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("CoreError+") && ($0.hasSuffix("Code.swift") || $0.hasSuffix("Codes.swift")) }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n")
    let declared = source.split(separator: "\n").compactMap { line -> String? in
      guard line.contains("public static let"), let quote = line.firstIndex(of: "\"") else { return nil }
      return String(line[line.index(after: quote)...].prefix { $0 != "\"" })
    }
    #expect(declared.count > 20)
    #expect(declared.sorted() == CoreError.Code.allCodes.map(\.rawValue).sorted())
  }

  @Test
  func aCodeOfAnotherModuleStillTellsItsFacts() {
    let error = CoreError(
      .init(rawValue: "moon-phase"),
      ["value": "full", "service": "night", "reason": "too bright"]
    )
    #expect(error.description == "moon-phase 'full' of service 'night': too bright")
    #expect(error.category == .refused)
    #expect(error.status == 400)
  }

  @Test
  func longAndMultiLineValuesStayOnOneLineOfBearableLength() {
    let value = String(repeating: "a", count: 10_000)
    let long = CoreError(.unknownService, ["service": value]).description
    #expect(long == "there is no service '\(String(repeating: "a", count: 120))…'; create it first")
    let lines = CoreError(.unknownService, ["service": "a\nb\u{2028}c\td\r"]).description
    #expect(lines == #"there is no service 'a\nb\u{2028}c\td\r'; create it first"#)
  }
}

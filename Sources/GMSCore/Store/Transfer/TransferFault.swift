import GMSCalendar

/// What can be wrong with a line that is to be imported, with its English.
enum TransferFault: Equatable {
  case tooLong
  case noKind
  case kindNotAString
  case unknownKind([String])
  case unknownMember([String])
  case missingMember
  case notAName
  case numbersAmongOptions
  case noGroup
  case noService
  case wrongTemplate(String, expected: String)

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .tooLong: "a line has at most \(LineSplitter.longestLine >> 20) MiB; is this JSON lines?"
    case .noKind: #"a line is an object with a member 'kind', such as {"kind":"service",…}"#
    case .kindNotAString: "the member 'kind' must be a string, such as \"service\""
    case .unknownKind(let kinds): "the kind is one of \(kinds.joined(separator: ", "))"
    case .unknownMember(let members): "a line of this kind has \(members.joined(separator: ", "))"
    case .missingMember: "this member is missing"
    case .notAName: "write a string that is not empty"
    case .numbersAmongOptions: "write a line of kind 'number' for each number of a group"
    case .noGroup: "there is no resource group of this name; add a line of kind 'resource'"
    case .noService: "there is no service of this name; add a line of kind 'service', or create it first"
    case .wrongTemplate(let template, let expected):
      "this service is of template '\(template)'; name one of template '\(expected)'"
    }
  }
}

extension CoreError {
  /// The error for a line that cannot be imported.
  static func malformedImport(
    line: Int,
    _ fault: TransferFault,
    value: String? = nil,
    near names: [String] = []
  ) -> CoreError {
    var facts = [JSONValue.Member("line", .integer(Int64(line)))]
    if let value { facts.append(JSONValue.Member("value", .string(value))) }
    facts.append(JSONValue.Member("reason", .string(fault.reason)))
    if let nearest = value.flatMap({ NearestName.find($0, in: names) }) {
      facts.append(JSONValue.Member("suggestion", .string(nearest)))
    }
    return CoreError(.malformedImport, facts)
  }

  /// The error for a line of which another part of the library refused the content.
  static func malformedImport(line: Int, because error: any Error) -> CoreError {
    guard let failure = error as? any GMSFailure else {
      return malformedImport(line: line, cause: "unexpected-error", "\(error)", [])
    }
    return malformedImport(line: line, cause: failure.failureCode, failure.description, failure.facts)
  }

  /// The error for a line that is not JSON; the reader's line is the first of the one that it was given.
  static func malformedImport(line: Int, notJSON error: CoreError) -> CoreError {
    var place = ""
    if case .integer(let column)? = error.facts.first(where: { $0.name == "column" })?.value {
      place = " at column \(column)"
    }
    let found = error["value"].map { ", found '\($0)'" } ?? ""
    let reason = "this is not JSON\(place): \(error["reason"] ?? "")\(found)"
    return malformedImport(line: line, cause: error.code.rawValue, reason, error.facts)
  }

  /// The error for a line about something that is there already.
  ///
  /// The first line is that of the input that holds it, nil when the store does; `isSame` says whether what is
  /// there is just what the line says.
  static func importConflict(line: Int, _ kind: String, _ name: String, firstLine: Int?, isSame: Bool)
    -> CoreError
  {
    var facts: [JSONValue.Member] = [
      .init("line", .integer(Int64(line))), .init("kind", .string(kind)), .init("value", .string(name)),
    ]
    if let firstLine { facts.append(.init("firstLine", .integer(Int64(firstLine)))) }
    facts.append(.init("identical", .bool(isSame)))
    return CoreError(.importConflict, facts)
  }

  private static func malformedImport(
    line: Int,
    cause: String,
    _ reason: String,
    _ facts: [JSONValue.Member]
  ) -> CoreError {
    let own: [JSONValue.Member] = [
      .init("line", .integer(Int64(line))), .init("cause", .string(cause)), .init("reason", .string(reason)),
    ]
    return CoreError(
      .malformedImport,
      own + facts.filter { fact in !own.contains { $0.name == fact.name } }
    )
  }
}

import GMSCalendar

/// What can be wrong with the text of a configuration, with its English.
enum ConfigurationFault {
  // JSON
  case notAnObject
  case unknownMember
  case sectionsNotAnObject
  case sectionNotAnObject
  case numbersNotAnArray
  case nullValue
  // Both forms
  case emptySectionName
  case emptyOptionName
  // Options text
  case empty
  case unfinishedHeading
  case unknownPrefix
  case repeatedSection(firstLine: Int)
  case optionBeforeSection
  case missingEqualsSign
  case repeatedOption(firstLine: Int)
  case emptyNumber
  // Printing
  case inexpressibleSection
  case inexpressibleName
  case inexpressibleValue
  case inexpressibleNumbers

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .notAnObject: "a configuration is a JSON object, or options text"
    case .unknownMember: "a configuration has options, services, resources, patterns, accounts and templates"
    case .sectionsNotAnObject: "write an object with a member for each section"
    case .sectionNotAnObject: "write an object with a member for each option"
    case .numbersNotAnArray: "write the numbers as an array of strings"
    case .nullValue: "write a string, or leave the option out"
    case .emptySectionName: "a section needs a name"
    case .emptyOptionName: "an option needs a name"
    case .empty: "it has neither an object nor a section; write {} for an empty configuration"
    case .unfinishedHeading: "write a section's heading as [name], with nothing but a comment after it"
    case .unknownPrefix: "before the dot a section has service, resource, pattern, account or template"
    case .repeatedSection(let line): "this section stands in line \(line) already; keep one"
    case .optionBeforeSection: "an option needs a section's heading before it, such as [service.Support]"
    case .missingEqualsSign: "write an option as name = value"
    case .repeatedOption(let line): "this option stands in line \(line) already; keep one"
    case .emptyNumber: "a number is missing between two commas"
    case .inexpressibleSection: "options text has no form for this section's name; use JSON"
    case .inexpressibleName: "options text has no form for this option's name; use JSON"
    case .inexpressibleValue: "options text has no form for this option's value; use JSON"
    case .inexpressibleNumbers: "options text has no form for these numbers; use JSON"
    }
  }

  /// The line of what stands here for the second time.
  fileprivate var firstLine: Int? {
    switch self {
    case .repeatedSection(let line), .repeatedOption(let line): line
    case .notAnObject, .unknownMember, .sectionsNotAnObject, .sectionNotAnObject, .numbersNotAnArray,
      .nullValue,
      .emptySectionName, .emptyOptionName, .empty, .unfinishedHeading, .unknownPrefix, .optionBeforeSection,
      .missingEqualsSign, .emptyNumber, .inexpressibleSection, .inexpressibleName, .inexpressibleValue,
      .inexpressibleNumbers:
      nil
    }
  }
}

extension CoreError {
  /// The error for text that is not part of a configuration.
  ///
  /// Of `names`, the ones that would have been right, it suggests the one nearest to `part`, or to the value.
  static func malformed(
    _ value: String,
    _ fault: ConfigurationFault,
    line: Int? = nil,
    part: String? = nil,
    near names: [String] = []
  ) -> CoreError {
    var facts: [JSONValue.Member] = []
    if let line { facts.append(JSONValue.Member("line", .integer(Int64(line)))) }
    facts.append(JSONValue.Member("value", .string(value)))
    facts.append(JSONValue.Member("reason", .string(fault.reason)))
    if let first = fault.firstLine { facts.append(JSONValue.Member("firstLine", .integer(Int64(first)))) }
    if let nearest = NearestName.find(part ?? value, in: names) {
      facts.append(JSONValue.Member("suggestion", .string(nearest)))
    }
    return CoreError(.malformedConfiguration, facts)
  }
}

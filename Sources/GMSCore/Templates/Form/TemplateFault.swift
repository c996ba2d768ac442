/// What can be wrong with the JSON of a template, with its English.
enum TemplateFault {
  // The shape
  case notATemplate
  case notAnObject
  case notAnArray
  case notText
  case notTexts
  case notANumber
  case missing
  case unknownMember([String])
  case detailOfAnotherType(OptionTypeWord)
  // Names and words
  case malformedName
  case unknownTemplateType
  case unknownKind
  case unknownType
  case unknownCategory([String])
  case unusedCategory
  case malformedID
  case repeated
  // Types and values
  case emptyRange(minimum: Int)
  case noValues
  case boundsBesideValues
  case familyWithDefault
  case mandatoryFamily
  case unfitDefault(String)
  case unfitValue(option: String, String)
  case unknownOption(template: String)
  case missingOption(value: String)
  case otherValue(of: String, String)
  // In a configuration
  case otherName(section: String)
  case unknownTemplate
  case notJSON(CoreError)

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .notATemplate: "a template is a JSON object"
    case .notAnObject: "write an object"
    case .notAnArray: "write an array"
    case .notText: "write a string that is not empty"
    case .notTexts: "write an array of strings that are not empty"
    case .notANumber: "write a whole number"
    case .missing: "this member is missing"
    case .unknownMember(let members): "known here are \(members.joined(separator: ", "))"
    case .detailOfAnotherType(let word):
      word.details.isEmpty
        ? "an option of type '\(word.rawValue)' has no such member"
        : "an option of type '\(word.rawValue)' takes \(word.details.joined(separator: ", "))"
    case .malformedName:
      "a template's name has 1 to 200 bytes of printable text without [, ] and /, and no space at either end"
    case .unknownTemplateType: "write builtin or ors"
    case .unknownKind: "write \(OptionKind.allCases.map(\.rawValue).joined(separator: ", "))"
    case .unknownType: "write \(OptionTypeWord.words.joined(separator: ", "))"
    case .unknownCategory(let names): "the template's categories are \(names.joined(separator: ", "))"
    case .unusedCategory: "no option has this category; take it out"
    case .malformedID:
      "write a name of letters, digits, _ and $, no digit first; for a family a name and <n> or <name>; "
        + "<name> alone for all options without an underscore in front"
    case .repeated: "it stands here already; keep one"
    case .emptyRange(let minimum): "write the minimum, \(minimum), or more"
    case .boundsBesideValues: "the values say which numbers are allowed; take this out"
    case .noValues: "write at least one value"
    case .familyWithDefault: "a family of options has no default"
    case .mandatoryFamily: "a family of options is optional or a request-parameter"
    case .unfitDefault(let accepted): "this default does not fit the option's type; write \(accepted)"
    case .unfitValue(let option, let accepted):
      "this value does not fit the type of option '\(option)'; write \(accepted)"
    case .unknownOption(let template): "template '\(template)' has no such option"
    case .missingOption(let value):
      "a template has this option, so that its services can be read; it must take '\(value)'"
    case .otherValue(let member, let value): "the template's '\(member)' is '\(value)'; write that"
    case .otherName(let section): "the template of this section is named '\(section)'"
    case .unknownTemplate: "there is no such template"
    case .notJSON(let error): error.description
    }
  }
}

extension CoreError {
  /// The error for a part of a template.
  ///
  /// Of `names`, the ones that would have been right, it suggests the one nearest to the value, or to `part`.
  static func malformedTemplate(
    _ place: String,
    _ value: String?,
    _ fault: TemplateFault,
    near names: [String] = [],
    to part: String? = nil
  ) -> CoreError {
    var facts: [JSONValue.Member] = [.init("member", .string(place))]
    if let value { facts.append(.init("value", .string(value))) }
    facts.append(.init("reason", .string(fault.reason)))
    if let text = part ?? value, let nearest = OptionTextChecker.nearest(text, names) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    if case .notJSON(let error) = fault {
      facts += error.facts.filter { $0.name == "line" || $0.name == "column" }
    }
    return CoreError(.malformedTemplate, facts)
  }

  /// The error for a value that is not of its type, with what the type's own check suggests.
  static func malformedTemplate(
    _ place: String,
    _ value: String,
    _ fault: TemplateFault,
    _ cause: CoreError
  ) -> CoreError {
    let error = malformedTemplate(place, value, fault)
    return CoreError(error.code, error.facts + cause.facts.filter { $0.name == "suggestion" })
  }

  /// The same error with the name of the template that it is about.
  func inTemplate(_ name: String) -> CoreError {
    guard code == .malformedTemplate, self["template"] == nil else { return self }
    return CoreError(code, [.init("template", .string(name))] + facts)
  }
}

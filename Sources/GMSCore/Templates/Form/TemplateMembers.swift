/// The members of one object of a template while they are read.
struct TemplateMembers {
  /// Where the object stands.
  let place: TemplatePlace
  let members: [JSONValue.Member]

  /// The members of an object that may have these and no others.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate`.
  init(_ value: JSONValue, at place: TemplatePlace, known: [String]) throws(CoreError) {
    guard case .object(let members) = value else {
      let fault = place == .template ? TemplateFault.notATemplate : .notAnObject
      throw .malformedTemplate(place.path, value.shown, fault)
    }
    self.place = place
    self.members = members
    for member in members where !known.contains(member.name) {
      throw .malformedTemplate(path(member.name), nil, .unknownMember(known), near: known, to: member.name)
    }
  }

  /// The path to a member.
  func path(_ name: String) -> String { place == .template ? name : "\(place.path).\(name)" }

  /// The value of a member; nil when it is not there.
  func value(_ name: String) -> JSONValue? {
    for member in members where member.name == name { return member.value }
    return nil
  }

  /// The value of a member that must be there.
  func required(_ name: String) throws(CoreError) -> JSONValue {
    guard let value = value(name) else { throw .malformedTemplate(path(name), nil, .missing) }
    return value
  }

  /// A text that must be there and say something.
  func text(_ name: String) throws(CoreError) -> String { try text(required(name), name) }

  /// A text that says something; nil when it is not there.
  func optionalText(_ name: String) throws(CoreError) -> String? {
    guard let value = value(name) else { return nil }
    return try text(value, name)
  }

  private func text(_ value: JSONValue, _ name: String) throws(CoreError) -> String {
    guard case .string(let text) = value, !text.isEmpty else {
      throw .malformedTemplate(path(name), value.shown, .notText)
    }
    return text
  }

  /// A whole number; nil when it is not there.
  func number(_ name: String) throws(CoreError) -> Int? {
    guard let value = value(name) else { return nil }
    guard case .integer(let integer) = value, let number = Int(exactly: integer) else {
      throw .malformedTemplate(path(name), value.shown, .notANumber)
    }
    return number
  }

  /// Texts that say something, none twice; nothing when they are not there.
  func texts(_ name: String) throws(CoreError) -> [String] {
    guard let value = value(name) else { return [] }
    return try texts(value, name)
  }

  /// Texts that say something, none twice.
  func texts(_ value: JSONValue, _ name: String) throws(CoreError) -> [String] {
    guard case .array(let elements) = value else {
      throw .malformedTemplate(path(name), value.shown, .notTexts)
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard case .string(let text) = element, !text.isEmpty else {
        throw .malformedTemplate("\(path(name))[\(index)]", element.shown, .notTexts)
      }
      guard !texts.contains(text) else {
        throw .malformedTemplate("\(path(name))[\(index)]", text, .repeated)
      }
      texts.append(text)
    }
    return texts
  }

  /// Whole numbers, none twice.
  func numbers(_ value: JSONValue, _ name: String) throws(CoreError) -> [Int] {
    guard case .array(let elements) = value else {
      throw .malformedTemplate(path(name), value.shown, .notAnArray)
    }
    var numbers: [Int] = []
    for (index, element) in elements.enumerated() {
      guard case .integer(let integer) = element, let number = Int(exactly: integer) else {
        throw .malformedTemplate("\(path(name))[\(index)]", element.shown, .notANumber)
      }
      guard !numbers.contains(number) else {
        throw .malformedTemplate("\(path(name))[\(index)]", "\(number)", .repeated)
      }
      numbers.append(number)
    }
    return numbers
  }
}

extension JSONValue {
  /// The value as an error shows it: a text as it is, the rest as JSON, but arrays and objects by their kind.
  var shown: String {
    switch self {
    case .string(let text): text
    case .null, .bool, .integer, .number: JSONWriter.compact(self)
    case .array: "[…]"
    case .object: "{…}"
    }
  }
}

import GMSCalendar

/// An option of the section `callback` whose JSON is an object of names, and how it is refused.
struct ListingOption {
  /// The longest name, in bytes.
  static let longestName = 200

  let name: String
  let text: String

  /// The members of the object.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, with line and column for what is no JSON.
  func members(_ expected: String) throws(CoreError) -> [JSONValue.Member] {
    do {
      let json = try OptionTextChecker.json(text, option: name, service: CallbackSection.name)
      if let members = json.members { return members }
    } catch {
      throw error.naming("section")
    }
    throw refused("this is no JSON object; write \(expected)")
  }

  /// Refuses a name that nobody could type or see.
  func checkName(_ value: String, of what: String) throws(CoreError) {
    let isPrintable = value.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    guard !value.isEmpty, value.utf8.count <= ListingOption.longestName, isPrintable, value.first != " ",
      value.last != " "
    else {
      throw refused(
        "\(what) cannot be '\(Quotation.clip(value))'; write 1 to \(ListingOption.longestName) bytes of printable "
          + "text, without a space at either end"
      )
    }
  }

  /// A refusal of the option's text.
  func refused(_ reason: String) -> CoreError {
    CoreError(
      .invalidOption,
      ["section": CallbackSection.name, "option": name, "value": text, "reason": reason]
    )
  }
}

/// Lines about the configuration: there are few of them, so each is read whole.
extension ImportReader {
  /// What a line of this kind says.
  static func item(_ kind: TransferKind, _ bytes: [UInt8], _ number: Int) throws(CoreError) -> ImportItem {
    let members: [JSONValue.Member]
    do throws(CoreError) {
      members = try JSONReader.read(bytes).members ?? []
    } catch {
      throw .malformedImport(line: number, notJSON: error)
    }
    for member in members where !kind.members.contains(member.name) {
      throw .malformedImport(
        line: number,
        .unknownMember(kind.members),
        value: member.name,
        near: kind.members
      )
    }
    let line = ConfigurationLine(number: number, members: members)
    guard let family = kind.family else {
      return .number(try line.text("number"), group: try line.text("group"))
    }
    return .section(
      ConfigurationSection(family, try line.text("name")),
      try line.options(of: family)
    )
  }
}

/// The members of one line while they are read.
private struct ConfigurationLine {
  let number: Int
  let members: [JSONValue.Member]

  private func value(_ name: String) throws(CoreError) -> JSONValue {
    guard let member = members.first(where: { $0.name == name }) else {
      throw .malformedImport(line: number, .missingMember, value: name)
    }
    return member.value
  }

  /// A text that is not empty; a whole number is taken as its text.
  func text(_ name: String) throws(CoreError) -> String {
    switch try value(name) {
    case .string(let text) where !text.isEmpty: return text
    case .integer(let integer): return String(integer)
    case .null, .bool, .number, .string, .array, .object:
      throw .malformedImport(line: number, .notAName, value: name)
    }
  }

  /// The options, read as those of a configuration file are.
  func options(of family: ConfigurationSection.Family) throws(CoreError) -> Options {
    let options = try value("options")
    if family == .resources, options[ResourceGroup.numbersName] != nil {
      throw .malformedImport(line: number, .numbersAmongOptions, value: ResourceGroup.numbersName)
    }
    let name = try text("name")
    let section = JSONValue.object([.init(name, options)])
    do throws(CoreError) {
      let read = try Configuration(json: .object([.init(family.rawValue, section)]))
      return read[ConfigurationSection(family, name)]?.options ?? [:]
    } catch {
      throw .malformedImport(line: number, because: error)
    }
  }
}

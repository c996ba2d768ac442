/// A configuration while lines are merged into it.
///
/// Lines may come in any order, so numbers wait until all groups are known.
struct ImportedConfiguration {
  private struct Number: Hashable {
    let group: String
    let text: String
  }

  /// The configuration before.
  let before: Configuration
  /// The configuration with what was merged so far.
  private(set) var after: Configuration
  private let replaces: Bool
  /// In which line each section stood last.
  private var lines: [ConfigurationSection: Int] = [:]
  private var numberLines: [Number: Int] = [:]
  private var numbers: [(number: Number, line: Int)] = []

  init(_ before: Configuration, replaces: Bool) {
    self.before = before
    after = before
    self.replaces = replaces
  }

  /// Merges a section; the numbers of a group that is replaced stay.
  ///
  /// - Throws: `CoreError` with code `importConflict`.
  mutating func add(
    _ section: ConfigurationSection,
    _ options: Options,
    line: Int
  ) throws(CoreError) -> ImportTally.Outcome {
    let old = after[section]
    let first = lines.updateValue(line, forKey: section)
    guard let old else {
      after[section] = ResourceGroup(options: options)
      return .added
    }
    let isSame = old.options == options
    guard replaces else {
      let kind = TransferKind(section.family)
      throw .importConflict(line: line, kind.rawValue, section.name, firstLine: first, isSame: isSame)
    }
    after[section] = ResourceGroup(numbers: old.numbers, options: options)
    return isSame ? .unchanged : .replaced
  }

  /// Keeps a number for later.
  mutating func add(_ number: String, to group: String, line: Int) {
    numbers.append((Number(group: group, text: number), line))
  }

  /// Merges the numbers into their groups, behind those that are there.
  ///
  /// - Throws: `CoreError` with code `malformedImport` for a group that does not exist, or `importConflict`.
  mutating func addNumbers(_ count: (ImportTally.Outcome) -> Void) throws(CoreError) {
    guard !numbers.isEmpty else { return }
    var known: [Number: Int?] = [:]
    for (group, content) in after.resources {
      for text in content.numbers { known[Number(group: group, text: text)] = .some(nil) }
    }
    for (number, line) in numbers {
      guard after.resources[number.group] != nil else {
        let names = after.resources.keys.sorted(by: NaturalOrder.precedes)
        throw .malformedImport(line: line, .noGroup, value: number.group, near: names)
      }
      if let firstLine = known[number] {
        guard replaces else {
          throw .importConflict(
            line: line,
            TransferKind.number.rawValue,
            number.text,
            firstLine: firstLine,
            isSame: true
          )
        }
        count(.unchanged)
      } else {
        known[number] = line
        numberLines[number] = line
        after.resources[number.group]?.numbers.append(number.text)
        count(.added)
      }
    }
    numbers = []
  }

  /// Checks the whole, as `apply` does.
  ///
  /// - Throws: `CoreError` of the first refusal, with the line where that is about a section of the input.
  func check() throws(CoreError) {
    guard after != before else { return }
    do throws(CoreError) {
      try ConfigurationValidator().check(after)
    } catch {
      guard let line = line(of: error) else { throw error }
      throw .malformedImport(line: line, because: error)
    }
  }

  /// The line of what an error is about; nil when the input does not have it.
  private func line(of error: CoreError) -> Int? {
    if let group = error["resource"] {
      let number = error["value"].flatMap { numberLines[Number(group: group, text: $0)] }
      return number ?? lines[ConfigurationSection(.resources, group)]
    }
    if let template = error["template"], let line = lines[ConfigurationSection(.templates, template)] {
      return line
    }
    if let account = error["account"] { return lines[ConfigurationSection(.accounts, account)] }
    if let group = error["group"], let line = lines[ConfigurationSection(.patterns, group)] { return line }
    // A circle of imports has a path instead of one service.
    let path = error.facts.first { $0.name == "path" }?.value.arrayValue?.compactMap(\.stringValue) ?? []
    return (error["service"].map { [$0] } ?? path).lazy
      .compactMap { lines[ConfigurationSection(.services, $0)] }.first
  }
}

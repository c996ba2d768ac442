internal import GMSCalendar

/// Reads a line of arguments against the command tree, in one pass from left to right.
///
/// A word names a command as long as the command reached so far holds others; then words are arguments. Global
/// options stand anywhere, a command's own options after its name. After `--` nothing is an option. A word that
/// starts with a dash is an option, except `-` alone and negative numbers.
///
/// The pass does not stop at the first fault: it keeps it and reads on, so that `--help` and `-o json` hold
/// wherever they stand.
package struct CommandLineParser {
  private var rest: ArraySlice<String>
  private var path: [Command]
  private var values = ParsedValues()
  private var words: [String] = []
  private var optionsHaveEnded = false
  private var fault: UsageError?

  /// What the arguments (without the program's name) mean.
  ///
  /// - Complexity: O(n · m) for n words and m options of the command; the tree is not visited as a whole.
  package static func parse(_ arguments: [String], root: Command) -> ParsedLine {
    var parser = CommandLineParser(rest: arguments[...], path: [root])
    parser.readWords()
    // Judging the line also gives the arguments their names, so the values are read after it.
    let outcome = parser.outcome()
    return ParsedLine(path: parser.path, values: parser.values, outcome: outcome)
  }

  private init(rest: ArraySlice<String>, path: [Command]) {
    self.rest = rest
    self.path = path
  }

  private var command: Command {
    guard let last = path.last else { preconditionFailure("a path starts with the root of the tree") }
    return last
  }

  private var pathWords: [String] { path.map(\.name) }

  // MARK: One pass over the words

  private mutating func readWords() {
    while let word = rest.popFirst() {
      if optionsHaveEnded || !Self.looksLikeOption(word) {
        readWord(word)
      } else if word == "--" {
        optionsHaveEnded = true
      } else if word.hasPrefix("--") {
        readLong(word)
      } else {
        readShort(word)
      }
    }
  }

  /// Whether a word starts with a dash and is neither `-`, which is standard input, nor a negative number.
  private static func looksLikeOption(_ word: String) -> Bool {
    var bytes = word.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "-"), var byte = bytes.next() else { return false }
    if byte == UInt8(ascii: "."), let next = bytes.next() { byte = next }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func readWord(_ word: String) {
    guard !command.subcommands.isEmpty else { return words.append(word) }
    // Below an unknown command nothing more can be named; its words are not faults of their own.
    guard fault?.code != .unknownCommand else { return }
    if let next = command.subcommand(word) {
      path.append(next)
    } else {
      // An unknown command outweighs any earlier fault: without it, options cannot be judged.
      fault = UsageError.unknownCommand(word, under: path)
    }
  }

  private mutating func readLong(_ word: String) {
    let body = word.dropFirst(2)
    let equals = body.firstIndex(of: "=")
    let name = String(body[..<(equals ?? body.endIndex)])
    guard let option = command.option(name) else {
      return noteUnknown("--\(name)", name, hasValue: equals != nil)
    }
    let attached = equals.map { String(body[body.index(after: $0)...]) }
    take(option, form: option.longForm, attached: attached)
  }

  /// A letter, several flags in one word (`-qh`), or a letter with its value (`-ojson`, `-o=json`).
  private mutating func readShort(_ word: String) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.option(short: letter) else {
        return noteUnknown("-\(letter)", String(letter), hasValue: !letters.isEmpty)
      }
      let hasEquals = letters.first == "="
      guard hasEquals || (option.kind != nil && !letters.isEmpty) else {
        take(option, form: "-\(letter)", attached: nil)
        continue
      }
      return take(
        option,
        form: "-\(letter)",
        attached: String(hasEquals ? letters.dropFirst() : letters)
      )
    }
  }

  private mutating func take(_ option: CommandOption, form: String, attached: String?) {
    guard let kind = option.kind else {
      if let attached { return note(UsageError(.unexpectedValue, value: attached, place: form)) }
      values.flags.insert(option.name)
      return
    }
    guard let value = attached ?? nextValue() else {
      let looks = rest.first.map { "for a value that starts with a dash write \(form)=\($0)" }
      return note(UsageError(.missingValue, value: form, detail: looks, usage: UsageLine.text(path)))
    }
    if values.texts[option.name] != nil, !option.isRepeating {
      return note(UsageError(.repeatedOption, value: form))
    }
    do throws(UsageError) {
      try kind.check(value, place: form)
    } catch {
      return note(error)
    }
    values.texts[option.name, default: []].append(value)
  }

  /// Takes the next word when it can be a value.
  private mutating func nextValue() -> String? {
    guard let word = rest.first, !Self.looksLikeOption(word) else { return nil }
    return rest.popFirst()
  }

  // MARK: Judging the whole line

  private mutating func outcome() -> ParsedLine.Outcome {
    if let fault, fault.code == .unknownCommand { return .failed(fault) }
    if values.flags.contains(GlobalOptions.help.name) { return .help }
    if values.flags.contains(GlobalOptions.version.name) { return .version }
    if let fault { return .failed(fault) }
    if command.action == nil {
      return .failed(UsageError(.missingCommand, value: command.name, path: pathWords))
    }
    do throws(UsageError) {
      try assignArguments()
      try checkOptions()
    } catch {
      return .failed(error)
    }
    return .run
  }

  private var requirementsAreWaived: Bool {
    command.options.contains { $0.waivesRequirements && values.flags.contains($0.name) }
  }

  private mutating func assignArguments() throws(UsageError) {
    var rest = words[...]
    for argument in command.arguments {
      let taken = argument.isRepeating ? rest : rest.prefix(1)
      rest = rest.dropFirst(taken.count)
      if taken.isEmpty {
        guard argument.isRequired, !requirementsAreWaived else { continue }
        throw UsageError(
          .missingArgument,
          value: argument.placeholder,
          path: pathWords,
          usage: UsageLine.text(path)
        )
      }
      for word in taken { try argument.kind.check(word, place: argument.placeholder) }
      try Self.refuseRepeatedKeys(taken, of: argument.kind)
      values.texts[argument.name] = Array(taken)
    }
    if let extra = rest.first {
      throw UsageError(
        .extraArgument,
        value: extra,
        detail: command.arguments.isEmpty ? nil : "further",
        path: pathWords,
        usage: UsageLine.text(path)
      )
    }
  }

  private static func refuseRepeatedKeys(
    _ words: ArraySlice<String>,
    of kind: ValueKind
  ) throws(UsageError) {
    switch kind {
    case .keyValue, .pair: break
    case .text, .file, .directory, .time, .integer, .service, .timeZone, .choice, .commandPath: return
    }
    var seen: Set<String> = []
    for word in words {
      let key = try KeyValue(parsing: word).key
      if !seen.insert(key).inserted { throw UsageError(.repeatedKey, value: key) }
    }
  }

  private func checkOptions() throws(UsageError) {
    let given = command.options.filter { values.flags.contains($0.name) || values.texts[$0.name] != nil }
    for (index, option) in given.enumerated() {
      if let other = given[(index + 1)...].first(where: option.conflicts) {
        throw UsageError(.conflictingOptions, value: option.longForm, place: other.longForm)
      }
    }
    if values.texts[GlobalOptions.asOf.name] != nil, !command.readsPast {
      throw UsageError(.onlyForReading, value: GlobalOptions.asOf.longForm, path: pathWords)
    }
    guard !requirementsAreWaived else { return }
    for option in command.options where option.isRequired && values.texts[option.name] == nil {
      throw UsageError(.missingOption, value: option.usage, path: pathWords, usage: UsageLine.text(path))
    }
  }

  // MARK: Faults

  /// Keeps the first fault.
  private mutating func note(_ error: UsageError) {
    if fault == nil { fault = error }
  }

  private mutating func noteUnknown(_ form: String, _ name: String, hasValue: Bool) {
    if let owner = UsageError.owner(of: form, under: command, pathWords) {
      // Its value must not be taken for a command.
      if owner.option.kind != nil, !hasValue { _ = nextValue() }
      return note(
        UsageError(
          .misplacedOption,
          value: form,
          detail: "write '\(owner.words) … \(form)'",
          path: pathWords
        )
      )
    }
    let known = (command.options + GlobalOptions.all).map(\.name)
    let nearest = form.hasPrefix("--") ? NearestName.find(name, in: known) : nil
    note(
      UsageError(
        .unknownOption,
        value: form,
        suggestion: nearest.map { "--\($0)" },
        path: pathWords,
        usage: UsageLine.text(path)
      )
    )
  }
}

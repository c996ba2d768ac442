/// Reading what the line points to: files, and standard input.
extension Invocation {
  /// The text of the file that an argument or option names.
  ///
  /// `-` is standard input. Nil when the line lacks it.
  ///
  /// - Throws: `unreadableFile`, `notText`, `inputReadTwice`.
  package func contents(_ name: String) throws(UsageError) -> String? {
    _ = kind(of: name)
    guard let file = values.text(name) else { return nil }
    return try read(file, for: place(of: name))
  }

  /// Runs `body` on the file that an argument or option names, open to be read in pieces, and on its length
  /// where that is known.
  ///
  /// `-` is standard input. The file is open before `body` begins.
  ///
  /// - Throws: `unreadableFile`, `inputReadTwice`; what `body` throws.
  package func reading<Result>(
    _ name: String,
    _ body: (_ source: any ByteSource, _ length: Int?) throws -> Result
  ) throws -> Result {
    let file = text(name)
    do {
      if file == "-" { return try body(try input.stream(for: place(of: name)), nil) }
      return try FileDescriptor.reading(file: file) { try body($0, $1) }
    } catch let failure as InputFailure {
      throw UsageError(.unreadableFile, value: file, place: place(of: name), detail: failure.reason)
    }
  }

  /// The pairs of an argument or option, in the order in which they were typed.
  ///
  /// Where the kind is `keyValue`, a value `@file` is read from that file, `@-` or `-` alone from standard
  /// input, both without one newline at the end; `@@text` is the text `@text`. Where it is `pair`, values are
  /// taken as they are.
  ///
  /// - Throws: `unreadableFile`, `notText`, `inputReadTwice`.
  package func keyValues(_ name: String) throws(UsageError) -> [KeyValue] {
    let readsFiles: Bool
    switch kind(of: name) {
    case .keyValue: readsFiles = true
    case .pair: readsFiles = false
    case .text, .file, .directory, .time, .integer, .service, .timeZone, .choice, .commandPath:
      preconditionFailure("'\(command.name)' declares '\(name)', but not as pairs")
    }
    var pairs: [KeyValue] = []
    for text in values.texts[name] ?? [] {
      let pair = try KeyValue(parsing: text)
      pairs.append(readsFiles ? KeyValue(pair.key, try resolve(pair)) : pair)
    }
    return pairs
  }

  /// The pairs of an argument, as `keyValues` has them, where a file need not be text.
  ///
  /// What is not UTF-8 is taken byte for byte; text loses one newline at its end.
  ///
  /// - Throws: `unreadableFile`, `inputReadTwice`.
  package func keyData(_ name: String) throws(UsageError) -> [(key: String, bytes: [UInt8])] {
    precondition(kind(of: name) == .keyValue, "'\(command.name)' declares '\(name)', but not as pairs")
    var pairs: [(key: String, bytes: [UInt8])] = []
    for text in values.texts[name] ?? [] {
      let pair = try KeyValue(parsing: text)
      guard let file = Self.file(of: pair) else {
        pairs.append((pair.key, Array(Self.literal(pair).utf8)))
        continue
      }
      let bytes = try readBytes(file, for: pair.key)
      let contents = String(validating: bytes, as: UTF8.self)
      pairs.append((pair.key, contents.map { Array(Self.withoutNewline($0).utf8) } ?? bytes))
    }
    return pairs
  }

  private func resolve(_ pair: KeyValue) throws(UsageError) -> String {
    guard let file = Self.file(of: pair) else { return Self.literal(pair) }
    return Self.withoutNewline(try read(file, for: pair.key))
  }

  /// The file that a value names; nil for one that stands for itself.
  private static func file(of pair: KeyValue) -> String? {
    if pair.value.hasPrefix("@@") { return nil }
    if pair.value.hasPrefix("@") { return String(pair.value.dropFirst()) }
    return pair.value == "-" ? "-" : nil
  }

  private static func literal(_ pair: KeyValue) -> String {
    pair.value.hasPrefix("@@") ? String(pair.value.dropFirst()) : pair.value
  }

  private static func withoutNewline(_ text: String) -> String {
    // CRLF is one Character, so one step takes off either line ending.
    text.last == "\n" || text.last == "\r\n" ? String(text.dropLast()) : text
  }

  private func read(_ file: String, for place: String) throws(UsageError) -> String {
    guard let text = String(validating: try readBytes(file, for: place), as: UTF8.self) else {
      throw UsageError(.notText, value: file, place: place)
    }
    return text
  }

  private func readBytes(_ file: String, for place: String) throws(UsageError) -> [UInt8] {
    if file == "-" { return try input.readAll(for: place) }
    do throws(InputFailure) {
      return try FileDescriptor.contents(ofFile: file)
    } catch {
      throw UsageError(.unreadableFile, value: file, place: place, detail: error.reason)
    }
  }
}

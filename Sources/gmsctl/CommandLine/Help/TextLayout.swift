/// Paragraphs and lists of terms for help pages, broken at blanks.
enum TextLayout {
  /// The width of help pages; fixed, so that they are the same everywhere.
  static let width = 80

  /// A text broken into lines of at most `width` columns, each after `indent` blanks.
  ///
  /// A word that is longer than a line stands on a line of its own.
  static func wrap(_ text: String, indent: Int = 0, width: Int = width) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }

  /// Terms on the left, their texts beside them in one column; a long term has its text below it.
  static func definitions(_ entries: [(term: String, text: String)], indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let longest = entries.map { DisplayWidth.of($0.term) }.filter { $0 <= 26 }.max() ?? 0
    let column = indent + longest + 2
    return entries.flatMap { entry in
      let lines = wrap(entry.text, indent: column)
      let used = indent + DisplayWidth.of(entry.term)
      guard let first = lines.first, used + 2 <= column else { return [margin + entry.term] + lines }
      let gap = String(repeating: " ", count: column - used)
      return [margin + entry.term + gap + first.dropFirst(column)] + lines.dropFirst()
    }
  }
}

/// One step of the demonstration: what is said before it, the line that a person would type, how it must end.
struct DemoStep {
  let remark: String?
  /// The words after `gmsctl`; the name of an earlier step stands for the callback that it began.
  let words: [String]
  /// The name under which later steps speak of the callback that this one begins.
  let name: String?
  let expected: ExitCode

  init(
    _ remark: String? = nil,
    run line: String,
    naming name: String? = nil,
    expected: ExitCode = .done
  ) {
    self.remark = remark
    self.name = name
    words = DemoStep.words(of: line)
    self.expected = expected
  }

  /// The words of a line as a shell would part them; single quotes keep blanks.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return words
  }

  /// The line as a person would type it.
  static func line(_ words: [String]) -> String {
    words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }
}

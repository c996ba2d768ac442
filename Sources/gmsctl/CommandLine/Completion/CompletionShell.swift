/// The shells for which there is a completion script.
package enum CompletionShell: String, CaseIterable, Sendable {
  /// bash, from version 3.2 on, which macOS ships.
  case bash
  /// zsh.
  case zsh
  /// fish, from version 3 on.
  case fish

  /// The script that completes the commands, options and choices of a tree.
  package func script(for root: Command) -> String {
    switch self {
    case .bash: BashCompletion.script(root)
    case .zsh: ZshCompletion.script(root)
    case .fish: FishCompletion.script(root)
    }
  }

  /// The text as one word of the shell, whatever it holds.
  func quoted(_ text: String) -> String {
    let inside =
      switch self {
      case .bash, .zsh:
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      case .fish: Self.escaped(text, "\\'")
      }
    return "'\(inside)'"
  }

  /// The text with a backslash before each of some letters.
  static func escaped(_ text: String, _ letters: String) -> String {
    text.reduce(into: "") { result, letter in
      if letters.contains(letter) { result.append("\\") }
      result.append(letter)
    }
  }
}

/// The commands that tell about the command tree itself.
enum BuiltInCommands {
  static let all: [Command] = [help, completion, reference]

  private static let section = "About gmsctl"

  /// `gmsctl help NOUN VERB`.
  static let help = Command(
    "help",
    section: section,
    permission: .nothing,
    summary: "the help of a command",
    arguments: [CommandArgument("command", .commandPath, presence: .zeroOrMore, "the words of a command")],
    examples: [CommandExample("gmsctl help completion")]
  ) { invocation in
    var path = [invocation.root]
    for word in invocation.texts("command") {
      guard let next = path.last?.subcommand(word) else { throw UsageError.unknownCommand(word, under: path) }
      path.append(next)
    }
    invocation.context.console.write(HelpPage.text(path.last ?? invocation.root, path: path.map(\.name)))
    return .done
  }

  /// `gmsctl completion bash`.
  static let completion = Command(
    "completion",
    section: section,
    permission: .nothing,
    summary: "a script that completes gmsctl's words in a shell",
    discussion: """
      The script knows every command, option and choice; it does not run gmsctl. Load it where the shell \
      starts, as in the examples.
      """,
    arguments: [
      CommandArgument("shell", .choice(CompletionShell.allCases.map(\.rawValue)), "the shell")
    ],
    examples: [
      CommandExample("source <(gmsctl completion bash)", "In ~/.bashrc."),
      CommandExample("gmsctl completion zsh > \"${fpath[1]}/_gmsctl\"", "Once, for zsh."),
      CommandExample("gmsctl completion fish > ~/.config/fish/completions/gmsctl.fish", "Once, for fish."),
    ]
  ) { invocation in
    guard let shell = invocation.choice("shell", as: CompletionShell.self) else {
      preconditionFailure("the argument 'shell' is required")
    }
    invocation.context.console.write(shell.script(for: invocation.root))
    return .done
  }

  /// `gmsctl reference`, from which Docs/gmsctl.md is made.
  static let reference = Command(
    "reference",
    section: section,
    permission: .nothing,
    summary: "the reference page of all commands, in Markdown",
    isHidden: true
  ) { invocation in
    invocation.context.console.write(Reference.markdown(invocation.root))
    return .done
  }
}

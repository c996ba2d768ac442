/// The completion script for zsh: a function for each command, on top of zsh's own `_arguments`.
enum ZshCompletion {
  /// The script for a tree.
  static func script(_ root: Command) -> String {
    let name = root.name
    let functions = root.walk([name]).map { $0.command.action == nil ? group($0) : leaf($0) }
    return """
      #compdef \(name)
      # zsh completion for \(name); made by '\(name) completion zsh'

      typeset -ga _\(name)__globals
      _\(name)__globals=(
      \(GlobalOptions.all.flatMap { specifications($0, name) }.map { "  \($0)" }.joined(separator: "\n"))
      )

      # A pair: after '=@' the path of a file.
      _\(name)__pair() {
        if compset -P '*=@'; then _files; else _message 'key=value'; fi
      }

      # The words of a command, for help.
      _\(name)__topic() {
        local topic="${(j: :)words[2,CURRENT-1]}"
        local -a commands
        case $topic in
      \(root.walk([name]).filter { $0.command.action == nil }.map(topic).joined(separator: "\n"))
        *) return 1 ;;
        esac
        _describe -t commands command commands
      }

      \(functions.joined(separator: "\n\n"))

      if [[ "$funcstack[1]" == _\(name) ]]; then
        _\(name) "$@"
      else
        compdef _\(name) \(name)
      fi

      """
  }

  // MARK: Functions

  private static func function(_ path: [String]) -> String { "_" + path.joined(separator: "_") }

  private static func group(_ node: (path: [String], command: Command)) -> String {
    let name = node.path.first ?? ""
    let cases = node.command.visibleSubcommands.map {
      "    \(quoted($0.name))) \(function(node.path + [$0.name])) && ret=0 ;;"
    }
    return """
      \(function(node.path))() {
        local curcontext="$curcontext" state ret=1
        local -a line commands
        commands=(\(described(node.command)))
        _arguments -C -S -s $_\(name)__globals '1: :->command' '*:: :->rest' && ret=0
        case $state in
        command) _describe -t commands command commands && ret=0 ;;
        rest)
          case $line[1] in
      \(cases.joined(separator: "\n"))
          esac
          ;;
        esac
        return ret
      }
      """
  }

  private static func leaf(_ node: (path: [String], command: Command)) -> String {
    let name = node.path.first ?? ""
    var arguments: [String] = []
    for (index, argument) in node.command.arguments.enumerated() {
      let position = argument.isRepeating ? "*" : "\(index + 1)"
      let colon = argument.isRequired || argument.isRepeating ? ":" : "::"
      let message = escaped(argument.placeholder)
      arguments.append(quoted("\(position)\(colon)\(message):\(action(argument.kind, name))"))
    }
    let lines = node.command.options.flatMap { specifications($0, name) } + arguments
    return """
      \(function(node.path))() {
        _arguments -S -s $_\(name)__globals\(lines.map { " \\\n    \($0)" }.joined())
      }
      """
  }

  private static func topic(_ node: (path: [String], command: Command)) -> String {
    let words = node.path.dropFirst().joined(separator: " ")
    return "  \(quoted(words))) commands=(\(described(node.command))) ;;"
  }

  private static func described(_ command: Command) -> String {
    command.visibleSubcommands
      .map { quoted("\($0.name):\(CompletionShell.escaped($0.summary, ":\\"))") }
      .joined(separator: " ")
  }

  // MARK: Specifications of _arguments

  /// One specification for each form, since `-o` takes its value beside it and `--output` behind `=`.
  private static func specifications(_ option: CommandOption, _ name: String) -> [String] {
    option.forms.map { form in
      let exclusions =
        option.isRepeating
        ? "*" : "(\((option.forms + option.excludes.map { "--\($0)" }).joined(separator: " ")))"
      guard let kind = option.kind else {
        return quoted("\(exclusions)\(form)[\(escaped(option.summary))]")
      }
      let separator = form.hasPrefix("--") ? "=" : "+"
      return quoted(
        "\(exclusions)\(form)\(separator)[\(escaped(option.summary))]:\(escaped(option.valueName)):\(action(kind, name))"
      )
    }
  }

  private static func action(_ kind: ValueKind, _ name: String) -> String {
    switch kind {
    case .text, .time, .integer, .service, .timeZone, .pair: " "
    case .file: "_files"
    case .directory: "_files -/"
    case .keyValue: "_\(name)__pair"
    case .choice(let words): "(\(words.map { CompletionShell.escaped($0, "()\\ ") }.joined(separator: " ")))"
    case .commandPath: "_\(name)__topic"
    }
  }

  private static func escaped(_ text: String) -> String { CompletionShell.escaped(text, ":[]\\") }

  private static func quoted(_ text: String) -> String { CompletionShell.zsh.quoted(text) }
}

/// The completion script for fish: conditions on the command that the words so far have reached.
enum FishCompletion {
  /// The script for a tree.
  static func script(_ root: Command) -> String {
    let name = root.name
    let nodes = root.walk([name]).map {
      (key: $0.path.dropFirst().joined(separator: " "), command: $0.command)
    }
    let valued = Set(
      nodes.flatMap { $0.command.options + GlobalOptions.all }.filter { $0.kind != nil }.flatMap(\.forms)
    )
    return """
      # fish completion for \(name); made by '\(name) completion fish'

      # The command that the words before the cursor have reached, and how many arguments stand behind it.
      function __\(name)_reached
        set -l words (commandline -opc)
        set -e words[1]
        set -l path
        set -l count 0
        set -l expects 0
        for word in $words
          if test $expects = 1
            set expects 0
            continue
          end
          switch $word
            case \(valued.sorted().joined(separator: " "))
              set expects 1
            case '-?*'
            case '*'
              set -l next (string join ' ' -- $path $word)
              if contains -- "$next" \(nodes.dropFirst().map { quoted($0.key) }.joined(separator: " "))
                set path $path $word
              else
                set count (math $count + 1)
              end
          end
        end
        echo (string join ' ' -- $path)
        echo $count
      end

      # Whether the words have reached the command $argv[1]; with $argv[2], and $argv[3] -eq or -ge, that many arguments.
      function __\(name)_at
        set -l reached (__\(name)_reached)
        test "$reached[1]" = "$argv[1]"; or return 1
        test (count $argv) -lt 3; or test $reached[2] $argv[3] $argv[2]
      end

      # The words of a command, for help.
      function __\(name)_topic
        set -l words (commandline -opc)
        set -l topic (string join ' ' -- $words[3..-1])
        switch "$topic"
      \(nodes.filter { $0.command.action == nil }.map(topic).joined(separator: "\n"))
        end
      end

      complete -c \(name) -f
      \((GlobalOptions.all.map { option($0, name, at: nil) } + nodes.flatMap { lines($0, name) }).joined(separator: "\n"))

      """
  }

  // MARK: Lines

  private static func lines(_ node: (key: String, command: Command), _ name: String) -> [String] {
    let commands = node.command.visibleSubcommands.map {
      "complete -c \(name) -n \(at(node.key, name)) -a \(quoted($0.name)) -d \(quoted($0.summary))"
    }
    let arguments = node.command.arguments.enumerated().compactMap { index, argument in
      action(argument.kind, name, isArgument: true).map { action in
        let condition = "__\(name)_at \(quoted(node.key)) \(index) \(argument.isRepeating ? "-ge" : "-eq")"
        return "complete -c \(name) -n \(quoted(condition)) \(action)"
      }
    }
    return commands + node.command.options.map { option($0, name, at: node.key) } + arguments
  }

  private static func option(_ option: CommandOption, _ name: String, at key: String?) -> String {
    var line = "complete -c \(name)"
    if let key { line += " -n \(at(key, name))" }
    if let short = option.short { line += " -s \(short)" }
    line += " -l \(option.name)"
    if let kind = option.kind { line += " \(action(kind, name, isArgument: false) ?? "-x")" }
    return line + " -d \(quoted(option.summary))"
  }

  private static func topic(_ node: (key: String, command: Command)) -> String {
    let lines = node.command.visibleSubcommands.map {
      "      echo -e \(quoted("\($0.name)\\t\($0.summary)"))"
    }
    return (["    case \(quoted(node.key))"] + lines).joined(separator: "\n")
  }

  private static func at(_ key: String, _ name: String) -> String { quoted("__\(name)_at \(quoted(key))") }

  /// What fish offers; nil for a kind of which nothing is known.
  private static func action(_ kind: ValueKind, _ name: String, isArgument: Bool) -> String? {
    switch kind {
    case .text, .time, .integer, .service, .timeZone, .pair, .keyValue: nil
    case .file: isArgument ? "-F" : "-r -F"
    case .directory: (isArgument ? "" : "-x ") + "-a '(__fish_complete_directories (commandline -ct))'"
    case .choice(let words): (isArgument ? "" : "-x ") + "-a \(quoted(words.joined(separator: " ")))"
    case .commandPath: "-a '(__\(name)_topic)'"
    }
  }

  private static func quoted(_ text: String) -> String { CompletionShell.fish.quoted(text) }
}

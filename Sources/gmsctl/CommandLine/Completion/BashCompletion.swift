/// The completion script for bash.
///
/// It uses nothing that bash 3.2 lacks, and not the bash-completion package.
enum BashCompletion {
  /// The script for a tree, as data in three functions and one function that reads them.
  static func script(_ root: Command) -> String {
    let nodes = root.walk([root.name]).map { (key: key($0.path), command: $0.command) }
    let name = root.name
    return """
      # bash completion for \(name); made by '\(name) completion bash'

      # What can stand after the words of a command: its commands, its options, the kinds of its arguments.
      _\(name)_at() {
        case "$1" in
      \(nodes.map(node).joined(separator: "\n"))
        *) return 1 ;;
        esac
      }

      # The kind of value that an option of a command takes; fails for a flag.
      _\(name)_value() {
        case "$1:$2" in
      \(values(nodes).joined(separator: "\n"))
        *) return 1 ;;
        esac
      }

      # Offers what a value of a kind can be: $1 the kind, $2 what stands before the value, $3 its beginning.
      _\(name)_offer() {
        local candidate
        case "$1" in
        :text) ;;
        :pair)
          if [[ "$3" == *=@* ]]; then _\(name)_offer :file "$2${3%%=@*}=@" "${3#*=@}"; fi
          ;;
        :file | :directory)
          compopt -o filenames 2>/dev/null
          local action=-f
          if [[ "$1" == :directory ]]; then action=-d; fi
          while IFS= read -r candidate; do
            COMPREPLY+=("$2$candidate")
          done < <(compgen "$action" -- "$3")
          ;;
        *)
          while IFS= read -r candidate; do
            COMPREPLY+=("$2$candidate")
          done < <(compgen -W "$1" -- "$3")
          ;;
        esac
      }

      _\(name)() {
        local IFS=$' \\t\\n'
        local commands options arguments kind
        local word joins='' path='' topic='' ended='' expects='' index=0 i
        local -a words=()
        COMPREPLY=()

        # Words that bash split at '=', ':' and '@' are put together again.
        for (( i = 1; i <= COMP_CWORD; i++ )); do
          word="${COMP_WORDS[i]}"
          if [[ ${#words[@]} -gt 0 && -n "$word" && -z "${word//[=:@]/}" ]]; then
            words[${#words[@]}-1]+="$word"
            joins=1
          elif [[ -n "$joins" ]]; then
            words[${#words[@]}-1]+="$word"
            joins=''
          else
            words+=("$word")
          fi
        done
        local last=$(( ${#words[@]} - 1 ))
        local typed="${words[last]}" raw="${COMP_WORDS[COMP_CWORD]}"
        if [[ -z "${raw//[=:@]/}" ]]; then raw=''; fi
        # bash replaces only what follows its last split, so this part is taken off the replies again.
        local head="${typed%"$raw"}"

        _\(name)_at ''
        for (( i = 0; i < last; i++ )); do
          word="${words[i]}"
          if [[ -n "$expects" ]]; then
            expects=''
            continue
          fi
          if [[ -z "$ended" ]]; then
            case "$word" in
            --)
              ended=1
              continue
              ;;
            --*=*) continue ;;
            -?*)
              if _\(name)_value "$path" "$word"; then expects="$word"; fi
              continue
              ;;
            esac
          fi
          if [[ " $commands " == *" $word "* ]]; then
            path="$path $word"
            _\(name)_at "$path"
          else
            index=$(( index + 1 ))
            topic="$topic $word"
          fi
        done

        if [[ -n "$expects" ]]; then
          _\(name)_value "$path" "$expects"
          _\(name)_offer "$kind" '' "$typed"
        elif [[ -z "$ended" && "$typed" == --*=* ]]; then
          if _\(name)_value "$path" "${typed%%=*}"; then
            _\(name)_offer "$kind" "${typed%%=*}=" "${typed#*=}"
          fi
        elif [[ -z "$ended" && "$typed" == -* ]]; then
          _\(name)_offer "$options" '' "$typed"
        elif [[ -n "$commands" ]]; then
          _\(name)_offer "$commands" '' "$typed"
        else
          local -a kinds=()
          while IFS= read -r kind; do kinds+=("$kind"); done <<< "$arguments"
          local final="${kinds[${#kinds[@]}-1]}"
          kind="${kinds[index]-}"
          if [[ -z "$kind" && "$final" == '* '* ]]; then kind="$final"; fi
          kind="${kind#\\* }"
          if [[ "$kind" == :command ]]; then
            if _\(name)_at "$topic"; then kind="$commands"; else kind=:text; fi
          fi
          _\(name)_offer "${kind:-:text}" '' "$typed"
        fi

        if [[ -n "$head" ]]; then
          for (( i = 0; i < ${#COMPREPLY[@]}; i++ )); do
            COMPREPLY[i]="${COMPREPLY[i]#"$head"}"
          done
        fi
      }

      complete -F _\(name) \(name)

      """
  }

  // MARK: Data

  /// The words after the root's name, each after a blank: how the script names a command.
  private static func key(_ path: [String]) -> String { path.dropFirst().map { " \($0)" }.joined() }

  private static func node(_ node: (key: String, command: Command)) -> String {
    let command = node.command
    let options = (command.options + GlobalOptions.all).flatMap(\.forms).joined(separator: " ")
    let arguments = command.arguments.map { ($0.isRepeating ? "* " : "") + kind($0.kind) }
    return
      "  \(quoted(node.key))) commands=\(quoted(command.visibleSubcommands.map(\.name).joined(separator: " ")))"
      + " options=\(quoted(options)) arguments=\(quoted(arguments.joined(separator: "\n"))) ;;"
  }

  /// Options of commands first, as the global ones stand under a pattern that matches every command.
  private static func values(_ nodes: [(key: String, command: Command)]) -> [String] {
    let own = nodes.flatMap { node in
      node.command.options.flatMap { option in
        option.forms.map { (pattern: quoted("\(node.key):\($0)"), kind: option.kind) }
      }
    }
    let global = GlobalOptions.all.flatMap { option in
      option.forms.map { (pattern: "*:\($0)", kind: option.kind) }
    }
    return (own + global).compactMap { entry in
      entry.kind.map { "  \(entry.pattern)) kind=\(quoted(kind($0))) ;;" }
    }
  }

  /// A kind as the script knows it: a word after a colon, or the words to choose from.
  private static func kind(_ kind: ValueKind) -> String {
    switch kind {
    case .text, .time, .integer, .service, .timeZone, .pair: ":text"
    case .file: ":file"
    case .directory: ":directory"
    case .keyValue: ":pair"
    case .choice(let words): words.joined(separator: " ")
    case .commandPath: ":command"
    }
  }

  private static func quoted(_ text: String) -> String { CompletionShell.bash.quoted(text) }
}

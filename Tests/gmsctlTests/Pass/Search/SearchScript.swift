import GMSCalendar
import GMSCore

/// A counterexample as a script of gmsctl that does the same again, on a store of its own.
struct SearchScript {
  let configuration: String
  let starts: [(words: [String], now: String)]
  let commands: [(words: String, now: String)]
  let fault: String

  /// The script; `$GMSCTL` is the gmsctl that it runs, if there is such a variable.
  var text: String {
    var lines = [
      "#!/bin/sh", "# A counterexample of \(commands.count) commands: \(fault)", "set -eu",
      "gmsctl() { \"${GMSCTL:-gmsctl}\" \"$@\"; }", "directory=$(mktemp -d)",
      "export GMSCTL_STORE=\"$directory/store\"", "gmsctl init >/dev/null",
      "gmsctl apply -f - >/dev/null <<'END'", configuration, "END",
    ]
    for (name, start) in zip(SearchCompany.names, starts) {
      lines.append(
        "gmsctl \(start.words.joined(separator: " ")) --now \(start.now) -q >/dev/null"
      )
      lines.append(
        "\(name)=$(gmsctl callback list --where _customer_number=\(start.words[4]) -o jsonl --fields _id | cut -d'\"' -f4)"
      )
    }
    for command in commands {
      lines.append("gmsctl \(command.words) --now \(command.now) -q >/dev/null")
    }
    for name in SearchCompany.names { lines.append("gmsctl callback history \"$\(name)\" -o jsonl") }
    lines.append("rm -r \"$directory\"")
    return lines.joined(separator: "\n") + "\n"
  }
}

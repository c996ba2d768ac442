/// The options that every command takes and that may stand anywhere on the line.
package enum GlobalOptions {
  /// All of them, in the order in which help shows them.
  package static let all: [CommandOption] = [
    store, now, account, asOf, seed, output, fields, dryRun, yes, quiet, noColor, help, version,
  ]

  /// The directory of the store.
  package static let store = CommandOption.value(
    "store",
    .directory,
    default: "$GMSCTL_STORE, else ./gms-store",
    "the store"
  )

  /// The instant that counts as now.
  package static let now = CommandOption.value(
    "now",
    .time,
    default: "$GMSCTL_NOW, else the clock",
    "the instant taken as now"
  )

  /// The account on whose behalf the line acts.
  package static let account = CommandOption.value(
    "as",
    .text,
    named: "ACCOUNT",
    default: "$GMSCTL_ACCOUNT, else as administrator",
    "act with that account's permissions"
  )

  /// The instant of the state that is read.
  package static let asOf = CommandOption.value(
    "as-of",
    .time,
    "read the store as it was then, as far back as it is kept; for commands that only read"
  )

  /// Where randomness and ids come from.
  package static let seed = CommandOption.value(
    "seed",
    .count,
    "take randomness and ids from this seed: the same line on the same store gives the same bytes"
  )

  /// The format of answers and errors.
  package static let output = CommandOption.value(
    "output",
    short: "o",
    .choice(OutputFormat.allCases.map(\.rawValue)),
    named: "FORMAT",
    default: OutputFormat.table.rawValue,
    "how data is written: table, json, jsonl or csv"
  )

  /// Which columns are answered.
  package static let fields = CommandOption.value(
    "fields",
    .text,
    named: "A,B,C",
    "the fields to show, in this order"
  )

  /// Decide, but write nothing.
  package static let dryRun = CommandOption.flag("dry-run", "decide and print, write nothing")

  /// Agreement given beforehand.
  package static let yes = CommandOption.flag("yes", "ask no question before something is destroyed")

  /// No notes.
  package static let quiet = CommandOption.flag("quiet", short: "q", "no notes on stderr; errors remain")

  /// No colour.
  package static let noColor = CommandOption.flag(
    "no-color",
    "no colour; NO_COLOR does the same, and so does output that is no terminal"
  )

  /// The help of a command.
  package static let help = CommandOption.flag("help", short: "h", "the help of a command")

  /// The version.
  package static let version = CommandOption.flag("version", "the version of gmsctl")
}

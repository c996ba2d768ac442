/// The values of one line, by the name of their option or argument; a name means one thing on a line.
package struct ParsedValues: Hashable, Sendable {
  /// The flags that were given.
  package var flags: Set<String> = []
  /// The texts of options and arguments, in the order in which they were typed.
  package var texts: [String: [String]] = [:]

  /// No values.
  package init() {}

  /// The only or first text of an option or argument.
  package func text(_ name: String) -> String? { texts[name]?.first }

  /// The format that was asked for.
  package var format: OutputFormat {
    text(GlobalOptions.output.name).flatMap(OutputFormat.init(rawValue:)) ?? .table
  }
}

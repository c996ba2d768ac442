/// Showing how far a long command has come.
extension Invocation {
  /// A bar on stderr; nobody sees it with `--quiet`, or when stderr is no terminal that can take it.
  ///
  /// `hidesBehindData` is for commands whose data would run through it when both go to the terminal.
  package func progressBar(_ label: String, total: Int?, hidesBehindData: Bool = false) -> ProgressBar {
    let console = context.console
    let isVisible =
      !context.isQuiet && console.errorsAreTerminal
      && context.surroundings.environment[.terminal] != "dumb"
      && !(hidesBehindData && console.outputIsTerminal)
    return ProgressBar(label, total: total, show: isVisible ? { console.show($0) } : nil)
  }
}

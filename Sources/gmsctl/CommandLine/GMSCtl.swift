/// The program: a line of arguments in, text and an exit code out.
///
/// It takes nothing from the process by itself, so that a test can run it.
package enum GMSCtl {
  /// The version of the program.
  package static let version = "0.1.0"

  /// Runs one line.
  ///
  /// Data goes to stdout, everything else to stderr, both when the command has ended. When stdout cannot be
  /// written, the exit code is 5 even though the command itself may have succeeded; when nobody reads it any
  /// more (`| head`), that is no error.
  ///
  /// The arguments are the words after the program's name.
  package static func run(
    _ arguments: [String],
    in surroundings: GlobalContext.Surroundings,
    tree: Command = CommandTree.root
  ) -> ExitCode {
    let console = surroundings.console
    let line = CommandLineParser.parse(arguments, root: tree)
    var code = perform(line, surroundings)
    do throws(OutputFailure) {
      try console.flush()
    } catch {
      guard error != .closed else { return code }
      let report = ErrorReport(error, format: line.values.format)
      code = report.exitCode
      report.lines.forEach(console.writeError)
      // Only stderr is left to write, and its failures are nobody's concern.
      try? console.flush()
    }
    return code
  }

  private static func perform(_ line: ParsedLine, _ surroundings: GlobalContext.Surroundings) -> ExitCode {
    let console = surroundings.console
    do {
      switch line.outcome {
      case .help:
        if let command = line.path.last { console.write(HelpPage.text(command, path: line.words)) }
        return .done
      case .version:
        console.write("gmsctl \(version)\n")
        return .done
      case .failed(let error) where error.code == .missingCommand && !line.values.format.writesJSONErrors:
        // A noun alone is a question: its help is the answer, though not to the question that was asked.
        let help = line.path.last.map { HelpPage.text($0, path: line.words) } ?? ""
        console.writeError(String(help.dropLast()))
        return .usage
      case .failed(let error): throw error
      case .run:
        let context = try GlobalContext(line.values, surroundings)
        let invocation = try Invocation(line.path, line.values, context)
        guard let action = invocation.command.action else {
          preconditionFailure("the parser answers `run` only for a command that runs")
        }
        defer { for notice in context.notices.take() { invocation.note("note: \(notice)") } }
        try invocation.checkPermission()
        return try action(invocation)
      }
    } catch OutputFailure.closed {
      return .done
    } catch {
      let report = ErrorReport(error, format: line.values.format)
      report.lines.forEach(console.writeError)
      return report.exitCode
    }
  }
}

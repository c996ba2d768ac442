internal import GMSCore

/// Asking before something is destroyed.
extension Invocation {
  /// Goes on when it may: with `--yes`, in a dry run, or when a person answers yes.
  ///
  /// `action` is what would be done, after "this would": `delete the service 'support'`.
  ///
  /// - Throws: `confirmationNeeded` (exit 2) when nobody can be asked; a refusal (exit 1) when the answer is no.
  package func confirm(_ action: String) throws {
    if context.assumesYes || context.isDryRun { return }
    guard context.console.canAsk else { throw UsageError(.confirmationNeeded, value: action) }
    let answer = try context.console.ask("This will \(Cell.visible(action)). Go on? [y/N] ")
    switch answer?.lowercased().split(separator: " ").first {
    case "y", "yes": return
    default:
      throw PlainFailure(
        failureCode: "not-confirmed",
        category: .refused,
        description: "not confirmed; nothing was written"
      )
    }
  }
}

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCallback
internal import GMSCore

/// Callbacks as a file for other programs.
enum ExportCommand {
  static let command = Command(
    "export",
    readsPast: true,
    summary: "write callbacks for other programs, as comma-separated values or JSON",
    discussion: """
      All that are chosen, by desired time, however many. \(CallbackFilterOptions.discussion)

      The form is that of --format, else of -o, else comma-separated values as RFC 4180 has them, with the \
      configuration's aliases as headings. A spreadsheet takes a cell that begins with = + - or @ for a formula, numbers \
      such as +1 650 466 3204 too: --safe-cells puts an apostrophe in front of such cells, which then are no longer what \
      the records have.
      """,
    options: CallbackFilterOptions.options() + [
      .flag(
        "cancelled",
        excludes: ["state"],
        "only callbacks that were cancelled, by customer or administrator"
      ),
      .value("since", .time, excludes: ["state"], "only callbacks that ended at or after this"),
      .value(
        "format",
        .choice(CallbackExport.Format.allCases.map(\.rawValue)),
        default: "that of -o, else csv",
        "the form"
      ),
      .flag("safe-cells", "an apostrophe in front of cells that a spreadsheet would take for formulas"),
    ],
    examples: [
      CommandExample("gmsctl callback export --cancelled --since 2026-11-21 > cancelled.csv"),
      CommandExample("gmsctl callback export --service support --range past-month --format jsonl"),
    ]
  ) { invocation in
    let engine = try invocation.engine()
    var filter = try CallbackFilterOptions.filter(invocation, engine)
    if invocation.flag("cancelled") { filter.reasons = CallbackFilter.cancellations }
    filter.completedFrom = try invocation.instant("since")
    let format = format(invocation)
    if invocation.flag("safe-cells"), format != .csv {
      throw UsageError(.conflictingOptions, value: "--safe-cells", place: "--format \(format.rawValue)")
    }
    let console = invocation.context.console
    let count = try engine.export(
      filter,
      as: CallbackExport(
        format,
        columns: invocation.context.renderer.selection?.names,
        guardsFormulas: invocation.flag("safe-cells")
      ),
      console.writeNow
    )
    invocation.note("\(count) callback\(count == 1 ? "" : "s")")
    return .done
  }

  private static func format(_ invocation: Invocation) -> CallbackExport.Format {
    if let format = invocation.choice("format", as: CallbackExport.Format.self) { return format }
    switch invocation.context.renderer.format {
    case .table, .csv: return .csv
    case .json: return .json
    case .jsonl: return .jsonl
    }
  }
}

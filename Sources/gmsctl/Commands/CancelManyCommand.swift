internal import GMSCallback
internal import GMSCore

/// Cancelling many callbacks at once.
enum CancelManyCommand {
  static let command = Command(
    "cancel-many",
    summary: "cancel many callbacks at once, all of them or none",
    discussion: """
      Which ones say either filters or --ids. \(CallbackFilterOptions.discussion)

      A file of ids has one a line; blanks, empty lines and a heading '_id' do not count. An id that no callback has, or \
      whose callback is COMPLETED or PROCESSING, is a refusal of all, unless --skip-missing is given. Of callbacks that \
      filters choose, such ones are reported and left alone. The answer is a report:

          {"cancelled":1,"already-completed":0,"not-cancellable":0,"unknown":0,"callbacks":[{"_id":"1-…",
           "_service_name":"support","state":"ROUTING","result":"cancelled","reason":"CANCELLED_BY_ADMIN","note":"storm",
           "actions":["hang-up-customer"]}]}
      """,
    options: CallbackFilterOptions.options(except: ["ids", "skip-missing"]) + [
      .value("ids", .file, "the ids of the callbacks; - is standard input"),
      .flag("skip-missing", "report ids that cannot be cancelled instead of refusing all"),
      .value("reason", .text, "why, kept in the history of each; at most \(RequestSize.note) bytes"),
    ],
    fields: CancelledCallback.fields,
    examples: [
      CommandExample("gmsctl callback cancel-many --service support --range next-day --reason storm"),
      CommandExample("gmsctl callback cancel-many --ids ids.txt --skip-missing --dry-run -o csv"),
    ]
  ) { invocation in
    let engine = try invocation.engine()
    let cancel: (RequestContext) throws -> CancellationReport
    let note = invocation.optional("reason")
    if let text = try invocation.contents("ids") {
      let ids = try CallbackIDList(text).ids.map(\.text)
      let skipMissing = invocation.flag("skip-missing")
      cancel = { try engine.cancelMany(ids, note: note, skipMissing: skipMissing, $0) }
    } else {
      // A line that chooses nothing has more likely lost its filter than that it means every callback.
      guard CallbackFilterOptions.choosing.contains(where: { !invocation.texts($0).isEmpty }) else {
        throw UsageError(
          .missingOption,
          value: "--ids",
          detail: "without it, give a filter such as '--service'",
          path: invocation.words
        )
      }
      let filter = try CallbackFilterOptions.filter(invocation, engine)
      cancel = { try engine.cancelMany(filter, note: note, $0) }
    }
    if !invocation.context.assumesYes, !invocation.context.isDryRun {
      var rehearsal = invocation.request
      rehearsal.isDryRun = true
      let count = try cancel(rehearsal).count(.cancelled)
      if count > 0 { try invocation.confirm("cancel \(count) callback\(count == 1 ? "" : "s")") }
    }
    let report = try cancel(invocation.request)
    try invocation.answer(
      Answer(report.json, rows: .member("callbacks"), emptyNote: "there was no callback to cancel")
    )
    if invocation.context.renderer.format == .table, !report.callbacks.isEmpty {
      invocation.note(report.summary)
    }
    return .done
  }
}

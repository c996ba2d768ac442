internal import GMSCallback
internal import GMSCore

/// Looking after a store.
enum MaintenanceCommands {
  static let info = Command(
    "info",
    summary: "the store in numbers",
    discussion: """
      Bytes are those of the log: live ones make the state, dead ones were replaced or removed since. The index \
      knows the log up to indexedBytes; the rest is read. tornBytes at the end belong to no whole change, and the \
      next writer cuts them off.

          {"path":"gms-store","format":"gms-store","version":2,"generation":1,"sequence":7,"transactions":7,
           "logBytes":4711,"liveBytes":4000,"deadBytes":711,"indexedBytes":0,"tornBytes":0,"services":3,
           "records":{"callback":5},"firstTime":"2025-01-06T14:00:00.000Z","lastTime":"2025-01-06T15:00:00.000Z",
           "lockHolder":null}
      """,
    fields: [
      "path", "format", "version", "generation", "sequence", "transactions", "logBytes", "liveBytes",
      "deadBytes", "indexedBytes", "tornBytes", "services", "records", "firstTime", "lastTime", "lockHolder",
    ],
    examples: [CommandExample("gmsctl store info -o json")]
  ) { invocation in
    try invocation.answer(StoreAnswer.information(try invocation.store().information()))
    return .done
  }

  static let check = Command(
    "check",
    summary: "read everything, and compare what is derived with what it is derived from",
    discussion: """
      Prints what does not fit, the first difference first; exit code 5 when anything is damaged. A torn end or a \
      stale index is a note, and no damage.

          {"records":5,"transactions":7,"findings":[{"severity":"note","path":"gms-store/records.jsonl","line":9,\
      "message":"…"}]}
      """,
    fields: ["severity", "path", "line", "message"],
    examples: [CommandExample("gmsctl store check")]
  ) { invocation in
    let check = try FileStore.check(at: invocation.context.storePath, codecs: TransferCommands.codecs)
    try invocation.answer(MaintenanceAnswer.check(check))
    return check.hasDamage ? .unusableStore : .done
  }

  static let repair = Command(
    "repair",
    summary: "make a damaged store usable: what cannot be read is set aside",
    discussion: """
      Says first what would be dropped, and asks. With --dry-run it only says.

          {"changed":true,"records":4,"setAside":"gms-store/set-aside-1","dropped":[{"line":3,"id":"1-…",\
      "reason":"…"}]}
      """,
    fields: ["line", "id", "reason"],
    examples: [
      CommandExample("gmsctl store repair --dry-run"), CommandExample("gmsctl store repair --yes"),
    ]
  ) { invocation in
    let path = invocation.context.storePath
    var repair = try FileStore.repair(at: path, codecs: TransferCommands.codecs, isDryRun: true)
    if repair.isChanged, !invocation.context.isDryRun {
      let lines = MaintenanceAnswer.counted(repair.dropped.count, "line")
      for dropped in repair.dropped.prefix(20) {
        invocation.note(Cell.visible(MaintenanceAnswer.dropped(dropped)))
      }
      if repair.dropped.count > 20 { invocation.note("and \(repair.dropped.count - 20) more") }
      try invocation.confirm("repair the store '\(path)', which drops \(lines) and sets them aside")
      repair = try FileStore.repair(at: path, codecs: TransferCommands.codecs, isDryRun: false)
    }
    try invocation.answer(MaintenanceAnswer.repair(repair, isDryRun: invocation.context.isDryRun))
    return .done
  }

  static let compact = Command(
    "compact",
    summary: "write the log anew without what is dead; readers go on meanwhile",
    discussion: """
      The store does this by itself when more than half of the log is dead. Earlier states cannot be read after it.

          {"done":true,"bytesBefore":4711,"bytesAfter":4000}
      """,
    fields: ["done", "bytesBefore", "bytesAfter"],
    examples: [CommandExample("gmsctl store compact")]
  ) { invocation in
    let store = try invocation.store()
    let isDryRun = invocation.context.isDryRun
    let compaction: StoreCompaction
    if isDryRun {
      let information = try store.information()
      compaction = StoreCompaction(
        bytesBefore: information.logBytes,
        bytesAfter: information.logBytes - information.deadBytes,
        isDone: information.deadBytes > 0
      )
    } else {
      compaction = try store.compact(invocation.request.change)
    }
    try invocation.answer(MaintenanceAnswer.compaction(compaction, isDryRun: isDryRun))
    return .done
  }

  static let log = Command(
    "log",
    summary: "what changed, when, and by which command, as far back as the log reaches",
    discussion: """
      One row for each change, oldest first; put is a record that is new or changed, set a part of the configuration.

          [{"sequence":7,"time":"2025-01-06T14:00:00.000Z","command":"callback start","change":"put",\
      "name":"callback 1-…","state":"SCHEDULED"}]
      """,
    options: [.value("callback", .text, named: "ID", "only changes of this callback")],
    fields: ["sequence", "time", "command", "change", "name", "state"],
    examples: [
      CommandExample("gmsctl store log"),
      CommandExample("gmsctl store log --callback 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 -o jsonl"),
    ]
  ) { invocation in
    let id = invocation.optional("callback")
    if let id { _ = try CallbackID(id) }
    let store = try invocation.store()
    let streams = invocation.context.renderer.format == .jsonl
    var rows: [JSONValue] = []
    var isEmpty = true
    try store.log(ofRecord: id.map { (.callback, $0) }) { entry in
      isEmpty = false
      rows += StoreAnswer.changes(entry)
      // A log may be longer than what one likes to have in memory; lines can go one by one.
      guard streams, rows.count >= 1000 else { return }
      try invocation.answer(.array(rows))
      try invocation.context.console.flush()
      rows = []
    }
    // What exists has a line in the log, whatever was compacted.
    if isEmpty, let id { throw CallbackError.unknownCallback(id) }
    try invocation.answer(Answer(.array(rows), emptyNote: "the log is empty"))
    return .done
  }
}

internal import GMSCallback
internal import GMSCore

/// Export and import of a store as JSON lines.
enum TransferCommands {
  /// How records are read, by kind; their order is that of an export.
  static let codecs: [RecordCodec] = [
    .callback, .notification, .instance, .storage, .booking, .node,
  ]

  static let export = Command(
    "export",
    readsPast: true,
    summary: "write the whole store as JSON lines that a person can read, edit and import",
    discussion: """
      One object a line for each option section, service, resource group, number, pattern group, account, \
      callback and booking, whatever -o says. The same store makes the same bytes. A FILE must not exist yet; without it, or \
      with -, the lines go to stdout. With a FILE the answer is how many lines of each kind there are:

          [{"kind":"service","count":3},{"kind":"callback","count":120}]
      """,
    arguments: [CommandArgument("file", .file, presence: .optional, "a new file; - is stdout")],
    fields: ["kind", "count"],
    examples: [
      CommandExample("gmsctl store export backup.jsonl"),
      CommandExample("gmsctl store export --as-of 2026-11-20T00:00:00Z > yesterday.jsonl"),
    ]
  ) { invocation in
    let console = invocation.context.console
    let store = try invocation.store()
    guard let file = invocation.optional("file"), file != "-" else {
      _ = try write(store, invocation, hidesBehindData: true, to: console.writeNow)
      return .done
    }
    let counts: [TransferCount]
    if invocation.context.isDryRun {
      counts = try write(store, invocation) { _ in }
    } else {
      counts = try FileDescriptor.writing(newFile: file) { try write(store, invocation, to: $0.write) }
    }
    try invocation.answer(Answer(StoreAnswer.exported(counts), emptyNote: "the store is empty"))
    return .done
  }

  private static func write(
    _ store: FileStore,
    _ invocation: Invocation,
    hidesBehindData: Bool = false,
    to sink: (_ block: [UInt8]) throws -> Void
  ) throws -> [TransferCount] {
    let export = StoreExport(codecs.map(\.kind))
    return try store.read { reader in
      var bar = invocation.progressBar("exporting", total: nil, hidesBehindData: hidesBehindData)
      if bar.isVisible {
        bar = invocation.progressBar("exporting", total: try export.count(reader))
      }
      defer { bar.finish() }
      return try export.write(reader) { block, lines in
        try sink(block)
        bar.advance(to: lines)
      }
    }
  }

  static let load = Command(
    "import",
    summary: "take JSON lines, such as export writes, into the store, all of them or none",
    discussion: """
      Lines may stand in any order and layout; of a callback, _expiration_time and _url may be absent or out of \
      date. What exists already is refused, even where it is the same, unless --replace is given; nothing is taken \
      away. The configuration is checked as apply does. Other writers wait until the import has ended. Answers how \
      many lines of each kind there were:

          [{"kind":"callback","added":118,"replaced":2,"unchanged":0}]
      """,
    arguments: [CommandArgument("file", .file, "JSON lines; - is standard input")],
    options: [.flag("replace", "let lines replace what is there")],
    fields: ["kind", "added", "replaced", "unchanged"],
    examples: [
      CommandExample("gmsctl store import backup.jsonl"),
      CommandExample("gmsctl store import - --replace --dry-run < edited.jsonl"),
    ]
  ) { invocation in
    let job = StoreImport(codecs, replaces: invocation.flag("replace"))
    let report = try invocation.reading("file") { source, length in
      let store = try invocation.store()
      var bar = invocation.progressBar("importing", total: length)
      defer { bar.finish() }
      return try job.run(in: store, invocation.request.change) { take in
        try source.forEachChunk { chunk in
          try take(chunk)
          bar.advance(by: chunk.count)
        }
      }
    }
    invocation.noteUnknownOptions(in: report.after, since: report.before)
    try invocation.answer(Answer(StoreAnswer.imported(report.counts), emptyNote: "there was no line"))
    return .done
  }
}

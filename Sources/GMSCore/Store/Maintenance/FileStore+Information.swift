extension FileStore {
  /// What the directory holds, in numbers.
  ///
  /// - Throws: `CoreError` when the store cannot be read.
  /// - Complexity: O(n) in the log up to its first commit, and in what the index does not know.
  public func information() throws -> StoreInformation {
    switch try current() {
    case .version1(let state):
      return StoreInformation(
        path: path,
        format: StoreDocument.name,
        version: 1,
        generation: 0,
        sequence: state.sequence,
        transactions: 0,
        logBytes: 0,
        liveBytes: 0,
        deadBytes: 0,
        indexedBytes: 0,
        tornBytes: 0,
        services: state.configuration.services.count,
        records: state.table.kinds.map { .init($0, state.table.count(RecordQuery($0))) },
        firstTime: nil,
        lastTime: nil,
        lockHolder: directory.lock(timeout: .zero).currentHolder()
      )
    case .log(let view): return try view.withSoundIndex { try information(of: $0) }
    }
  }

  private func information(of view: LogView) throws -> StoreInformation {
    var first: LogStamp?
    try LogHistory(log: view.log).forEachCommit(to: view.end.offset) { _, stamp throws(CoreError) in
      first = stamp
      return false
    }
    let logBytes = Int(view.end.offset)
    let reader = FileReader(view)
    var records: [StoreInformation.RecordCount] = []
    for kind in try reader.kinds() {
      let count = try reader.count(RecordQuery(kind))
      if count > 0 { records.append(.init(kind, count)) }
    }
    let liveBytes = min(logBytes, Int(try view.liveBytes()))
    return StoreInformation(
      path: path,
      format: StoreDocument.name,
      version: Int(LogFormat.version),
      generation: Int(view.log.generation),
      sequence: view.end.sequence,
      transactions: Int(view.end.next - view.log.start.next),
      logBytes: logBytes,
      liveBytes: liveBytes,
      deadBytes: logBytes - liveBytes,
      indexedBytes: view.index.files == 0 ? 0 : Int(view.index.fileEnd),
      tornBytes: Int(view.tear?.length ?? 0),
      services: try reader.configuration().services.count,
      records: records,
      firstTime: first?.instant,
      lastTime: try LogHistory(log: view.log).lastStamp(of: view.end)?.instant,
      lockHolder: directory.lock(timeout: .zero).currentHolder()
    )
  }
}

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Looking after a store. The one document of version 1 keeps no past and needs no care, so little is done here.
extension FileStore {
  /// Opens a store as it was at an earlier instant; nil opens it as it is.
  ///
  /// - Throws: `CoreError` as for opening, and with code `storeUnreadable` when that state is not kept.
  public convenience init(opening path: String, asOf: Date?) throws(CoreError) {
    if asOf != nil {
      throw CoreError(.storeUnreadable, ["path": path, "reason": "its earlier states are not kept"])
    }
    try self.init(opening: path)
  }

  /// What the directory holds, in numbers.
  ///
  /// - Throws: `CoreError` when the store cannot be read.
  public func information() throws -> StoreInformation {
    try read { reader in
      StoreInformation(
        path: path,
        format: StoreFormat.name,
        version: StoreFormat.current.version,
        generation: 1,
        sequence: reader.sequence,
        transactions: reader.sequence,
        logBytes: 0,
        liveBytes: 0,
        deadBytes: 0,
        indexedBytes: 0,
        tornBytes: 0,
        services: try reader.configuration().services.count,
        records: [StoreInformation.RecordCount(.callback, try reader.count(RecordQuery(.callback)))],
        firstTime: nil,
        lastTime: nil,
        lockHolder: nil
      )
    }
  }

  /// Reads everything that a store has, and each record with the codec of its kind.
  ///
  /// - Throws: `CoreError` when there is no store, or it cannot be read at all; damage is a finding.
  public static func check(at path: String, codecs: [RecordCodec]) throws -> StoreCheck {
    let store: FileStore
    do throws(CoreError) {
      store = try FileStore(opening: path)
    } catch {
      guard error.code == .storeDamaged else { throw error }
      let finding = StoreFinding(.damage, path: error["path"] ?? path, error["reason"] ?? "")
      return StoreCheck(findings: [finding], records: 0, transactions: 0)
    }
    return try store.read { reader in
      var findings: [StoreFinding] = []
      var records = 0
      for codec in codecs {
        try reader.forEachRecord(RecordQuery(codec.kind, order: .created)) { record in
          records += 1
          do {
            _ = try codec.read(record.body)
          } catch {
            findings.append(
              StoreFinding(.damage, path: path, "\(codec.kind.rawValue) \(record.id): \(error)")
            )
          }
        }
      }
      return StoreCheck(findings: findings, records: records, transactions: reader.sequence)
    }
  }

  /// Makes a damaged store usable again by setting aside what cannot be read.
  ///
  /// - Throws: `CoreError` when the store cannot be repaired, or is busy.
  public static func repair(at path: String, codecs: [RecordCodec], isDryRun: Bool) throws -> StoreRepair {
    let store = try FileStore(opening: path)
    let records = try store.read { reader in
      try codecs.reduce(0) { $0 + (try reader.count(RecordQuery($1.kind))) }
    }
    return StoreRepair(dropped: [], setAside: nil, records: records, isChanged: false)
  }

  /// Writes the log anew without what is dead.
  ///
  /// - Throws: `CoreError` when the store is busy or cannot be written.
  public func compact() throws -> StoreCompaction {
    StoreCompaction(bytesBefore: 0, bytesAfter: 0, isDone: false)
  }

  /// Runs `visit` on each transaction of the log, first to last; of a record, on those that changed it, with
  /// only these changes.
  ///
  /// - Throws: what `visit` throws; `CoreError` when the log cannot be read.
  public func log(
    ofRecord: (kind: RecordKind, id: String)?,
    _ visit: (StoreLogEntry) throws -> Void
  ) throws {}
}

package import GMSCore

/// What a person reads of checks, repairs and compactions, beside their JSON.
package enum MaintenanceAnswer {
  /// A check: its findings, and what was read.
  package static func check(_ check: StoreCheck) -> Answer {
    let read = "\(counted(check.records, "record")), \(counted(check.transactions, "transaction"))"
    let damages = check.findings.count { $0.severity == .damage }
    let end =
      damages == 0
      ? "the store is sound: \(read)" : "\(counted(damages, "damage")) found in \(read)"
    return Answer(
      StoreAnswer.check(check),
      rows: .member("findings"),
      text: lines(check.findings.map(\.description) + [end])
    )
  }

  /// A repair: what was dropped, or would be.
  package static func repair(_ repair: StoreRepair, isDryRun: Bool) -> Answer {
    let end: String
    if !repair.isChanged {
      end = "the store needs no repair: \(counted(repair.records, "record"))"
    } else if isDryRun {
      end =
        "would repair the store, keep \(counted(repair.records, "record")) "
        + "and set aside \(counted(repair.dropped.count, "line"))"
    } else {
      let place = repair.setAside.map { "; what was dropped is in '\($0)'" } ?? ""
      end = "repaired the store: \(counted(repair.records, "record"))\(place)"
    }
    return Answer(
      StoreAnswer.repair(repair),
      rows: .member("dropped"),
      text: lines(repair.dropped.map(dropped) + [end])
    )
  }

  /// A compaction: what it saved, or would save.
  package static func compaction(_ compaction: StoreCompaction, isDryRun: Bool) -> Answer {
    let lengths = "from \(compaction.bytesBefore) to \(compaction.bytesAfter) bytes"
    let text =
      !compaction.isDone
      ? "nothing in the log is dead: \(compaction.bytesBefore) bytes"
      : isDryRun ? "would shorten the log \(lengths)" : "shortened the log \(lengths)"
    return Answer(StoreAnswer.compaction(compaction), text: text + "\n")
  }

  /// A dropped line, as a sentence.
  package static func dropped(_ dropped: StoreRepair.Dropped) -> String {
    "line \(dropped.line): \(dropped.id.map { "'\($0)', " } ?? "")\(dropped.reason)"
  }

  /// `1 record`, `2 records`.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Lines whose texts may come from damaged files, so that none of them moves the cursor.
  private static func lines(_ texts: [String]) -> String {
    texts.map { Cell.visible($0) + "\n" }.joined()
  }
}

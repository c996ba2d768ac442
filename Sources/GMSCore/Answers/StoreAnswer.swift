#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The answers about a store itself, as JSON.
public enum StoreAnswer {
  /// A store in numbers.
  ///
  ///     {"path":"/var/lib/gms","format":"gms-store","version":2,"generation":1,"sequence":7,"transactions":7,
  ///      "logBytes":4711,"liveBytes":4000,"deadBytes":711,"indexedBytes":0,"tornBytes":0,"services":3,
  ///      "records":{"callback":5},"firstTime":"2025-01-06T14:00:00.000Z","lastTime":"…","lockHolder":null}
  ///
  /// Times are null where there is none, and `lockHolder` where nobody holds the lock.
  public static func information(_ information: StoreInformation) -> JSONValue {
    func number(_ name: String, _ value: Int) -> JSONValue.Member { .init(name, .integer(Int64(value))) }
    let records = information.records.map { number($0.kind.rawValue, $0.count) }
    return .object([
      .init("path", .string(information.path)),
      .init("format", .string(information.format)),
      number("version", information.version),
      number("generation", information.generation),
      number("sequence", information.sequence),
      number("transactions", information.transactions),
      number("logBytes", information.logBytes),
      number("liveBytes", information.liveBytes),
      number("deadBytes", information.deadBytes),
      number("indexedBytes", information.indexedBytes),
      number("tornBytes", information.tornBytes),
      number("services", information.services),
      .init("records", .object(records)),
      .init("firstTime", time(information.firstTime)),
      .init("lastTime", time(information.lastTime)),
      .init("lockHolder", text(information.lockHolder)),
    ])
  }

  /// A check.
  ///
  ///     {"records":5,"transactions":7,
  ///      "findings":[{"severity":"damage","path":"…/records.jsonl","line":3,"message":"…"}]}
  ///
  /// `line` is null where a finding is about the file as a whole.
  public static func check(_ check: StoreCheck) -> JSONValue {
    [
      "records": .integer(Int64(check.records)),
      "transactions": .integer(Int64(check.transactions)),
      "findings": .array(
        check.findings.map { finding in
          [
            "severity": .string(finding.severity.rawValue),
            "path": .string(finding.path),
            "line": finding.line.map { .integer(Int64($0)) } ?? .null,
            "message": .string(finding.message),
          ]
        }
      ),
    ]
  }

  /// A repair.
  ///
  ///     {"changed":true,"records":4,"setAside":"…/set-aside-7",
  ///      "dropped":[{"line":3,"id":"1-…","reason":"…"}]}
  ///
  /// `setAside` is null where nothing was set aside, `id` where the line was about no record that can be read.
  public static func repair(_ repair: StoreRepair) -> JSONValue {
    [
      "changed": .bool(repair.isChanged),
      "records": .integer(Int64(repair.records)),
      "setAside": text(repair.setAside),
      "dropped": .array(
        repair.dropped.map { dropped in
          [
            "line": .integer(Int64(dropped.line)), "id": text(dropped.id), "reason": .string(dropped.reason),
          ]
        }
      ),
    ]
  }

  /// A compaction: `{"done":true,"bytesBefore":4711,"bytesAfter":4000}`.
  public static func compaction(_ compaction: StoreCompaction) -> JSONValue {
    [
      "done": .bool(compaction.isDone),
      "bytesBefore": .integer(Int64(compaction.bytesBefore)),
      "bytesAfter": .integer(Int64(compaction.bytesAfter)),
    ]
  }

  /// A transaction, as one object for each change.
  ///
  ///     {"sequence":7,"time":"2025-01-06T14:00:00.000Z","command":"callback start",
  ///      "change":"put","name":"callback 1-…","state":"SCHEDULED"}
  ///
  /// `state` is null for all but a record that was put.
  public static func changes(_ entry: StoreLogEntry) -> [JSONValue] {
    entry.changes.map { change in
      [
        "sequence": .integer(Int64(entry.sequence)),
        "time": .string(InstantText.print(entry.time)),
        "command": .string(entry.command),
        "change": .string(change.what.rawValue),
        "name": .string(change.name),
        "state": text(change.state),
      ]
    }
  }

  /// What an import did: `[{"kind":"callback","added":3,"replaced":1,"unchanged":0}]`.
  public static func imported(_ counts: [TransferCount]) -> JSONValue {
    .array(
      counts.map { count in
        [
          "kind": .string(count.kind),
          "added": .integer(Int64(count.added)),
          "replaced": .integer(Int64(count.replaced)),
          "unchanged": .integer(Int64(count.unchanged)),
        ]
      }
    )
  }

  /// What an export wrote: `[{"kind":"callback","count":3}]`.
  public static func exported(_ counts: [TransferCount]) -> JSONValue {
    .array(counts.map { ["kind": .string($0.kind), "count": .integer(Int64($0.total))] })
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  private static func time(_ time: Date?) -> JSONValue { text(time.map { InstantText.print($0) }) }
}

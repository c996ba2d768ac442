import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Logs that are damaged, and what a repair makes of each.
extension StoreRepairTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The lines that are dropped, with what is said of each.
    let dropped: [StoreRepair.Dropped]
    /// The ids of the records that are there afterwards, with their states.
    let records: [String]
    /// The options of the service `Support` afterwards.
    let support: Options?
    /// The number of the last transaction of which something is kept.
    var sequence = 4
    let change: @Sendable (inout [UInt8], StoreHistory) -> Void
  }

  private static let wrongChecksum = "the line does not fit its checksum"
  private static let whole = ["1-a COMPLETED", "1-c SCHEDULED", "1-d SCHEDULED", "1-e SCHEDULED"]

  private static func flip(_ line: Int) -> @Sendable (inout [UInt8], StoreHistory) -> Void {
    { log, history in log[history.range(ofLine: line).lowerBound + 2] ^= 1 }
  }

  private static func drop(_ line: Int, _ id: String? = nil, _ reason: String = wrongChecksum)
    -> StoreRepair.Dropped
  {
    StoreRepair.Dropped(line: line, reason: reason, id: id)
  }

  // 1 header, 2 Sales, 3 Support, 4 commit, 5 a, 6 b, 7 commit, 8 a, 9 c, 10 unset Sales, 11 callback, 12 Support,
  // 13 commit, 14 remove b, 15 d, 16 commit, 17 a, 18 e, 19 commit.
  static let cases: [Case] = [
    Case(
      testDescription: "the header",
      dropped: [drop(1)],
      records: whole,
      support: ["_ttl": "7"],
      change: flip(1)
    ),
    Case(
      testDescription: "a record's only line",
      dropped: [drop(9, "1-c")],
      records: ["1-a COMPLETED", "1-d SCHEDULED", "1-e SCHEDULED"],
      support: ["_ttl": "7"],
      change: flip(9)
    ),
    Case(
      testDescription: "a line that was replaced later",
      dropped: [drop(8, "1-a")],
      records: whole,
      support: ["_ttl": "7"],
      change: flip(8)
    ),
    Case(
      testDescription: "a removal",
      dropped: [drop(14, "1-b")],
      records: ["1-a COMPLETED", "1-b SCHEDULED", "1-c SCHEDULED", "1-d SCHEDULED", "1-e SCHEDULED"],
      support: ["_ttl": "7"],
      change: flip(14)
    ),
    Case(
      testDescription: "a commit",
      dropped: [drop(13)],
      records: whole,
      support: ["_ttl": "7"],
      change: flip(13)
    ),
    Case(
      testDescription: "a line feed",
      dropped: [drop(8, "1-a")],
      records: ["1-a COMPLETED", "1-d SCHEDULED", "1-e SCHEDULED"],
      support: ["_ttl": "7"],
      change: { log, history in log[history.range(ofLine: 8).upperBound] = 0x20 }
    ),
    Case(
      testDescription: "the configuration's last line, which the document still has",
      dropped: [drop(12)],
      records: whole,
      support: ["_ttl": "7"],
      change: flip(12)
    ),
    Case(
      testDescription: "all of the configuration, which the document still has",
      dropped: [2, 3, 10, 11, 12].map { drop($0) },
      records: whole,
      support: ["_ttl": "7"],
      change: { log, history in for line in [2, 3, 10, 11, 12] { flip(line)(&log, history) } }
    ),
    Case(
      testDescription: "a tear",
      dropped: [
        drop(17, nil, "its transaction has no commit: it was never whole"),
        drop(18, nil, "its transaction has no commit: it was never whole"),
      ],
      records: ["1-a QUEUED", "1-c SCHEDULED", "1-d SCHEDULED"],
      support: ["_ttl": "7"],
      sequence: 4,
      change: { log, history in log.removeSubrange(history.range(ofLine: 19).lowerBound...) }
    ),
    Case(
      testDescription: "half a line at the end",
      dropped: [drop(20, nil, "the line has no end")],
      records: whole,
      support: ["_ttl": "7"],
      change: { log, _ in log += Array(#"{"seq":5,"remo"#.utf8) }
    ),
    Case(
      testDescription: "the last commit",
      dropped: [drop(19)],
      records: whole,
      support: ["_ttl": "7"],
      change: flip(19)
    ),
    Case(
      testDescription: "a line of the last transaction",
      dropped: [drop(18, "1-e")],
      records: ["1-a COMPLETED", "1-c SCHEDULED", "1-d SCHEDULED"],
      support: ["_ttl": "7"],
      change: flip(18)
    ),
    Case(
      testDescription: "zeros in the middle",
      dropped: [drop(9)],
      records: whole,
      support: ["_ttl": "7"],
      change: { log, history in
        log.insert(
          contentsOf: [UInt8](repeating: 0, count: 4096) + [0x0A],
          at: history.range(ofLine: 9).lowerBound
        )
      }
    ),
    Case(
      testDescription: "a line of 40 MB in the middle",
      dropped: [drop(9, nil, "the line is longer than 16777216 bytes")],
      records: whole,
      support: ["_ttl": "7"],
      change: { log, history in
        log.insert(
          contentsOf: [UInt8](repeating: 0x61, count: 40 << 20) + [0x0A],
          at: history.range(ofLine: 9).lowerBound
        )
      }
    ),
    Case(
      testDescription: "a line twice",
      dropped: [],
      records: whole,
      support: ["_ttl": "7"],
      change: { log, history in
        let line = history.range(ofLine: 9)
        log.insert(contentsOf: log[line.lowerBound...line.upperBound], at: line.lowerBound)
      }
    ),
    Case(
      testDescription: "an old transaction in a later place",
      dropped: [
        drop(17, "1-a", "the line is of transaction 1, and one of 3 has to stand here"),
        drop(18, "1-b", "the line is of transaction 1, and one of 3 has to stand here"),
        drop(19, nil, "the line is of transaction 1, and one of 3 has to stand here"),
      ],
      records: whole,
      support: ["_ttl": "7"],
      change: { log, history in
        log.insert(contentsOf: log[history.range(of: 1)], at: history.range(of: 4).lowerBound)
      }
    ),
    Case(
      testDescription: "everything",
      dropped: [drop(1, nil, "the line has no end")],
      records: [],
      support: ["_ttl": "7"],
      sequence: 0,
      change: { log, _ in log = Array("garbage".utf8) }
    ),
    Case(
      testDescription: "an empty file",
      dropped: [],
      records: [],
      support: ["_ttl": "7"],
      sequence: 0,
      change: { log, _ in log = [] }
    ),
  ]
}

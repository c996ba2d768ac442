import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Bookings as JSON, as records, and as lines of an export.
struct BookingRecordTests {
  static let written = """
    {"_id":"6504663204-123456-9f86d081884c7d65","_resource_group":"DNIS","_access_number":"650-466-3204",\
    "_access_code":"123456","_phone_number":"+1650","service":"1-a","node":2,"strategy":"local",\
    "made":"2025-01-06T08:00:00.250Z","expires":"2025-01-06T08:00:30.250Z","released":"2025-01-06T08:00:10.000Z",\
    "cooldown":10,"remember":300}
    """

  @Test
  func aBookingIsWhatItsTextSays() throws {
    let booking = try AccessBooking(json: JSONReader.read(Self.written))
    #expect(JSONWriter.compact(booking.json) == Self.written)
    #expect(booking.number.written == "650-466-3204" && booking.code?.text == "123456")
    #expect(booking.made == at(0.25) && booking.expires == at(30.25) && booking.released == at(10))
    #expect(booking.isFreeFrom == at(20) && booking.isForgottenFrom == at(310))
    let record = booking.stored
    #expect(record.kind == .booking && record.id == "6504663204-123456" && record.body == Self.written)
    #expect(
      record.keys
        == RecordKeys(
          service: "DNIS",
          state: "coded-released",
          time: at(20),
          created: at(0.25),
          due: at(310),
          customer: "6504663204"
        )
    )
    #expect(try AccessBooking(stored: record) == booking)
  }

  @Test
  func membersMayStandInAnyOrderAndDefaultsMayBeAbsent() throws {
    let text = """
      {"expires":"2025-01-06T09:00:30+01:00","made":"2025-01-06T08:00:00Z","strategy":"random","node":1,
       "service":"1-a","_access_number":"6501","_resource_group":"DNIS","_id":"6501--0000000000000007"}
      """
    let record = try RecordCodec.booking.read(text)
    #expect(
      record.body == """
        {"_id":"6501--0000000000000007","_resource_group":"DNIS","_access_number":"6501","service":"1-a","node":1,\
        "strategy":"random","made":"2025-01-06T08:00:00.000Z","expires":"2025-01-06T08:00:30.000Z","cooldown":0,\
        "remember":300}
        """
    )
    #expect(record.id == "6501--0000000000000007" && record.keys.state == "booked")
    #expect(RecordCodec.booking.serviceTemplate(record) == nil)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let sentence: String

    init(_ old: String, _ new: String, _ sentence: String) {
      self.old = old
      self.new = new
      self.sentence = sentence
    }

    var testDescription: String { sentence }
  }

  static let faults: [Fault] = [
    Fault(
      #""_id":"6504663204"#,
      #""_id":"6504663205"#,
      "'_id' is '6504663205-123456-9f86d081884c7d65'; write '6504663204-123456-9f86d081884c7d65', after its number and code"
    ),
    Fault("-9f86d081884c7d65", "", "'_id' is '6504663204-123456'; write <number>-<code>-<serial>"),
    Fault(
      #""_resource_group":"DNIS""#,
      #""_resource_group":"""#,
      "'_resource_group' is ''; write the name of a resource group"
    ),
    Fault(
      #""_resource_group":"DNIS","#,
      "",
      "'_resource_group' is missing or not known; write the name of a resource group"
    ),
    Fault(
      "650-466-3204",
      "CALL",
      "'_access_number' is 'CALL'; write digits, with + ( ) . - * # or spaces between them"
    ),
    Fault(
      #""_access_code":"123456""#,
      #""_access_code":"12 456""#,
      "'_access_code' is '12 456'; write 1 to 15 digits"
    ),
    Fault(#""_access_code":"123456""#, #""_access_code":7"#, "'_access_code' is '7'; write text"),
    Fault(
      #""_phone_number":"+1650""#,
      #""_phone_number":"+""#,
      "'_phone_number' is '+'; write a phone number"
    ),
    Fault(#""service":"1-a""#, #""service":null"#, "'service' is 'null'; write the id of a service"),
    Fault(#""node":2"#, #""node":-1"#, "'node' is '-1'; write a whole number from 0 to 999999999"),
    Fault(#""node":2"#, #""node":"2""#, "'node' is '2'; write a whole number from 0 to 999999999"),
    Fault(
      #""strategy":"local""#,
      #""strategy":"lokal""#,
      "'strategy' is 'lokal'; write random, round-robin, least-recently-used, local or cluster"
    ),
    Fault(
      #""made":"2025-01-06T08:00:00.250Z""#,
      #""made":"noon""#,
      "'made' is 'noon'; write a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    ),
    Fault(
      #""made":"2025-01-06T08:00:00.250Z""#,
      #""made":"2025-01-06T08:00:00""#,
      "'made' is '2025-01-06T08:00:00'; write a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    ),
    Fault(
      #""made":"2025-01-06T08:00:00.250Z""#,
      #""made":"2025-02-30T08:00:00Z""#,
      "'made' is '2025-02-30T08:00:00Z'; write a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    ),
    Fault(
      "08:00:30.250Z",
      "08:00:00.249Z",
      "'expires' is '2025-01-06T08:00:00.249Z'; write a time that is not before 'made'"
    ),
    Fault(
      "08:00:10.000Z",
      "08:00:30.251Z",
      "'released' is '2025-01-06T08:00:30.251Z'; write a time not after 'expires'"
    ),
    Fault(#""cooldown":10"#, #""cooldown":301"#, "'remember' is '300'; write no less than 'cooldown'"),
    Fault(#""cooldown":10"#, #""cooldown":1.5"#, "'cooldown' is '1.5'; write a whole number from 0 to 86400"),
    Fault(#""cooldown""#, #""cooldwn""#, "'cooldwn' is missing or not known; write 'cooldown'"),
    Fault(
      #""cooldown":10"#,
      #""colour":10"#,
      "'colour' is missing or not known; write no member of this name"
    ),
  ]

  @Test(arguments: faults)
  func aWrongMemberIsNamed(_ fault: Fault) throws {
    let text = Self.written.replacing(fault.old, with: fault.new, maxReplacements: 1)
    #expect(text != Self.written)
    let error = #expect(throws: CoreError.self) { try RecordCodec.booking.read(text) }
    #expect(error?.description == "this is not a booking: \(fault.sentence)")
    // The same record in a store is damage.
    var record = try RecordCodec.booking.read(Self.written)
    record.body = text
    let damage = #expect(throws: CoreError.self) { try AccessBooking(stored: record) }
    #expect(damage?.description == "booking '6504663204-123456' in the store is damaged: \(fault.sentence)")
    #expect(damage?.category == .unusableStore)
  }

  @Test
  func aRecordUnderAnotherNameIsDamage() throws {
    var record = try RecordCodec.booking.read(Self.written)
    record.id = "6504663204-123457"
    let error = #expect(throws: CoreError.self) { try AccessBooking(stored: record) }
    #expect(
      error?.description
        == "booking '6504663204-123457' in the store is damaged: '_id' is '6504663204-123456-9f86d081884c7d65'; write "
        + "the id of '6504663204-123457'"
    )
    record.body = "[1]"
    let array = #expect(throws: CoreError.self) { try AccessBooking(stored: record) }
    #expect(array?.description.hasSuffix("'record' is '[1]'; write an object") == true)
    record.body = "{"
    let broken = #expect(throws: CoreError.self) { try AccessBooking(stored: record) }
    #expect(broken?.description.hasSuffix("is damaged: 'body' is missing or not known; write JSON") == true)
  }

  /// An export into another store brings the bookings, and they hold there what they held here.
  @Test
  func bookingsMoveWithAnExport() throws {
    let here = StoreDesk(MemoryStore())
    let group = try group(.cluster, numbers: 3)
    let bookings = try (0..<2).map { try here.take(group, at: Double($0), seed: UInt64($0)) }
    let coded = try here.take(try GMSCoreTests.group(.random, ["777"], name: "B"), at: 2, code: 6)
    var bytes: [UInt8] = []
    _ = try here.store.read { reader in
      try StoreExport([.booking]).write(reader) { block, _ in bytes += block }
    }
    let there = StoreDesk(MemoryStore())
    let report = try StoreImport([.booking]).run(in: there.store, .test) { try $0(bytes) }
    #expect(report.counts.first { $0.kind == "booking" }?.added == 3)
    #expect(try there.bookings() == bookings + [coded])
    // The order of the numbers is not exported; what is taken is found all the same.
    #expect(try there.take(group, at: 3).number == group.numbers[2])
    #expect(throws: CoreError.self) { try there.take(group, at: 4) }
    #expect(try there.call("777", at: 5, code: coded.code?.text).bookings.count == 1)
    let again = #expect(throws: CoreError.self) {
      try StoreImport([.booking]).run(in: here.store, .test) { try $0(bytes) }
    }
    #expect(again?.code == .importConflict)
  }

  @Test
  func aLineThatIsNoBookingIsRefusedWithItsNumber() throws {
    let line = Array(#"{"kind":"booking","_id":"x"}"#.utf8)
    let error = #expect(throws: CoreError.self) {
      try StoreImport([.booking]).run(in: MemoryStore(), .test) { try $0(line) }
    }
    #expect(
      error?.description
        == "line 1 cannot be imported: this is not a booking: '_access_number' is missing or not known; write digits, "
        + "with + ( ) . - * # or spaces between them"
    )
  }

  /// Orders follow the configuration: groups that are gone, or choose in another way, leave none behind.
  @Test
  func ordersGoWithTheirGroups() throws {
    let desk = StoreDesk(MemoryStore())
    let names = ["A", "B", "C"]
    for name in names { _ = try desk.take(try group(.roundRobin, ["65\(name.utf8.first ?? 0)"], name: name)) }
    _ = try desk.take(try group(.local, ["999"], name: "A"), node: 7)
    func orders() throws -> [String] {
      try desk.store.read { try $0.records(RecordQuery(.numberOrder)).map(\.id) }.sorted()
    }
    #expect(try orders().count == 8)
    try desk.store.write(.test) { writer in
      try writer.setConfiguration(
        Configuration(resources: [
          "A": ResourceGroup(options: ["strategy": "round-robin"]),
          "B": ResourceGroup(options: ["strategy": "random"]),
        ])
      )
    }
    #expect(try desk.sweepAll(now: at(0)) == 0)
    #expect(try orders() == ["number given * A 6565", "pool given * A"])
    // Bookings that are not over stay, whatever became of their groups.
    #expect(try desk.bookings().count == 4)
  }

  /// A damaged order is made anew.
  @Test
  func anOrderThatCannotBeReadIsOnlyAHint() throws {
    let desk = StoreDesk(MemoryStore())
    let group = try group(.local, numbers: 2)
    let first = try desk.take(group, node: 1)
    try desk.store.write(.test) { writer in
      for var record in try writer.records(RecordQuery(.numberOrder)) {
        record.body = #"{"numbers":7}"#
        try writer.put(record)
      }
    }
    #expect(try desk.take(group, at: 1).number != first.number)
    #expect(throws: CoreError.self) { try desk.take(group, at: 2) }
    #expect(try desk.take(group, at: 30).number == first.number)
  }
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// One of the places where bookings can be kept, so that tests give the same commands to each.
protocol Desk: AnyObject {
  func allocate(_ request: AccessRequest, from group: AccessGroup, now: Date, seed: UInt64) throws
    -> AccessBooking
  func match(_ call: AccessCall, all: Bool, now: Date) throws -> CallMatch
  func release(_ id: AccessBookingID, now: Date) throws -> ReleaseOutcome
  func sweep(now: Date) throws
  func status(of group: AccessGroup, node: Int?, now: Date) throws -> AccessGroupStatus
  func explain(_ call: AccessCall, now: Date) throws -> MatchExplanation
  func bookings() throws -> [AccessBooking]
}

/// Bookings in memory.
final class MemoryDesk: Desk {
  var kept = MemoryBookings()

  func allocate(_ request: AccessRequest, from group: AccessGroup, now: Date, seed: UInt64) throws
    -> AccessBooking
  {
    var generator = SeededGenerator(seed: seed)
    return try kept.allocate(request, from: group, now: now, using: &generator)
  }

  func match(_ call: AccessCall, all: Bool, now: Date) throws -> CallMatch {
    kept.match(call, all: all, now: now)
  }

  func release(_ id: AccessBookingID, now: Date) throws -> ReleaseOutcome { kept.release(id, now: now) }

  func sweep(now: Date) throws { kept.sweep(now: now) }

  func status(of group: AccessGroup, node: Int?, now: Date) throws -> AccessGroupStatus {
    kept.status(of: group, node: node, now: now)
  }

  func explain(_ call: AccessCall, now: Date) throws -> MatchExplanation { kept.explain(call, now: now) }

  func bookings() throws -> [AccessBooking] { kept.bookings }
}

/// Bookings in a store; each command is a transaction.
final class StoreDesk: Desk {
  let store: any Store
  private let directory: TemporaryDirectory?

  init(_ store: any Store, in directory: TemporaryDirectory? = nil) {
    self.store = store
    self.directory = directory
  }

  /// A desk on a store of files in a directory of its own.
  static func files() throws -> StoreDesk {
    let directory = try TemporaryDirectory()
    return StoreDesk(try FileStore.create(at: directory.path("store")), in: directory)
  }

  func write<Result>(_ now: Date, _ body: (inout StoredBookings) throws -> Result) throws -> Result {
    try store.write(StoreChange(time: now, command: "test")) { writer in
      var bookings = StoredBookings(writer)
      return try body(&bookings)
    }
  }

  func allocate(_ request: AccessRequest, from group: AccessGroup, now: Date, seed: UInt64) throws
    -> AccessBooking
  {
    var generator = SeededGenerator(seed: seed)
    return try write(now) { try $0.allocate(request, from: group, now: now, using: &generator) }
  }

  func match(_ call: AccessCall, all: Bool, now: Date) throws -> CallMatch {
    try write(now) { try $0.match(call, all: all, now: now) }
  }

  func release(_ id: AccessBookingID, now: Date) throws -> ReleaseOutcome {
    try write(now) { try $0.release(id, now: now) }
  }

  func sweep(now: Date) throws { _ = try write(now) { try $0.sweepBookings(now: now) } }

  func status(of group: AccessGroup, node: Int?, now: Date) throws -> AccessGroupStatus {
    let all = try store.read { try BookingQueries($0).status(of: [group], node: node, now: now) }
    return all[0]
  }

  func explain(_ call: AccessCall, now: Date) throws -> MatchExplanation {
    try store.read { try BookingQueries($0).explain(call, now: now) }
  }

  /// Removes orders, too, which the walks do not expect.
  func sweepAll(now: Date) throws -> Int { try write(now) { try $0.sweep(now: now) } }

  func bookings() throws -> [AccessBooking] { try store.read { try BookingQueries($0).bookings() } }
}

/// The places where bookings can be kept.
enum DeskKind: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case memory
  case memoryStore
  case fileStore

  var testDescription: String { rawValue }

  func make() throws -> any Desk {
    switch self {
    case .memory: MemoryDesk()
    case .memoryStore: StoreDesk(MemoryStore())
    case .fileStore: try StoreDesk.files()
    }
  }
}

extension Desk {
  /// A number without a code for a service.
  func take(
    _ group: AccessGroup,
    at seconds: Double = 0,
    service: String = "1-a",
    phone: String? = nil,
    code: Int? = nil,
    expiration: Int? = nil,
    node: Int = 1,
    prefix: AccessCodePrefix? = nil,
    seed: UInt64 = 1
  ) throws -> AccessBooking {
    let request = AccessRequest(
      service: service,
      phoneNumber: phone,
      codeLength: code,
      expiration: expiration,
      node: node,
      codePrefix: prefix
    )
    return try allocate(request, from: group, now: GMSCoreTests.at(seconds), seed: seed)
  }

  func call(
    _ number: String,
    at seconds: Double,
    phone: String? = nil,
    code: String? = nil,
    all: Bool = false
  ) throws -> CallMatch {
    let call = try AccessCall(accessNumber: number, phoneNumber: phone, accessCode: code)
    return try match(call, all: all, now: GMSCoreTests.at(seconds))
  }
}

/// So many seconds after the tests' day began.
func at(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_736_150_400 + seconds) }

/// A group of so many numbers from 650100 up.
func group(
  _ strategy: AccessStrategy,
  numbers count: Int = 3,
  name: String = "DNIS",
  _ options: [String: String] = [:]
) throws -> AccessGroup {
  try group(strategy, (0..<count).map { "\(650_100 + $0)" }, name: name, options)
}

/// A group of these numbers.
func group(
  _ strategy: AccessStrategy,
  _ numbers: [String],
  name: String = "DNIS",
  _ options: [String: String] = [:]
) throws -> AccessGroup {
  var all = Options(options)
  all["strategy"] = strategy.rawValue
  return try AccessGroup(name, ResourceGroup(numbers: numbers, options: all))
}

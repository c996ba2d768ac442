import Foundation
import GMSCore

/// The rules of access numbers once more: everything that ever happened in one list, and loops over it; times are
/// milliseconds since 1970.
struct SlowBookings {
  struct Row {
    let id: String
    let group: String
    let strategy: AccessStrategy
    let number: String
    let code: String?
    let phone: String?
    let node: Int
    let made: Int
    let expires: Int
    let cooldown: Int
    let memory: Int
    var released: Int?

    var end: Int { released ?? expires }
    var free: Int { end + 1000 * cooldown }
    var forgotten: Int { end + 1000 * memory }
    func lives(_ now: Int) -> Bool { released == nil && now < expires }
  }

  /// What happened to the numbers of one order, in the order in which it happened.
  private struct Turns {
    /// The numbers that the group had when one was last given out.
    var members: Set<String> = []
    var uses: [String] = []
    var free: [String: Int] = [:]
  }

  private(set) var rows: [Row] = []
  private var turns: [String: Turns] = [:]
  /// Turns without those of numbers that left, which counts from the next booking of the order on.
  private var pending: (pool: String, turns: Turns)?

  // MARK: - Allocation

  /// The numbers that may be given; empty when the request must be refused.
  mutating func choices(_ request: AccessRequest, _ group: AccessGroup, _ now: Int) -> Set<String> {
    let numbers = group.numbers.map(\.dialled)
    let pool = pool(group.name, group.strategy, request.node)
    let ordered = group.strategy != .random && !(group.strategy.isExclusive && request.codeLength != nil)
    if ordered {
      // Numbers that left lose their turn.
      var known = turns[pool] ?? Turns()
      known.members = Set(numbers)
      known.uses.removeAll { !numbers.contains($0) }
      known.free = known.free.filter { numbers.contains($0.key) }
      pending = (pool, known)
    } else {
      pending = nil
    }
    let possible = numbers.filter { canGive($0, request, group, now) }
    guard ordered, let known = pending?.turns else { return Set(possible) }
    if group.strategy.isExclusive {
      if let new = possible.first(where: { known.free[$0] == nil }) { return [new] }
      let first = possible.min {
        (known.free[$0] ?? Int.min, $0) < (known.free[$1] ?? Int.min, $1)
      }
      return first.map { [$0] } ?? []
    }
    if let new = possible.first(where: { !known.uses.contains($0) }) { return [new] }
    let first = possible.min { (known.uses.lastIndex(of: $0) ?? 0) < (known.uses.lastIndex(of: $1) ?? 0) }
    return first.map { [$0] } ?? []
  }

  private func canGive(
    _ number: String,
    _ request: AccessRequest,
    _ group: AccessGroup,
    _ now: Int
  ) -> Bool {
    let held = rows.filter { $0.number == number && now < $0.free }
    if group.strategy.isExclusive {
      let near = held.filter { group.strategy == .cluster || $0.node == request.node }
      if near.contains(where: { $0.code == nil }) || (request.codeLength == nil && !near.isEmpty) {
        return false
      }
    }
    guard let length = request.codeLength else { return true }
    return Self.codes(length, request.codePrefix).contains { code in !held.contains { $0.code == code } }
  }

  /// All codes of a length that begin as they must.
  static func codes(_ length: Int, _ prefix: AccessCodePrefix?) -> [String] {
    let first = (prefix?.digits ?? 0...9).map(String.init)
    return (1..<max(2, length)).reduce(first) { codes, step in
      step < length ? codes.flatMap { code in (0...9).map { "\(code)\($0)" } } : codes
    }
  }

  /// Whether a code is held on a number.
  func isHeld(_ code: String, on number: String, _ now: Int) -> Bool {
    rows.contains { $0.number == number && $0.code == code && now < $0.free }
  }

  mutating func add(_ booking: AccessBooking) {
    if let pending { turns[pending.pool] = pending.turns }
    pending = nil
    rows.removeAll {
      $0.code != nil && $0.code == booking.code?.text && $0.number == booking.number.dialled
    }
    let row = Row(
      id: booking.id.text,
      group: booking.group,
      strategy: booking.strategy,
      number: booking.number.dialled,
      code: booking.code?.text,
      phone: booking.caller?.normalised,
      node: booking.node,
      made: booking.made.milliseconds,
      expires: booking.expires.milliseconds,
      cooldown: booking.cooldown,
      memory: booking.memory
    )
    rows.append(row)
    note(row, isNew: true)
  }

  private mutating func note(_ row: Row, isNew: Bool) {
    let pool = pool(row.group, row.strategy, row.node)
    switch row.strategy {
    case .random: break
    case .roundRobin: if isNew { turns[pool, default: Turns()].uses.append(row.number) }
    case .leastRecentlyUsed:
      if isNew || turns[pool]?.members.contains(row.number) == true {
        turns[pool, default: Turns()].uses.append(row.number)
      }
    case .local, .cluster:
      if row.code == nil, isNew || turns[pool]?.members.contains(row.number) == true {
        turns[pool, default: Turns()].free[row.number] = row.free
      }
    }
  }

  private func pool(_ group: String, _ strategy: AccessStrategy, _ node: Int) -> String {
    "\(group)/\(strategy.rawValue)/\(strategy == .local ? node : 0)"
  }

  // MARK: - Matching

  enum Match: Equatable {
    case one(String)
    case several(Set<String>)
    case late(Set<String>)
    case none
  }

  func match(number: String, phone: String?, code: String?, _ now: Int) -> Match {
    let fitting = rows.filter { row in
      row.number == number && (code == nil || row.code == code)
        && (phone == nil || row.phone == nil || row.phone == phone)
    }
    let live = fitting.filter { $0.lives(now) }
    if live.count == 1 { return .one(live[0].id) }
    if !live.isEmpty { return .several(Set(live.map(\.id))) }
    let late = fitting.filter { now < $0.forgotten }
    guard let last = late.map(\.end).max() else { return .none }
    return .late(Set(late.filter { $0.end == last }.map(\.id)))
  }

  /// Releases a booking; false when it was over.
  @discardableResult
  mutating func release(_ id: String, _ now: Int) -> Bool {
    guard let at = rows.firstIndex(where: { $0.id == id }), rows[at].lives(now) else { return false }
    rows[at].released = now
    note(rows[at], isNew: false)
    return true
  }

  /// How a booking stands: nil when nothing is known of it any more.
  func state(_ id: String, _ now: Int) -> BookingState? {
    guard let row = rows.first(where: { $0.id == id }) else { return nil }
    if row.lives(now) { return .live }
    guard now < row.forgotten else { return nil }
    return row.released == nil ? .expired : .released
  }
}

extension Date {
  /// Whole milliseconds since 1970.
  var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }
}

import GMSCalendar

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Decides which number, and which code, a service gets.
///
/// What is exclusive: without a code the whole number, so that nobody else holds anything of it; with a code the
/// number with that code, so that nobody holds the whole number. Of `local` groups only the bookings of the same
/// node count for the number; a code is never one that any node holds on the same number. The strategies that
/// share numbers look at codes alone.
struct AccessAllocator<Bookings: AccessBookings> {
  let request: AccessRequest
  let group: AccessGroup
  let now: Int64
  let space: AccessCodeSpace?
  /// How many numbers had no code left.
  private var fullNumbers = 0

  /// - Throws: `CoreError` with code `invalidCodeLength` or `emptyResourceGroup`.
  private init(_ request: AccessRequest, _ group: AccessGroup, now: Int64) throws(CoreError) {
    self.request = request
    self.group = group
    self.now = now
    if let length = request.codeLength {
      space = try AccessCodeSpace(length: length, prefix: request.codePrefix)
    } else {
      space = nil
    }
    guard !group.numbers.isEmpty else { throw CoreError(.emptyResourceGroup, ["resource": group.name]) }
  }

  /// Gives a number out.
  ///
  /// - Throws: `CoreError` with code `invalidCodeLength`, `emptyResourceGroup`, `numbersExhausted` or
  ///   `codesExhausted`; what the bookings throw.
  static func allocate(
    _ request: AccessRequest,
    from group: AccessGroup,
    in bookings: inout Bookings,
    now: Int64,
    using generator: inout SplitMix64
  ) throws -> AccessBooking {
    var allocator = try AccessAllocator(request, group, now: now)
    let booking: AccessBooking?
    if let pool = group.pool(node: request.node, hasCode: allocator.space != nil) {
      booking = try allocator.first(of: pool, in: &bookings, &generator)
    } else {
      booking = try allocator.any(in: &bookings, &generator)
    }
    guard let booking else { throw try allocator.refusal(&bookings) }
    return booking
  }

  // MARK: - Which number

  /// The first number of an order that can be given.
  ///
  /// Mostly that is the very first one, so more are asked for only when it is not.
  private mutating func first(
    of pool: NumberPool,
    in bookings: inout Bookings,
    _ generator: inout SplitMix64
  ) throws -> AccessBooking? {
    try bookings.prepare(pool, for: group)
    var examined = 0
    var count = 1
    while true {
      // A turn that has not come is only a hint: the bookings may have gone, or the clock been set back.
      let places = try bookings.firstPlaces(count, of: pool, in: group, upTo: .max)
      for place in places.dropFirst(examined) {
        guard let booking = try take(place, in: &bookings, &generator) else { continue }
        switch pool.order {
        case .given, .used: try bookings.moveToEnd(booking.number, of: pool, now: now)
        case .free: try bookings.setTurn(of: booking.number, in: pool, to: booking.freeAt)
        }
        return booking
      }
      if places.count < count { return nil }
      examined = count
      count *= 16
    }
  }

  /// A number by chance, or the next one after it that can be given.
  private mutating func any(
    in bookings: inout Bookings,
    _ generator: inout SplitMix64
  ) throws -> AccessBooking? {
    let count = group.numbers.count
    let start = Int.random(in: 0..<count, using: &generator)
    for step in 0..<count {
      let place = start + step < count ? start + step : start + step - count
      if let booking = try take(place, in: &bookings, &generator) { return booking }
    }
    return nil
  }

  /// Books a number; nil when it cannot be given.
  private mutating func take(
    _ place: Int,
    in bookings: inout Bookings,
    _ generator: inout SplitMix64
  ) throws -> AccessBooking? {
    let number = group.numbers[place]
    let spot = bookings.spot(of: number)
    if group.strategy.isExclusive {
      let scope = group.strategy.scope(node: request.node)
      let isTaken =
        space == nil
        ? try bookings.isHeld(spot, by: scope, at: now) : try bookings.isHeldWhole(spot, by: scope, at: now)
      if isTaken { return nil }
    }
    var code: AccessCode?
    if let space {
      code = try freeCode(of: space, on: spot, in: bookings, &generator)
      guard code != nil else {
        fullNumbers += 1
        return nil
      }
    }
    // Seeds may be used twice, and a name never: it would stand for two bookings.
    var serial = generator.next()
    while try bookings.isKept(serial, with: code, on: spot) { serial = generator.next() }
    let booking = AccessBooking(
      group.terms,
      number: number,
      code: code,
      caller: CallerNumber(request.phoneNumber),
      service: request.service,
      node: request.node,
      serial: serial,
      madeAt: now,
      expiresAt: AccessBooking.instant(now, after: seconds)
    )
    try bookings.add(booking, on: spot)
    return booking
  }

  private var seconds: Int {
    guard let asked = request.expiration else { return group.expiration }
    return AccessGroup.expirations.contains(asked) ? asked : AccessGroup.defaultExpiration
  }

  // MARK: - Which code

  /// How many codes are drawn before they are tried one after another.
  private static var draws: Int { 8 }

  /// A code that nobody holds on the number; nil when all are held.
  ///
  /// Drawing finds one at once while most are free. When nearly all are taken, the codes after a drawn one are
  /// tried in order, which ends.
  private func freeCode(
    of space: AccessCodeSpace,
    on spot: Bookings.Spot,
    in bookings: Bookings,
    _ generator: inout SplitMix64
  ) throws -> AccessCode? {
    for _ in 0..<AccessAllocator.draws {
      let code = space[Int.random(in: 0..<space.count, using: &generator)]
      if !(try bookings.isHeld(code, on: spot, at: now)) { return code }
    }
    let start = Int.random(in: 0..<space.count, using: &generator)
    for step in 0..<space.count {
      let code = space[start + step < space.count ? start + step : start + step - space.count]
      if !(try bookings.isHeld(code, on: spot, at: now)) { return code }
    }
    return nil
  }

  // MARK: - Nothing to give

  /// Of how many numbers the bookings are looked at to tell when one is free.
  private static var lookedAt: Int { 100 }

  /// The first instant at which something of the first numbers is free.
  private func firstEnd(_ bookings: Bookings) throws -> Int64? {
    try group.numbers.prefix(AccessAllocator.lookedAt)
      .flatMap { try bookings.kept(on: $0).map(\.freeAt).filter { $0 > now } }.min()
  }

  private func refusal(_ bookings: inout Bookings) throws -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("resource", .string(group.name)), .init("total", .integer(Int64(group.numbers.count))),
    ]
    if let space, let length = request.codeLength, fullNumbers == group.numbers.count {
      facts.append(.init("length", .integer(Int64(length))))
      facts.append(.init("codes", .integer(Int64(space.count))))
      if let prefix = request.codePrefix { facts.append(.init("prefix", .string(prefix.description))) }
      try tell(firstEnd(bookings), &facts)
      return CoreError(.codesExhausted, facts)
    }
    var turn: Int64?
    if let pool = group.pool(node: request.node, hasCode: false) {
      try bookings.prepare(pool, for: group)
      turn = try bookings.firstTurn(of: pool, after: now)
    }
    // Bookings with codes have no turn in the order of whole numbers.
    if turn == nil { turn = try firstEnd(bookings) }
    tell(turn, &facts)
    return CoreError(.numbersExhausted, facts)
  }

  private func tell(_ instant: Int64?, _ facts: inout [JSONValue.Member]) {
    guard let instant else { return }
    facts.append(
      .init("availableAt", .string(InstantText.print(Date(millisecondsSince1970: instant))))
    )
  }
}

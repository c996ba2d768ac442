/// Bookings in memory: found by number, by number and code and by name, and forgotten in their time.
///
/// A booking is in one of three lists of its number: it holds the whole number, holds a code, or is over and
/// remembered. What happens to it next by itself, ending to hold or being forgotten, is an event.
struct BookingTable: Sendable {
  /// The lists of a number.
  enum List: UInt8 {
    case whole
    case coded
    case past
  }

  /// Where a booking stands.
  ///
  /// It lies apart from the booking itself, which is large: walks through lists touch only these.
  private struct Link {
    var previous: Int32
    var next: Int32
    var number: Int32
    var list: List
  }

  private struct NameKey: Hashable {
    let number: Int
    let serial: UInt64
  }

  private static let end: Int32 = -1

  /// The bookings; nil in an entry that is spare.
  private var bookings: [AccessBooking?] = []
  private var links: [Link] = []
  private var spare: [Int32] = []
  /// The numbers that have an index, and their indexes by fingerprint; of the rare numbers with equal fingerprints each
  /// is in a group of its own.
  private var numbers: [AccessNumber] = []
  private var numberTable = KeyTable()
  /// For each number, where each of its lists begins.
  private var heads: [(whole: Int32, coded: Int32, past: Int32)] = []
  /// The bookings with a code; a group is the index of a number.
  private var codes = KeyTable()
  /// Bookings without a code.
  private var names: [NameKey: Int] = [:]
  /// When bookings hold nothing any more, and when those that are over are forgotten.
  private var events = EventQueue(lanes: 2)
  private(set) var count = 0

  /// The index of a number, which is made when it is new.
  mutating func index(of number: AccessNumber) -> Int {
    var group = 0
    while let index = numberTable[group, number.fingerprint] {
      if numbers[index] == number { return index }
      group += 1
    }
    numbers.append(number)
    heads.append((BookingTable.end, BookingTable.end, BookingTable.end))
    numberTable.insert(heads.count - 1, group: group, key: number.fingerprint)
    return heads.count - 1
  }

  /// The index of a number; nil when it has none.
  private func knownIndex(of number: AccessNumber) -> Int? {
    var group = 0
    while let index = numberTable[group, number.fingerprint] {
      if numbers[index] == number { return index }
      group += 1
    }
    return nil
  }

  // MARK: - Questions

  func booking(on number: AccessNumber, code: AccessCode) -> AccessBooking? {
    guard let number = knownIndex(of: number), let entry = codes[number, code.packed] else { return nil }
    return bookings[entry]
  }

  func booking(_ id: AccessBookingID) -> AccessBooking? {
    let number = AccessNumber(written: id.number, dialled: id.number)
    return entry(of: number, id.code, id.serial).flatMap { bookings[$0] }
  }

  /// Whether a booking of this name is kept.
  func contains(_ serial: UInt64, with code: AccessCode?, on number: Int) -> Bool {
    entry(of: number, code, serial) != nil
  }

  /// The instant at which a code of a number is free; nil when no booking of it is kept.
  func freeAt(_ code: AccessCode, on number: Int) -> Int64? {
    codes[number, code.packed].flatMap { bookings[$0]?.freeAt }
  }

  /// Whether a list has a booking for which something holds.
  func contains(_ list: List, of number: Int, where body: (borrowing AccessBooking) -> Bool) -> Bool {
    var at = head(list, number)
    while at != BookingTable.end {
      if let booking = bookings[Int(at)], body(booking) { return true }
      at = links[Int(at)].next
    }
    return false
  }

  /// All bookings of a number.
  func bookings(on number: AccessNumber) -> [AccessBooking] {
    guard let index = knownIndex(of: number) else { return [] }
    var found: [AccessBooking] = []
    for list in [List.whole, .coded, .past] {
      var at = head(list, index)
      while at != BookingTable.end {
        if let booking = bookings[Int(at)] { found.append(booking) }
        at = links[Int(at)].next
      }
    }
    return found
  }

  /// All bookings.
  var all: [AccessBooking] { bookings.compactMap { $0 } }

  private func entry(of number: AccessNumber, _ code: AccessCode?, _ serial: UInt64) -> Int? {
    knownIndex(of: number).flatMap { entry(of: $0, code, serial) }
  }

  private func entry(of number: Int, _ code: AccessCode?, _ serial: UInt64) -> Int? {
    guard let code else { return names[NameKey(number: number, serial: serial)] }
    guard let entry = codes[number, code.packed], bookings[entry]?.serial == serial else { return nil }
    return entry
  }

  // MARK: - Changes

  /// Adds a booking; one that is over and had its number and code goes.
  mutating func add(_ booking: AccessBooking, on number: Int) {
    if let code = booking.code, let old = codes[number, code.packed] { remove(old) }
    let entry: Int
    if let free = spare.popLast() {
      entry = Int(free)
      bookings[entry] = booking
    } else {
      entry = bookings.count
      bookings.append(booking)
      links.append(Link(previous: BookingTable.end, next: BookingTable.end, number: 0, list: .whole))
    }
    links[entry].number = Int32(number)
    if let code = booking.code {
      codes.insert(entry, group: number, key: code.packed)
    } else {
      names[NameKey(number: number, serial: booking.serial)] = entry
    }
    link(entry, to: booking.code == nil ? .whole : .coded)
    events.plan(entry, at: booking.freeAt, lane: 0)
    count += 1
  }

  /// Releases a booking, of which `booking` is the released one.
  mutating func release(_ booking: borrowing AccessBooking, now: Int64) {
    guard let entry = entry(of: booking.number, booking.code, booking.serial) else { return }
    bookings[entry]?.release(at: now)
    if booking.freeAt > now {
      events.plan(entry, at: booking.freeAt, lane: 0)
    } else {
      end(entry, forgottenAt: booking.forgottenAt, now: now)
    }
  }

  /// Lets everything happen that is due.
  ///
  /// - Complexity: O(1), amortised, for each booking that ends or is forgotten, where bookings last equally long;
  ///   else O(log n).
  mutating func advance(to now: Int64) {
    while let entry = events.next(upTo: now) {
      if links[entry].list == .past {
        remove(entry)
      } else if let forgottenAt = bookings[entry]?.forgottenAt {
        end(entry, forgottenAt: forgottenAt, now: now)
      }
    }
  }

  /// A booking holds nothing any more: it is remembered, or forgotten.
  private mutating func end(_ entry: Int, forgottenAt: Int64, now: Int64) {
    guard forgottenAt > now else { return remove(entry) }
    unlink(entry)
    link(entry, to: .past)
    events.plan(entry, at: forgottenAt, lane: 1)
  }

  private mutating func remove(_ entry: Int) {
    guard let (code, serial) = bookings[entry].map({ ($0.code, $0.serial) }) else { return }
    unlink(entry)
    events.cancel(entry)
    let number = Int(links[entry].number)
    if let code {
      codes.remove(group: number, key: code.packed)
    } else {
      names[NameKey(number: number, serial: serial)] = nil
    }
    bookings[entry] = nil
    spare.append(Int32(entry))
    count -= 1
  }

  // MARK: - Lists

  private func head(_ list: List, _ number: Int) -> Int32 {
    switch list {
    case .whole: heads[number].whole
    case .coded: heads[number].coded
    case .past: heads[number].past
    }
  }

  private mutating func setHead(_ list: List, _ number: Int, _ entry: Int32) {
    switch list {
    case .whole: heads[number].whole = entry
    case .coded: heads[number].coded = entry
    case .past: heads[number].past = entry
    }
  }

  private mutating func link(_ entry: Int, to list: List) {
    let number = Int(links[entry].number)
    let next = head(list, number)
    links[entry] = Link(previous: BookingTable.end, next: next, number: Int32(number), list: list)
    if next != BookingTable.end { links[Int(next)].previous = Int32(entry) }
    setHead(list, number, Int32(entry))
  }

  private mutating func unlink(_ entry: Int) {
    let link = links[entry]
    if link.previous == BookingTable.end {
      setHead(link.list, Int(link.number), link.next)
    } else {
      links[Int(link.previous)].next = link.next
    }
    if link.next != BookingTable.end { links[Int(link.next)].previous = link.previous }
  }
}

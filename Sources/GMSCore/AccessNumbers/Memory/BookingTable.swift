/// Bookings in memory: found by number, by number and code and by name, and forgotten in their time.
///
/// A booking is in one of three lists of its number: it holds the whole number, holds a code, or is over and
/// remembered. What happens to it next by itself, ending to hold or being forgotten, is an event.
struct BookingTable: Sendable {
  /// The lists of a number.
  enum List: Int {
    case whole
    case coded
    case past
  }

  private struct Entry {
    var booking: AccessBooking?
    var number: Int32
    var list: List
    var previous: Int32
    var next: Int32
  }

  private struct CodeKey: Hashable {
    let number: Int
    let code: AccessCode
  }

  private struct NameKey: Hashable {
    let number: Int
    let serial: UInt64
  }

  private static let end: Int32 = -1

  private var entries: [Entry] = []
  /// Entries that have no booking.
  private var spare: [Int32] = []
  private var numbers: [String: Int] = [:]
  /// For each number, where each of its lists begins.
  private var heads: [(whole: Int32, coded: Int32, past: Int32)] = []
  private var codes: [CodeKey: Int32] = [:]
  /// Bookings without a code.
  private var names: [NameKey: Int32] = [:]
  private var events = EventHeap()
  private(set) var count = 0

  /// The index of a number, which is made when it is new.
  mutating func index(of number: AccessNumber) -> Int {
    if let index = numbers[number.dialled] { return index }
    heads.append((BookingTable.end, BookingTable.end, BookingTable.end))
    numbers[number.dialled] = heads.count - 1
    return heads.count - 1
  }

  // MARK: - Questions

  func booking(on number: AccessNumber, code: AccessCode) -> AccessBooking? {
    numbers[number.dialled].flatMap { codes[CodeKey(number: $0, code: code)] }.flatMap(booking(at:))
  }

  func booking(_ id: AccessBookingID) -> AccessBooking? {
    guard let entry = entry(of: id), let booking = entries[entry].booking, booking.serial == id.serial
    else { return nil }
    return booking
  }

  /// The instant at which a code of a number is free; nil when no booking of it is kept.
  func freeAt(_ code: AccessCode, on number: Int) -> Int64? {
    codes[CodeKey(number: number, code: code)].flatMap { entries[Int($0)].booking?.freeAt }
  }

  /// Whether a list has a booking for which something holds.
  func contains(_ list: List, of number: Int, where body: (borrowing AccessBooking) -> Bool) -> Bool {
    var at = head(list, number)
    while at != BookingTable.end {
      if let booking = entries[Int(at)].booking, body(booking) { return true }
      at = entries[Int(at)].next
    }
    return false
  }

  /// All bookings of a number.
  func bookings(on number: AccessNumber) -> [AccessBooking] {
    guard let index = numbers[number.dialled] else { return [] }
    var found: [AccessBooking] = []
    for list in [List.whole, .coded, .past] {
      var at = head(list, index)
      while at != BookingTable.end {
        if let booking = entries[Int(at)].booking { found.append(booking) }
        at = entries[Int(at)].next
      }
    }
    return found
  }

  /// All bookings.
  var all: [AccessBooking] { entries.compactMap(\.booking) }

  private func booking(at entry: Int32) -> AccessBooking? { entries[Int(entry)].booking }

  private func entry(of id: AccessBookingID) -> Int? {
    guard let number = numbers[id.number] else { return nil }
    let entry =
      id.code.map { codes[CodeKey(number: number, code: $0)] }
      ?? names[NameKey(number: number, serial: id.serial)]
    return entry.map(Int.init)
  }

  // MARK: - Changes

  mutating func add(_ booking: AccessBooking, on number: Int) {
    if let code = booking.code, let old = codes[CodeKey(number: number, code: code)] { remove(Int(old)) }
    let list = booking.code == nil ? List.whole : .coded
    let made = Entry(
      booking: booking,
      number: Int32(number),
      list: list,
      previous: BookingTable.end,
      next: BookingTable.end
    )
    let entry: Int
    if let free = spare.popLast() {
      entry = Int(free)
      entries[entry] = made
    } else {
      entry = entries.count
      entries.append(made)
    }
    if let code = booking.code {
      codes[CodeKey(number: number, code: code)] = Int32(entry)
    } else {
      names[NameKey(number: number, serial: booking.serial)] = Int32(entry)
    }
    link(entry, to: list)
    events.set(entry, to: booking.freeAt)
    count += 1
  }

  /// Keeps a booking as the released one that it is now.
  mutating func replace(_ booking: AccessBooking, now: Int64) {
    guard let entry = entry(of: booking.id) else { return }
    entries[entry].booking = booking
    if booking.freeAt > now { events.set(entry, to: booking.freeAt) } else { end(entry, booking, now: now) }
  }

  /// Lets everything happen that is due.
  ///
  /// - Complexity: O(log n) for each event.
  mutating func advance(to now: Int64) {
    while let first = events.first, first.time <= now {
      guard let booking = entries[first.entry].booking else {
        preconditionFailure("An event names a booking that is gone.")
      }
      end(first.entry, booking, now: now)
    }
  }

  /// A booking holds nothing any more: it is remembered, or forgotten.
  private mutating func end(_ entry: Int, _ booking: borrowing AccessBooking, now: Int64) {
    guard booking.forgottenAt > now else { return remove(entry) }
    unlink(entry)
    link(entry, to: .past)
    events.set(entry, to: booking.forgottenAt)
  }

  private mutating func remove(_ entry: Int) {
    guard let booking = entries[entry].booking else { return }
    unlink(entry)
    events.remove(entry)
    if let code = booking.code {
      codes[CodeKey(number: Int(entries[entry].number), code: code)] = nil
    } else {
      names[NameKey(number: Int(entries[entry].number), serial: booking.serial)] = nil
    }
    entries[entry].booking = nil
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
    let number = Int(entries[entry].number)
    let next = head(list, number)
    entries[entry].list = list
    entries[entry].previous = BookingTable.end
    entries[entry].next = next
    if next != BookingTable.end { entries[Int(next)].previous = Int32(entry) }
    setHead(list, number, Int32(entry))
  }

  private mutating func unlink(_ entry: Int) {
    let (previous, next) = (entries[entry].previous, entries[entry].next)
    if previous == BookingTable.end {
      setHead(entries[entry].list, Int(entries[entry].number), next)
    } else {
      entries[Int(previous)].next = next
    }
    if next != BookingTable.end { entries[Int(next)].previous = previous }
  }
}

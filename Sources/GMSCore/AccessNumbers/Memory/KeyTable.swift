/// Which value two whole numbers have: a hash table in one array, with the keys in it.
///
/// A dictionary would do; this one looks at one cache line for most questions, and every call asks several.
struct KeyTable: Sendable {
  private struct Slot {
    var key: UInt64
    var group: Int32
    /// The value; -1 in an empty slot.
    var value: Int32
  }

  private static let empty = Slot(key: 0, group: 0, value: -1)

  /// As many as a power of two, at most three quarters of them used.
  private var slots = [Slot](repeating: KeyTable.empty, count: 16)
  private var count = 0

  /// The value of a key in a group; nil when there is none.
  subscript(group: Int, key: UInt64) -> Int? {
    let slot = slots[place(group, key)]
    return slot.value < 0 ? nil : Int(slot.value)
  }

  /// Sets the value of a key in a group, which has none.
  mutating func insert(_ value: Int, group: Int, key: UInt64) {
    if 4 * (count + 1) > 3 * slots.count { grow() }
    slots[place(group, key)] = Slot(key: key, group: Int32(group), value: Int32(value))
    count += 1
  }

  /// Takes a key of a group out.
  mutating func remove(group: Int, key: UInt64) {
    var hole = place(group, key)
    guard slots[hole].value >= 0 else { return }
    count -= 1
    // What stands after the hole moves up where it may, so that no search ends too soon.
    let mask = slots.count - 1
    var next = (hole + 1) & mask
    while slots[next].value >= 0 {
      let home = KeyTable.hash(Int(slots[next].group), slots[next].key) & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = KeyTable.empty
  }

  /// Where a key stands, or the empty slot where it would.
  private func place(_ group: Int, _ key: UInt64) -> Int {
    let mask = slots.count - 1
    var at = KeyTable.hash(group, key) & mask
    while slots[at].value >= 0, slots[at].key != key || slots[at].group != Int32(group) {
      at = (at + 1) & mask
    }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: KeyTable.empty, count: 2 * old.count)
    for slot in old where slot.value >= 0 { slots[place(Int(slot.group), slot.key)] = slot }
  }

  private static func hash(_ group: Int, _ key: UInt64) -> Int {
    let mixed = (key ^ UInt64(group) &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: mixed.high ^ mixed.low)
  }
}

/// Which entry has a number and a code: a hash table in one array, with the keys in it.
///
/// A dictionary would do; this one looks at one cache line for most questions, and every call asks one.
struct CodeTable: Sendable {
  private struct Slot {
    var code: UInt64
    var number: Int32
    /// The entry; -1 in an empty slot.
    var entry: Int32
  }

  private static let empty = Slot(code: 0, number: 0, entry: -1)

  /// As many as a power of two, at most three quarters of them used.
  private var slots = [Slot](repeating: CodeTable.empty, count: 16)
  private var count = 0

  /// The entry of a number and code; nil when there is none.
  subscript(number: Int, code: AccessCode) -> Int? {
    let slot = slots[place(number, code.packed)]
    return slot.entry < 0 ? nil : Int(slot.entry)
  }

  /// Sets the entry of a number and code, which have none.
  mutating func insert(_ entry: Int, number: Int, code: AccessCode) {
    if 4 * (count + 1) > 3 * slots.count { grow() }
    slots[place(number, code.packed)] = Slot(code: code.packed, number: Int32(number), entry: Int32(entry))
    count += 1
  }

  /// Takes the entry of a number and code out.
  mutating func remove(number: Int, code: AccessCode) {
    var hole = place(number, code.packed)
    guard slots[hole].entry >= 0 else { return }
    count -= 1
    // What stands after the hole moves up where it may, so that no search ends too soon.
    let mask = slots.count - 1
    var next = (hole + 1) & mask
    while slots[next].entry >= 0 {
      let home = CodeTable.hash(Int(slots[next].number), slots[next].code) & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = CodeTable.empty
  }

  /// Where a key stands, or the empty slot where it would.
  private func place(_ number: Int, _ code: UInt64) -> Int {
    let mask = slots.count - 1
    var at = CodeTable.hash(number, code) & mask
    while slots[at].entry >= 0, slots[at].code != code || slots[at].number != Int32(number) {
      at = (at + 1) & mask
    }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: CodeTable.empty, count: 2 * old.count)
    for slot in old where slot.entry >= 0 { slots[place(Int(slot.number), slot.code)] = slot }
  }

  private static func hash(_ number: Int, _ code: UInt64) -> Int {
    let mixed = (code ^ UInt64(number) &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xD6E8_FEB8_6659_FD93
    )
    return Int(truncatingIfNeeded: mixed.high ^ mixed.low)
  }
}

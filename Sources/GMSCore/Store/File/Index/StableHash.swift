/// A hash of bytes that is the same in every process, for keys that are written down.
///
/// Eight bytes at a time are mixed into the state by one full multiplication, of which the two halves are
/// folded together. Each run of bytes is followed by its length, so that "ab" and "c" differ from "a" and
/// "bc". It spreads well, which interpolation search asks for, and withstands no one who looks for
/// collisions: these only make a look-up read more rows.
enum StableHash {
  /// The state before any byte; as the other constants, the fraction of an irrational number: here of π.
  static let start: UInt64 = 0x243F_6A88_85A3_08D3
  /// Of the golden ratio, and odd.
  private static let wordFactor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Of e, made odd.
  private static let lengthFactor: UInt64 = 0xB7E1_5162_8AED_2A6B
  /// Of √2, made odd.
  private static let endFactor: UInt64 = 0x6A09_E667_F3BC_C909

  /// Mixes bytes and their number into a state.
  static func add(_ bytes: UnsafeRawBufferPointer, to state: UInt64) -> UInt64 {
    var state = state
    guard let start = bytes.baseAddress else { return mix(state ^ lengthFactor, lengthFactor) }
    var at = 0
    while at + 8 <= bytes.count {
      let next = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      state = mix(state ^ next, wordFactor)
      at += 8
    }
    if at < bytes.count { state = mix(state ^ word(start + at, bytes.count - at), wordFactor) }
    return mix(state ^ UInt64(bytes.count) &* wordFactor ^ lengthFactor, lengthFactor)
  }

  /// The hash of what went into a state.
  static func finish(_ state: UInt64) -> UInt64 { mix(state ^ endFactor, endFactor) }

  /// Up to eight bytes as a number, the first one lowest, with zeros after them.
  static func word(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for at in 0..<count {
      word |= UInt64(start.load(fromByteOffset: at, as: UInt8.self)) << UInt64(8 * at)
    }
    return word
  }

  private static func mix(_ state: UInt64, _ factor: UInt64) -> UInt64 {
    let product = state.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}

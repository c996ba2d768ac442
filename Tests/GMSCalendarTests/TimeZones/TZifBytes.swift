/// Builds the bytes of a TZif file, well-formed or with one thing wrong.
struct TZifBytes {
  /// The byte of the version: 0, or an ASCII digit.
  var version: UInt8 = UInt8(ascii: "2")
  /// The offset of each local time type.
  var types: [Int32] = [0]
  /// Transitions with the number of their type.
  var transitions: [(second: Int64, type: UInt8)] = []
  /// What follows the 64-bit data; nil for nothing at all.
  var footer: String? = "\n\n"
  /// The designations, with their NULs.
  var designations: [UInt8] = Array("TST\0".utf8)
  /// The flag of daylight time that all types get.
  var daylightFlag: UInt8 = 0
  /// The index of its designation that all types get.
  var designationIndex: UInt8 = 0
  /// Standard/wall flags.
  var standardFlags: [UInt8] = []
  /// UT/local flags.
  var utFlags: [UInt8] = []
  /// How many leap-second records there are, all zero.
  var leapSeconds = 0
  /// Counts that the header announces in place of the true ones: isut, isstd, leap, time, type, char.
  var announced: [Int: UInt32] = [:]

  var bytes: [UInt8] {
    if version == 0 { return block(timeSize: 4) }
    // The 32-bit part is there for old readers; it may be as good as empty.
    var first = TZifBytes()
    first.version = version
    return first.block(timeSize: 4) + block(timeSize: 8) + Array((footer ?? "").utf8)
  }

  private func block(timeSize: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    let counts = [
      utFlags.count, standardFlags.count, leapSeconds, transitions.count, types.count, designations.count,
    ]
    for (index, count) in counts.enumerated() { bytes += bigEndian(announced[index] ?? UInt32(count)) }
    for transition in transitions {
      bytes += timeSize == 4 ? bigEndian(Int32(transition.second)) : bigEndian(transition.second)
    }
    bytes += transitions.map(\.type)
    for type in types { bytes += bigEndian(type) + [daylightFlag, designationIndex] }
    bytes += designations
    bytes += [UInt8](repeating: 0, count: leapSeconds * (timeSize + 4))
    return bytes + standardFlags + utFlags
  }

  private func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }
}

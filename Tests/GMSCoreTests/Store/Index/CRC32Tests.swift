import GMSCore
import GMSTestSupport
import Testing

/// The checksum, held against known values and against those that zlib answered (through Python).
@Suite struct CRC32Tests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let expected: UInt32
    var testDescription: String { name }
  }

  static let known = [
    Case(name: "nothing", bytes: [], expected: 0),
    Case(name: "a", bytes: Array("a".utf8), expected: 0xe8b7_be43),
    Case(name: "abc", bytes: Array("abc".utf8), expected: 0x3524_41c2),
    Case(name: "123456789", bytes: Array("123456789".utf8), expected: 0xcbf4_3926),
    Case(
      name: "the fox",
      bytes: Array("The quick brown fox jumps over the lazy dog".utf8),
      expected: 0x414f_a339
    ),
    Case(name: "32 zeros", bytes: Array(repeating: 0, count: 32), expected: 0x190a_55ad),
    Case(name: "32 times FF", bytes: Array(repeating: 0xff, count: 32), expected: 0xff6c_ab0b),
    Case(name: "32 ascending", bytes: Array(0..<32), expected: 0x9126_7e8a),
    Case(name: "256 ascending", bytes: Array(0...255), expected: 0x2905_8c73),
  ]

  @Test(arguments: known) func knownValues(_ given: Case) {
    #expect(CRC32.checksum(given.bytes) == given.expected)
  }

  /// What `zlib.crc32` answers for so many bytes of ``bytes(_:)``: every length around the steps of 16.
  static let ofZlib: [(count: Int, expected: UInt32)] = [
    (0, 0x0000_0000), (1, 0x4e0b_e924), (2, 0x55cc_4fec), (3, 0xaf4a_53c9), (4, 0xca05_eae2),
    (5, 0x814d_64cc), (6, 0x6eb6_e600), (7, 0xd916_8a24), (8, 0x63f1_8fda), (9, 0xff9b_f78f),
    (10, 0xe31b_55c5), (11, 0xd67d_97a2), (12, 0xfc70_517f), (13, 0xdc3d_c43c), (14, 0x7381_cee6),
    (15, 0xcc79_9660), (16, 0xe629_f000), (17, 0xab72_2b85), (18, 0x7a8f_2dd5), (19, 0x79f0_ded5),
    (20, 0xafa1_028a), (21, 0xd692_36fd), (22, 0xe840_e8b8), (23, 0x30dd_45bc), (24, 0x9179_e7e2),
    (25, 0x108f_e430), (26, 0xf849_ec48), (27, 0x21a3_95fd), (28, 0x9eef_0243), (29, 0x0bdc_1487),
    (30, 0x094b_a052), (31, 0x526e_7f37), (32, 0x14aa_c2d4), (33, 0x5150_52b0), (34, 0xe0b7_7937),
    (35, 0xebbf_2edc), (36, 0xd169_ab7a), (37, 0x4322_bbf9), (38, 0x4e3b_87c3), (39, 0x79fb_4c8b),
    (63, 0x6758_e0b1), (64, 0xc71a_5238), (65, 0xdbbc_5dcb), (127, 0xe9fd_859a), (255, 0x7345_1aab),
    (256, 0xcdf3_e9c5), (1000, 0xa60d_b0f5), (4092, 0x771c_0b1e), (4096, 0x2843_f95b),
    (65537, 0xdc9f_f04b),
  ]

  /// The high bytes of a linear congruential generator that starts at one more than the length.
  static func bytes(_ count: Int) -> [UInt8] {
    var state = UInt64(count) + 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  @Test func zlibAgrees() {
    for (count, expected) in Self.ofZlib {
      #expect(CRC32.checksum(Self.bytes(count)) == expected, "\(count) bytes")
    }
  }

  @Test func parts() {
    let bytes = Self.bytes(4096)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let whole = bytes.prefix(Int.random(in: 0...bytes.count, using: &random))
      let (first, second) = (
        Int.random(in: 0...whole.count, using: &random), Int.random(in: 0...whole.count, using: &random)
      )
      let (low, high) = (min(first, second), max(first, second))
      var crc = CRC32.checksum(whole[..<low])
      crc = CRC32.checksum(whole[low..<high], continuing: crc)
      crc = CRC32.checksum(whole[high...], continuing: crc)
      #expect(crc == CRC32.checksum(whole))
    }
  }

  @Test func sequencesWithoutABufferAreSummedUp() {
    let bytes = Self.bytes(1000)
    #expect(CRC32.checksum(bytes.lazy.map { $0 }) == 0xa60d_b0f5)
    #expect(CRC32.checksum(UnsafeRawBufferPointer(start: nil, count: 0), continuing: 5) == 5)
  }
}

import GMSCore
import GMSTestSupport
import Testing

/// Hash and prefix of a row.
@Suite struct IndexRowTests {
  /// These are written in files: a change of the hash makes every index that is there useless.
  @Test func theHashIsTheSameForEver() {
    #expect(IndexRow.hash(kind: "callback", id: "") == 0xbff4_8132_c40f_3b3b)
    #expect(IndexRow.hash(kind: "callback", id: "1-abc") == 0x143f_6017_4657_0152)
    #expect(IndexRow.hash(customer: "16504663204") == 0xa7ae_290b_3cd2_5d23)
  }

  @Test func kindAndIdDoNotRunIntoEachOther() {
    #expect(IndexRow.hash(kind: "ab", id: "c") != IndexRow.hash(kind: "a", id: "bc"))
    #expect(IndexRow.hash(kind: "", id: "abc") != IndexRow.hash(kind: "abc", id: ""))
    #expect(IndexRow.hash(kind: "a", id: "b\0") != IndexRow.hash(kind: "a", id: "b"))
    #expect(IndexRow.hash(customer: "") != 0)
  }

  /// Ids that differ in little: counters, one flipped bit, zeros at the end.
  @Test func likeIdsSpread() {
    var ids = (0..<20_000).map { "callback-\($0)" }
    ids += (0..<200).map { String(repeating: "\0", count: $0) }
    ids += (0..<200).map { String(repeating: "a", count: $0) + "b" }
    let hashes = ids.map { IndexRow.hash(kind: "callback", id: $0) }
    #expect(Set(hashes).count == ids.count)
    // Interpolation search takes the high bits for a place: each 256th must get its share.
    for shift in [UInt64(56), 28, 0] {
      var counts = Array(repeating: 0, count: 256)
      for hash in hashes { counts[Int(hash >> shift & 0xff)] += 1 }
      let expected = Double(hashes.count) / 256
      let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
      #expect(chiSquare < 400, "255 degrees of freedom")
    }
  }

  @Test func bytesAndStringsHashTheSame() {
    for text in ["", "a", "1234567", "12345678", "123456789", "0123456789abcdefg", "Zoë", "e\u{301}"] {
      let bytes = Array(text.utf8)
      let (hash, customer, prefix) = bytes.withUnsafeBytes { bytes in
        Array("kind".utf8).withUnsafeBytes { kind in
          (IndexRow.hash(kind: kind, id: bytes), IndexRow.hash(customer: bytes), IndexRow.prefix(of: bytes))
        }
      }
      #expect(hash == IndexRow.hash(kind: "kind", id: text))
      #expect(customer == IndexRow.hash(customer: text))
      #expect(prefix == IndexRow.prefix(of: text))
    }
  }

  @Test func prefixesOrderAsBytes() {
    #expect(IndexRow.prefix(of: "") == (0, 0))
    #expect(IndexRow.prefix(of: "a") == (0x6100_0000_0000_0000, 0))
    #expect(IndexRow.prefix(of: "abcdefgh") == (0x6162_6364_6566_6768, 0))
    #expect(IndexRow.prefix(of: "abcdefghi") == (0x6162_6364_6566_6768, 0x6900_0000_0000_0000))
    #expect(IndexRow.prefix(of: "abcdefghijklmnopq") == (0x6162_6364_6566_6768, 0x696a_6b6c_6d6e_6f70))
    var random = SeededGenerator(seed: 3)
    let letters: [Character] = ["a", "b", "\0", "z", "é", "€"]
    let ids = (0..<2000).map { _ in
      let count = Int.random(in: 0...20, using: &random)
      return String((0..<count).map { _ in letters[Int.random(in: 0..<6, using: &random)] })
    }
    for (left, right) in zip(ids, ids.dropFirst()) {
      let (first, second) = (IndexRow.prefix(of: left), IndexRow.prefix(of: right))
      if first < second { #expect(left.utf8.lexicographicallyPrecedes(right.utf8)) }
      if left.utf8.lexicographicallyPrecedes(right.utf8) { #expect(first <= second) }
    }
  }
}

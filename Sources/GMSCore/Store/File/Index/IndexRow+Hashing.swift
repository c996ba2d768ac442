extension IndexRow {
  /// The hash of a record's kind and id; the same in every process and on every machine.
  ///
  /// - Complexity: O(n) in the bytes.
  package static func hash(kind: String, id: String) -> UInt64 {
    withBytes(of: kind) { kind in withBytes(of: id) { hash(kind: kind, id: $0) } }
  }

  /// The hash of a record's kind and id, from the UTF-8 bytes of both.
  package static func hash(kind: UnsafeRawBufferPointer, id: UnsafeRawBufferPointer) -> UInt64 {
    StableHash.finish(StableHash.add(id, to: StableHash.add(kind, to: StableHash.start)))
  }

  /// The hash of a customer's text; never 0.
  ///
  /// Texts that are equal as `String` but of other bytes have other hashes.
  package static func hash(customer: String) -> UInt64 { withBytes(of: customer) { hash(customer: $0) } }

  /// The hash of a customer's text from its UTF-8 bytes; never 0.
  package static func hash(customer: UnsafeRawBufferPointer) -> UInt64 {
    let hash = StableHash.finish(StableHash.add(customer, to: StableHash.start))
    return hash == noCustomer ? 1 : hash
  }

  /// The first sixteen bytes of an id as two numbers that order as the bytes do, with zeros after a shorter
  /// one.
  package static func prefix(of id: String) -> (high: UInt64, low: UInt64) {
    withBytes(of: id) { prefix(of: $0) }
  }

  /// The first sixteen bytes of an id as two numbers, from its UTF-8 bytes.
  package static func prefix(of id: UnsafeRawBufferPointer) -> (high: UInt64, low: UInt64) {
    guard let start = id.baseAddress else { return (0, 0) }
    func word(at offset: Int) -> UInt64 {
      let count = min(8, max(0, id.count - offset))
      guard count == 8 else { return StableHash.word(start + offset, count).byteSwapped }
      return UInt64(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    return (word(at: 0), id.count > 8 ? word(at: 8) : 0)
  }

  private static func withBytes<Result>(
    of text: String,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}

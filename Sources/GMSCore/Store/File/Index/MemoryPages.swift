/// The bytes of an index in memory.
package struct MemoryPages: PageSource {
  private let bytes: [UInt8]

  /// The bytes as they stand.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func length() -> Int { bytes.count }

  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(IndexDamage) {
    guard offset >= 0, offset <= bytes.count, buffer.count <= bytes.count - offset else { throw .length }
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + buffer.count]))
    }
  }
}

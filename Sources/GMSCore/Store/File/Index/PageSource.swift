/// Where the bytes of an index come from.
package protocol PageSource: Sendable {
  /// How many bytes there are.
  func length() throws(IndexDamage) -> Int

  /// Fills the buffer with the bytes from an offset on.
  ///
  /// - Throws: `IndexDamage` when they cannot be read, or are not all there.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(IndexDamage)
}

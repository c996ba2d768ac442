extension FileSystem {
  /// Reads bytes at an offset into a buffer until it is full or the file ends; answers how many.
  package func readAll(
    _ file: OpenFile,
    at offset: UInt64,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let length = try readFile(file, at: Int64(offset) + Int64(filled), into: rest)
      if length == 0 { break }
      filled += length
    }
    return filled
  }

  /// The bytes at an offset; fewer than asked for only where the file ends.
  package func readAll(_ file: OpenFile, at offset: UInt64, count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        filled = try readAll(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes at an offset.
  package func writeAll(
    _ file: OpenFile,
    at offset: UInt64,
    _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let length = try writeFile(file, at: Int64(offset) + Int64(written), rest)
      // A write that moves nothing would be tried for ever.
      guard length > 0 else { throw .noSpace }
      written += length
    }
  }

  /// Writes all bytes at an offset.
  package func writeAll(_ file: OpenFile, at offset: UInt64, _ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) {
        try writeAll(file, at: offset, bytes)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}

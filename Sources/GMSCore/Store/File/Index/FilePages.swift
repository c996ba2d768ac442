/// The bytes of an index in an open file, which is closed with the last use of them.
///
/// A file that is replaced by rename stays readable for those who have it open.
package struct FilePages: PageSource {
  private let held: HeldFile

  /// The bytes of a file that is open for reading.
  package init(_ held: HeldFile) { self.held = held }

  package func length() throws(IndexDamage) -> Int {
    do throws(SystemError) {
      let status = try held.fileSystem.status(of: held.file)
      return status.kind == .regular ? Int(status.size) : 0
    } catch {
      throw .unreadable(error)
    }
  }

  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(IndexDamage) {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count: Int
      do throws(SystemError) {
        count = try held.fileSystem.readFile(held.file, at: Int64(offset + done), into: rest)
      } catch {
        throw .unreadable(error)
      }
      guard count > 0 else { throw .length }
      done += count
    }
  }
}

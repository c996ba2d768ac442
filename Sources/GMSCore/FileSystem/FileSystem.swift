/// The system calls that a store on disk makes, all of them: tests put faults in here.
///
/// Each call either does what it says or throws; a call that a signal interrupts is made again. Reading and
/// writing may move fewer bytes than asked for, as the system's calls do.
package protocol FileSystem: Sendable {
  /// The number of this process.
  var processIdentifier: Int32 { get }

  /// Opens a file; a symbolic link in its place is refused (`ELOOP`), and no kind of file makes it wait.
  func openFile(_ path: String, for purpose: FilePurpose) throws(SystemError) -> OpenFile

  /// Closes a file.
  func closeFile(_ file: OpenFile) throws(SystemError)

  /// Reads at an offset; 0 is the end of the file.
  func readFile(
    _ file: OpenFile,
    at offset: Int64,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int

  /// Writes at an offset, and answers how many bytes.
  func writeFile(_ file: OpenFile, at offset: Int64, _ bytes: UnsafeRawBufferPointer) throws(SystemError)
    -> Int

  /// Cuts a file to a length.
  func truncateFile(_ file: OpenFile, to length: Int64) throws(SystemError)

  /// Waits until a file's bytes are on the disk.
  func syncFile(_ file: OpenFile) throws(SystemError)

  /// Waits until a file's bytes and its length are on the disk; the times of its last use may not be.
  func syncData(_ file: OpenFile) throws(SystemError)

  /// Waits until a directory's entries are on the disk.
  func syncDirectory(_ path: String) throws(SystemError)

  /// Gives a file another name, in one step, in place of what has that name.
  func renameFile(_ path: String, to newPath: String) throws(SystemError)

  /// Removes a file.
  func removeFile(_ path: String) throws(SystemError)

  /// Makes a directory that only its owner may use.
  func makeDirectory(_ path: String) throws(SystemError)

  /// The names in a directory, in no order, without `.` and `..`.
  func listDirectory(_ path: String) throws(SystemError) -> [String]

  /// What an open file is.
  func status(of file: OpenFile) throws(SystemError) -> FileStatus

  /// What stands at a path, without following a symbolic link at its end; nil for nothing.
  func status(at path: String) throws(SystemError) -> FileStatus?

  /// Sets who may read and write a file.
  func setPermissions(_ file: OpenFile, to permissions: UInt32) throws(SystemError)

  /// Sets to whom a file belongs.
  func setOwner(_ file: OpenFile, to owner: UInt32, group: UInt32) throws(SystemError)

  /// Takes the exclusive lock of an open file; false when another holds it.
  func tryLock(_ file: OpenFile) throws(SystemError) -> Bool

  /// Gives the lock back.
  func unlock(_ file: OpenFile) throws(SystemError)

  /// Lets the thread sleep.
  func pause(milliseconds: Int)
}

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Musl)
  private import Musl
#else
  private import Glibc
#endif

/// A descriptor of the operating system.
///
/// All system calls on files and streams of gmsctl stand in this file.
///
/// Interrupted calls are repeated, short writes are continued.
package struct FileDescriptor: ByteSink, ByteSource, Sendable {
  /// The process's standard input.
  package static let standardInput = FileDescriptor(number: 0)
  /// The process's standard output.
  package static let standardOutput = FileDescriptor(number: 1)
  /// The process's standard error.
  package static let standardError = FileDescriptor(number: 2)

  private let number: Int32

  /// Whether it is a terminal.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// Makes the three standard streams safe to use: a write to a closed pipe becomes an error instead of a
  /// signal, and a stream that was closed at the start is held by `/dev/null`, opened the wrong way round, so
  /// that no file opened later takes its number and receives what was meant for it.
  package static func prepareStandardStreams() {
    _ = signal(SIGPIPE, SIG_IGN)
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// The text of an environment variable.
  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// All bytes of a file.
  package static func contents(ofFile path: String) throws(InputFailure) -> [UInt8] {
    // A path with a NUL would be cut there and open another file.
    if path.utf8.contains(0) { throw InputFailure(reason: String(cString: strerror(EINVAL))) }
    let number = repeating { Int(open(path, O_RDONLY | O_CLOEXEC)) }
    guard number.result >= 0 else { throw InputFailure(reason: number.reason) }
    defer { _ = close(Int32(number.result)) }
    return try FileDescriptor(number: Int32(number.result)).readAll()
  }

  /// Runs `body` on a file that is open for reading, and its length where that is known.
  ///
  /// Throws `InputFailure` when it cannot be opened, and what `body` throws.
  package static func reading<Result>(
    file path: String,
    _ body: (_ file: FileDescriptor, _ length: Int?) throws -> Result
  ) throws -> Result {
    if path.utf8.contains(0) { throw InputFailure(reason: String(cString: strerror(EINVAL))) }
    let number = repeating { Int(open(path, O_RDONLY | O_CLOEXEC)) }
    guard number.result >= 0 else { throw InputFailure(reason: number.reason) }
    defer { _ = close(Int32(number.result)) }
    var status = stat()
    let isRegular = fstat(Int32(number.result), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return try body(FileDescriptor(number: Int32(number.result)), isRegular ? Int(status.st_size) : nil)
  }

  /// Writes bytes at the end of a file, which is made where there is none, and makes them durable.
  package static func append(_ bytes: [UInt8], toFile path: String) throws(OutputFailure) {
    if path.utf8.contains(0) { throw OutputFailure.failed(reason: String(cString: strerror(EINVAL))) }
    let number = repeating { Int(open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)) }
    guard number.result >= 0 else { throw OutputFailure.failed(reason: "\(path): \(number.reason)") }
    defer { _ = close(Int32(number.result)) }
    try FileDescriptor(number: Int32(number.result)).write(bytes)
    let synced = repeating { Int(fsync(Int32(number.result))) }
    // A pipe or a terminal cannot be synced, and keeps nothing.
    guard synced.result >= 0 || synced.error == EINVAL else {
      throw OutputFailure.failed(reason: "\(path): \(synced.reason)")
    }
  }

  /// Refuses a path at whose end nothing can be written; nothing is made or changed.
  package static func checkAppending(toFile path: String) throws(OutputFailure) {
    if path.utf8.contains(0) { throw OutputFailure.failed(reason: String(cString: strerror(EINVAL))) }
    var found = repeating { Int(access(path, W_OK)) }
    if found.result < 0, found.error == ENOENT {
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/"
      )
      found = repeating { Int(access(parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent, W_OK)) }
    }
    guard found.result >= 0 else { throw OutputFailure.failed(reason: "\(path): \(found.reason)") }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw OutputFailure.failed(reason: "\(path): \(String(cString: strerror(EISDIR)))")
    }
  }

  /// Writes a text to a file that does not exist yet.
  package static func write(_ text: String, toNewFile path: String) throws(OutputFailure) {
    let number = repeating { Int(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)) }
    guard number.result >= 0 else { throw OutputFailure.failed(reason: "\(path): \(number.reason)") }
    defer { _ = close(Int32(number.result)) }
    try FileDescriptor(number: Int32(number.result)).write(Array(text.utf8))
  }

  /// Runs `body` on a file that did not exist, and makes it durable; when anything fails, the file is gone again.
  ///
  /// Throws `OutputFailure`, and what `body` throws.
  package static func writing<Result>(
    newFile path: String,
    _ body: (_ file: FileDescriptor) throws -> Result
  ) throws -> Result {
    if path.utf8.contains(0) { throw OutputFailure.failed(reason: String(cString: strerror(EINVAL))) }
    let number = repeating { Int(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)) }
    guard number.result >= 0 else { throw OutputFailure.failed(reason: "\(path): \(number.reason)") }
    defer { _ = close(Int32(number.result)) }
    do {
      let result = try body(FileDescriptor(number: Int32(number.result)))
      let synced = repeating { Int(fsync(Int32(number.result))) }
      // A device or a pipe cannot be synced, and need not be.
      guard synced.result == 0 || synced.error == EINVAL else {
        throw OutputFailure.failed(reason: "\(path): \(synced.reason)")
      }
      return result
    } catch {
      _ = unlink(path)
      throw error
    }
  }

  /// Makes a directory of its own for something that is to be looked at and thrown away.
  ///
  /// - Returns: Its path, in `$TMPDIR`, else in `/tmp`.
  package static func newTemporaryDirectory(prefix: String) throws(OutputFailure) -> String {
    let parent = environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/\(prefix)-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    guard made else { throw OutputFailure.failed(reason: "\(parent): \(String(cString: strerror(errno)))") }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// All bytes up to the end.
  package func readAll() throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try read(into: &chunk)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Runs `body` on the bytes in pieces, up to the end.
  package func forEachChunk(_ body: (_ chunk: [UInt8]) throws -> Void) throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try read(into: &chunk)
      if count == 0 { return }
      try body(count == chunk.count ? chunk : Array(chunk[..<count]))
    }
  }

  /// The next line.
  ///
  /// Read byte by byte, so that nothing behind it is taken from who reads next.
  package func readLine() throws(InputFailure) -> String? {
    var line: [UInt8] = []
    var byte: [UInt8] = [0]
    while true {
      if try read(into: &byte) == 0 { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      if byte[0] == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte[0])
    }
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(OutputFailure) {
    var start = 0
    while start < bytes.count {
      let written = Self.repeating {
        bytes.withUnsafeBytes { buffer in
          systemWrite(number, UnsafeRawBufferPointer(rebasing: buffer[start...]))
        }
      }
      if written.result > 0 {
        start += written.result
      } else if written.error == EAGAIN {
        // Another process has made the shared stream non-blocking.
        var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else {
        throw written.error == EPIPE ? .closed : .failed(reason: written.reason)
      }
    }
  }

  private func read(into chunk: inout [UInt8]) throws(InputFailure) -> Int {
    while true {
      let count = Self.repeating { chunk.withUnsafeMutableBytes { systemRead(number, $0) } }
      if count.result >= 0 { return count.result }
      guard count.error == EAGAIN else { throw InputFailure(reason: count.reason) }
      var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      _ = poll(&wait, 1, -1)
    }
  }

  /// What a system call answered, and its error when that is negative.
  private struct CallResult {
    let result: Int
    let error: Int32
    var reason: String { String(cString: strerror(error)) }
  }

  private static func repeating(_ call: () -> Int) -> CallResult {
    while true {
      let result = call()
      // Taken at once: any further call may replace it.
      let error = errno
      if result >= 0 || error != EINTR { return CallResult(result: result, error: error) }
    }
  }
}

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(number, bytes.baseAddress, bytes.count)
}

private func systemRead(_ number: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(number, bytes.baseAddress, bytes.count)
}

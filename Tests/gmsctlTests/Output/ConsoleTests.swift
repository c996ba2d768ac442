import Foundation
import Testing
import gmsctl

@Suite("Streams")
struct ConsoleTests {
  @Test("are written once, at the end")
  func once() {
    let console = TestConsole()
    #expect(console.run("help") == .done)
    #expect(console.output.writes == 1)
    #expect(console.errors.writes == 0)
  }

  @Test("that nobody reads are no error")
  func closed() {
    let console = TestConsole()
    console.output.failure = .closed
    #expect(console.run("store", "info") == .done)
    #expect(console.errors.text == "")
  }

  @Test("that cannot be written end with code 5 and the reason")
  func failed() {
    let console = TestConsole()
    console.output.failure = .failed(reason: "No space left on device")
    #expect(console.run("store", "info") == .unusableStore)
    #expect(console.errors.text == "gmsctl: cannot write the output: No space left on device\n")
    let json = TestConsole()
    json.output.failure = .failed(reason: "x")
    #expect(json.run("store", "info", "-o", "json") == .unusableStore)
    #expect(json.errors.text.hasPrefix("{\"error\":\"output-unwritable\""))
    let silent = TestConsole()
    silent.errors.failure = .failed(reason: "x")
    #expect(silent.run("callback", "list") == .done)
  }

  @Test("of the process: files are read whole, and refusals have the system's words")
  func files() throws {
    let path = NSTemporaryDirectory() + "gmsctl-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    #expect(try FileDescriptor.contents(ofFile: path) == bytes)
    #expect(throws: InputFailure(reason: "No such file or directory")) {
      try FileDescriptor.contents(ofFile: path + "x")
    }
    #expect(throws: InputFailure(reason: "Invalid argument")) {
      try FileDescriptor.contents(ofFile: path + "\u{0}x")
    }
  }

  struct Broken: Error {}

  @Test("of the process: a new file is whole or not there, and never another one")
  func newFiles() throws {
    let path = NSTemporaryDirectory() + "gmsctl-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: Broken.self) {
      try FileDescriptor.writing(newFile: path) { file in
        try file.write([1, 2, 3])
        throw Broken()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    try FileDescriptor.writing(newFile: path) { try $0.write([1, 2, 3]) }
    #expect(throws: OutputFailure.failed(reason: "\(path): File exists")) {
      try FileDescriptor.writing(newFile: path) { _ in }
    }
    #expect(try FileDescriptor.contents(ofFile: path) == [1, 2, 3])
  }

  @Test("of the process: files are read in pieces, and their length is told")
  func pieces() throws {
    let path = NSTemporaryDirectory() + "gmsctl-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    var read: [UInt8] = []
    try FileDescriptor.reading(file: path) { file, length in
      #expect(length == bytes.count)
      try file.forEachChunk { chunk in
        #expect(!chunk.isEmpty && chunk.count <= 1 << 18)
        read += chunk
      }
    }
    #expect(read == bytes)
    try FileDescriptor.reading(file: "/dev/null") { file, length in
      #expect(length == nil)
      try file.forEachChunk { _ in Issue.record("there is nothing in it") }
    }
    #expect(throws: InputFailure(reason: "No such file or directory")) {
      try FileDescriptor.reading(file: path + "x") { _, _ in }
    }
    // The default of sources that have everything in memory.
    var chunks: [[UInt8]] = []
    try TestConsole.Source(bytes: [1, 2]).forEachChunk { chunks.append($0) }
    try TestConsole.Source().forEachChunk { chunks.append($0) }
    #expect(chunks == [[1, 2]])
  }
}

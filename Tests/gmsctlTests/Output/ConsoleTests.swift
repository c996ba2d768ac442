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
}

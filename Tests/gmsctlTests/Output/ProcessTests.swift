import Foundation
import Testing

/// What only a process of its own shows: pipes that close, full devices, closed streams.
@Suite("gmsctl as a process")
struct ProcessTests {
  /// What a shell line ended with.
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  @Test("goes through a pipe that closes early without a word")
  func earlyClose() throws {
    // `sleep` lets the reader end first, so that the write meets a closed pipe.
    let outcome = try Shell.run(
      "(sleep 0.2; exec \"$GMSCTL\" reference) | true; echo ${PIPESTATUS[0]}"
    )
    #expect(outcome.status == 0)
    #expect(outcome.output == "0\n")
    #expect(outcome.errors == "")
  }

  @Test("says that a device is full", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func deviceFull() throws {
    let outcome = try Shell.run("\"$GMSCTL\" reference > /dev/full")
    #expect(outcome.status == 5)
    #expect(outcome.errors == "gmsctl: cannot write the output: No space left on device\n")
  }

  @Test("says that stdout is closed, and never mistakes another file for it")
  func closedOutput() throws {
    let outcome = try Shell.run("\"$GMSCTL\" reference >&-")
    #expect(outcome.status == 5)
    #expect(outcome.errors == "gmsctl: cannot write the output: Bad file descriptor\n")
    #expect(try Shell.run("\"$GMSCTL\" reference 2>&- <&- | tail -c 1").output == "\n")
  }

  @Test("writes what is longer than a pipe holds")
  func longOutput() throws {
    let outcome = try Shell.run("\"$GMSCTL\" completion bash | (sleep 0.1; tail -n 1)")
    #expect(outcome.output == "complete -F _gmsctl gmsctl\n")
  }

  @Test("answers exit codes")
  func exitCodes() throws {
    #expect(try Shell.run("\"$GMSCTL\" --version").status == 0)
    #expect(try Shell.run("\"$GMSCTL\" nonsense").status == 2)
    #expect(try Shell.run("\"$GMSCTL\"").status == 2)
  }
}

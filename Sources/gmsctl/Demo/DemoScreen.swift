internal import GMSCallback

/// What a line of the demonstration shows on a terminal: stdout and stderr, in the order of writing.
final class DemoScreen {
  /// The bytes that were written.
  private let bytes = Bytes()

  /// Streams that write here; nothing can be read.
  var console: Console { Console(input: NoInput(), output: bytes, errors: bytes) }

  /// What was written.
  var text: String { String(decoding: bytes.written, as: UTF8.self) }

  /// The first id of a callback on the screen; nil when there is none.
  var callbackID: String? {
    text.split(whereSeparator: { " \n\"',".contains($0) }).map(String.init).first {
      (try? CallbackID($0)) != nil
    }
  }

  private final class Bytes: ByteSink {
    var written: [UInt8] = []
    var isTerminal: Bool { false }
    func write(_ bytes: [UInt8]) throws(OutputFailure) { written += bytes }
  }

  private struct NoInput: ByteSource {
    var isTerminal: Bool { false }
    func readAll() throws(InputFailure) -> [UInt8] { [] }
    func readLine() throws(InputFailure) -> String? { nil }
  }
}

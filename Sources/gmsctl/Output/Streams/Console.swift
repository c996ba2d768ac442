/// The three streams of a command: what it reads, its data and its notes.
///
/// Both outputs are gathered and written with one call at the end, so that a command writes all of its answer
/// or says that it could not. A command that lives on (`run --watch`) flushes itself, and a list that is
/// longer than a block is written block by block.
package final class Console {
  /// What the command reads.
  package let input: any ByteSource
  private let output: any ByteSink
  private let errors: any ByteSink
  private var pendingOutput: [UInt8] = []
  private var pendingErrors: [UInt8] = []

  /// A console from its streams.
  package init(input: any ByteSource, output: any ByteSink, errors: any ByteSink) {
    self.input = input
    self.output = output
    self.errors = errors
  }

  /// The process's own streams.
  package static func standard() -> Console {
    Console(
      input: FileDescriptor.standardInput,
      output: FileDescriptor.standardOutput,
      errors: FileDescriptor.standardError
    )
  }

  /// Whether a person reads the data directly.
  package var outputIsTerminal: Bool { output.isTerminal }

  /// Whether a person can be asked: the question is seen, and the answer is typed.
  package var canAsk: Bool { input.isTerminal && errors.isTerminal }

  /// Whether a person sees notes at once.
  package var errorsAreTerminal: Bool { errors.isTerminal }

  /// Adds text to the data.
  package func write(_ text: String) { pendingOutput += text.utf8 }

  /// Adds bytes of UTF-8 to the data.
  package func write(_ bytes: [UInt8]) {
    if pendingOutput.isEmpty { pendingOutput = bytes } else { pendingOutput += bytes }
  }

  /// Writes a part of the data at once, with what was gathered before it; for answers of any length.
  ///
  /// - Throws: why it could not be written.
  package func writeNow(_ bytes: [UInt8]) throws(OutputFailure) {
    write(bytes)
    let data = pendingOutput
    pendingOutput = []
    try output.write(data)
  }

  /// Shows something passing on stderr at once; that it does not succeed is nobody's concern.
  package func show(_ text: String) { try? errors.write(Array(text.utf8)) }

  /// Adds a line to stderr.
  package func writeError(_ line: String) {
    pendingErrors += line.utf8
    pendingErrors.append(UInt8(ascii: "\n"))
  }

  /// Asks a question on stderr and answers the line that was typed; nil at the end of input.
  package func ask(_ question: String) throws(OutputFailure) -> String? {
    try flush()
    try errors.write(Array(question.utf8))
    return try? input.readLine()
  }

  /// Writes what was gathered: first the data, then the notes.
  ///
  /// - Throws: why the data could not be written; that nobody reads stderr is nobody's concern.
  package func flush() throws(OutputFailure) {
    let (data, notes) = (pendingOutput, pendingErrors)
    pendingOutput = []
    pendingErrors = []
    defer { if !notes.isEmpty { try? errors.write(notes) } }
    if !data.isEmpty { try output.write(data) }
  }
}

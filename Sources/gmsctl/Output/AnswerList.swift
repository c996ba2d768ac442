/// Writes a list of answers that are JSON text already, as `json` or as `jsonl`, without holding all of it.
///
/// It is written in blocks. When something fails before the first block is full, nothing is written; later,
/// what stdout has is an array without its end, or only some of the lines, and the exit code says so.
package struct AnswerList {
  /// How many bytes are gathered before they are written.
  package static let blockSize = 1 << 16

  private let console: Console
  private let isDocument: Bool
  private var block: [UInt8] = []
  private var isEmpty = true

  /// A list in a format that takes text as it stands (``Renderer/takesReadyText``).
  package init(_ console: Console, _ renderer: Renderer) {
    self.console = console
    isDocument = renderer.format == .json
    if isDocument { block.append(UInt8(ascii: "[")) }
  }

  /// Adds an answer.
  ///
  /// - Throws: why a block could not be written.
  package mutating func append(_ answer: [UInt8]) throws(OutputFailure) {
    if isDocument, !isEmpty { block.append(UInt8(ascii: ",")) }
    isEmpty = false
    block += answer
    if !isDocument { block.append(UInt8(ascii: "\n")) }
    guard block.count >= AnswerList.blockSize else { return }
    try console.writeNow(block)
    block.removeAll(keepingCapacity: true)
  }

  /// Ends the list; what is left is written with the rest of the data.
  package consuming func end() {
    if isDocument { block += [UInt8(ascii: "]"), UInt8(ascii: "\n")] }
    console.write(block)
  }
}

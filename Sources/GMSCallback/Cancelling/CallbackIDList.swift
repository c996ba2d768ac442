import GMSCore

/// The ids of callbacks in a text that holds one a line.
///
/// Blanks around an id, empty lines and a byte order mark do not count; lines end in LF, CR or both. The
/// first line may be `_id`, the heading of a column of ids. An id that stands twice counts once, where it
/// stands first.
public struct CallbackIDList: Hashable, Sendable {
  /// The ids, each once, in the order of the text.
  public let ids: [CallbackID]

  /// Reads a text.
  ///
  /// - Throws: `CallbackError` with code `malformedIDLine` for a line of another form, with its number. The
  ///   line itself is not told: it may hold anything, customers' numbers too.
  /// - Complexity: O(n) in the text's length.
  public init(_ text: String) throws(CallbackError) {
    var ids: [CallbackID] = []
    var seen: Set<CallbackID> = []
    var isFirst = true
    for (number, line) in CallbackIDList.lines(of: text) {
      guard let text = CallbackIDList.trimmed(line) else { continue }
      defer { isFirst = false }
      if isFirst, text == "_id" { continue }
      guard let id = try? CallbackID(text) else {
        throw CallbackError(
          .malformedIDLine,
          [.init("line", .integer(Int64(number))), .init("expected", .string(ServiceID.form))]
        )
      }
      if seen.insert(id).inserted { ids.append(id) }
    }
    self.ids = ids
  }

  /// The lines with their numbers, from 1.
  private static func lines(of text: String) -> [(number: Int, line: Substring)] {
    var lines: [(Int, Substring)] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var at = start
    var number = 1
    while at < bytes.endIndex {
      let byte = bytes[at]
      let next = bytes.index(after: at)
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        at = next
        continue
      }
      lines.append((number, text[start..<at]))
      number += 1
      let isPair = byte == UInt8(ascii: "\r") && next < bytes.endIndex && bytes[next] == UInt8(ascii: "\n")
      at = isPair ? bytes.index(after: next) : next
      start = at
    }
    lines.append((number, text[start...]))
    return lines
  }

  /// A line without the blanks around it; nil when nothing is left.
  private static func trimmed(_ line: Substring) -> String? {
    let text = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(text[...last])
  }
}

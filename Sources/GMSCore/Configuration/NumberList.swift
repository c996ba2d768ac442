/// A group's numbers in options text: separated by commas, with spaces around them as one likes.
enum NumberList {
  /// Reads a list; text without anything is the empty list.
  static func read(_ text: String, line: Int? = nil) throws(CoreError) -> [String] {
    let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let numbers = parts.map { OptionsLine.trimmed(Array($0)[...]) }
    if numbers.count == 1, numbers[0].isEmpty { return [] }
    guard numbers.allSatisfy({ !$0.isEmpty }) else { throw .malformed(text, .emptyNumber, line: line) }
    return numbers.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Prints a list; nil when it would not read back.
  static func print(_ numbers: [String]) -> String? {
    let text = numbers.joined(separator: ",")
    do {
      return try read(text) == numbers ? text : nil
    } catch {
      return nil
    }
  }
}

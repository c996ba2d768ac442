/// Finds a text in bytes, in steps of mostly the text's length: Horspool's form of the search of Boyer and Moore.
struct TextSearch: Sendable {
  private let text: [UInt8]
  /// How far the text may be moved on when a byte stands under its end.
  private let steps: [UInt8]

  /// A search for a text of at most 255 bytes.
  init(_ text: StaticString) { self.init(text.withUTF8Buffer { Array($0) }) }

  /// A search for a text, or for the first 255 bytes of a longer one.
  init(prefixOf text: [UInt8]) { self.init(Array(text.prefix(255))) }

  private init(_ bytes: [UInt8]) {
    precondition((1...255).contains(bytes.count), "A text to search for has 1 to 255 bytes.")
    var steps = [UInt8](repeating: UInt8(bytes.count), count: 256)
    for (at, byte) in bytes.dropLast().enumerated() { steps[Int(byte)] = UInt8(bytes.count - 1 - at) }
    self.text = bytes
    self.steps = steps
  }

  /// The place behind the first occurrence from an offset on; nil when there is none.
  ///
  /// - Complexity: about O(n / m) for a text of m bytes.
  func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let count = text.count
    return text.withUnsafeBufferPointer { text in
      steps.withUnsafeBufferPointer { steps in
        var end = start + count
        while end <= bytes.count {
          let last = bytes[end - 1]
          if last == text[count - 1], (0..<count - 1).allSatisfy({ text[$0] == bytes[end - count + $0] }) {
            return end
          }
          end += Int(steps[Int(last)])
        }
        return nil
      }
    }
  }
}

import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Bytes in stored data, against Foundation's coder.
struct Base64Tests {
  /// The text that a value's bytes have in JSON.
  private func text(_ bytes: [UInt8]) -> String? {
    StorageValue.binary(bytes).json["base64"]?.stringValue
  }

  @Test
  func isWhatFoundationWrites() throws {
    var generator = SeededGenerator(seed: 5)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = try #require(self.text(bytes))
      #expect(text == Data(bytes).base64EncodedString())
      #expect(StorageValue(json: ["base64": .string(text)]) == .binary(bytes))
    }
  }

  @Test(arguments: [
    "A", "AA", "AAA", "A===", "====", "AAA=A", "AB==", "AAB=", "AA=A", "=AAA", "AA A", "AAA\n", "AA-_",
    "AAAA=",
    "QUJD\u{301}", "äAAA",
  ])
  func otherTextIsRefused(_ text: String) {
    #expect(StorageValue(json: ["base64": .string(text)]) == nil)
  }

  /// Whatever is accepted is exactly what is written, so that a record has one text.
  @Test
  func acceptedTextIsWrittenBack() {
    var generator = SeededGenerator(seed: 6)
    let letters = Array("ABQw/+9=")
    var accepted = 0
    for _ in 0..<20_000 {
      let text = String(
        (0..<4 * Int.random(in: 0...2, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "A"
        }
      )
      guard case .binary(let bytes)? = StorageValue(json: ["base64": .string(text)]) else { continue }
      accepted += 1
      #expect(self.text(bytes) == text)
      #expect(Data(base64Encoded: text).map(Array.init) == bytes)
    }
    #expect(accepted > 2000)
  }

  @Test
  func bytesThatAreTextAreText() {
    #expect(StorageValue(Array("Zürich".utf8)) == .text("Zürich"))
    #expect(StorageValue([0xFF, 0xFE]) == .binary([0xFF, 0xFE]))
    #expect(StorageValue([]) == .text(""))
    #expect(StorageValue.text("é").bytes == Array("é".utf8))
    #expect(StorageValue.binary([1]).bytes == [1])
  }

  @Test(arguments: [JSONValue.null, 7, true, [], [:], ["base64": 7], ["base64": "", "x": ""], ["text": "a"]])
  func otherJSONIsNoValue(_ json: JSONValue) {
    #expect(StorageValue(json: json) == nil)
  }
}

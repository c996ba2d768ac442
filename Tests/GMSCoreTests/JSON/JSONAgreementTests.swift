import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Random documents: read and written by us, and read by Foundation.
@Suite struct JSONAgreementTests {
  /// Foundation drops it from the beginning of a string, where it is a character like any other.
  private let byteOrderMark = "\u{FEFF}"

  @Test(arguments: UInt64(1)...10) func whatIsWrittenReadsBack(seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    for _ in 0..<200 {
      let value = random.value()
      #expect(try JSONReader.read(JSONWriter.compact(value)) == value)
      #expect(try JSONReader.read(JSONWriter.pretty(value)) == value)
      let loose = random.looseText(value)
      #expect(try JSONReader.read(loose) == value, "\(loose)")
      #expect(JSONReader.isObjectOnOneLine(JSONWriter.compact(value)) == (value.members != nil))
    }
  }

  @Test(arguments: UInt64(1)...10) func foundationReadsTheSame(seed: UInt64) throws {
    var random = RandomJSON(seed: 1000 + seed, without: byteOrderMark)
    for _ in 0..<100 {
      let value = random.value()
      for text in [JSONWriter.compact(value), JSONWriter.pretty(value), random.looseText(value)] {
        let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        #expect(Foreign.isSame(value, theirs), "\(text)")
      }
    }
  }

  @Test(arguments: UInt64(1)...10) func whatFoundationWritesIsRead(seed: UInt64) throws {
    var random = RandomJSON(seed: 2000 + seed, without: byteOrderMark)
    for _ in 0..<100 {
      let text = JSONWriter.compact(["v": random.value()])
      let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let options: JSONSerialization.WritingOptions = random.random.oneIn(2) ? [.prettyPrinted] : []
      let written = try JSONSerialization.data(withJSONObject: theirs, options: options)
      #expect(Foreign.isSame(try JSONReader.read(Array(written)), theirs), "\(text)")
    }
  }

  /// One byte changed, taken away or doubled: whoever of the two refuses, the other does, too.
  ///
  /// Foundation is laxer in what these lines name, and only there may the answers differ.
  @Test(arguments: UInt64(1)...10) func foundationRefusesTheSame(seed: UInt64) throws {
    var random = RandomJSON(seed: 3000 + seed, without: byteOrderMark)
    var refused = 0
    for _ in 0..<300 {
      var bytes = Array(random.looseText(random.value(depth: 3)).utf8)
      let place = Int.random(in: 0..<bytes.count, using: &random.random)
      switch random.random.next() % 4 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.random.next())
      case 1: bytes[place] = "\"\\{}[]:,0-.eEu \n".utf8.randomElement(using: &random.random) ?? 0
      case 2: bytes.remove(at: place)
      default: bytes.insert(bytes[place], at: place)
      }
      let ours: JSONValue?
      var reason: String?
      do {
        ours = try JSONReader.read(bytes)
      } catch {
        (ours, reason) = (nil, error["reason"])
        refused += 1
      }
      let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      if let ours {
        guard let theirs else {
          // A number that no Double holds is JSON, and Foundation has no value for it.
          #expect(Foreign.hasHugeNumber(ours), "only we read \(String(decoding: bytes, as: UTF8.self))")
          continue
        }
        #expect(Foreign.isSame(ours, theirs), "\(String(decoding: bytes, as: UTF8.self))")
      } else if theirs != nil {
        let lax = ["a name may stand only once in an object", "these bytes are not UTF-8"]
        #expect(lax.contains(reason ?? ""), "\(reason ?? ""): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect((50...290).contains(refused))
  }
}

/// Compares our values with Foundation's.
private enum Foreign {
  static func isSame(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours {
    case .null: return theirs is NSNull
    case .bool(let flag): return (theirs as? Bool) == flag
    case .integer(let number): return (theirs as? NSNumber)?.int64Value == number
    case .number(let text):
      guard let double = Double(text), let number = theirs as? NSNumber else { return false }
      return abs(number.doubleValue - double) <= abs(double) * 1e-12
    case .string(let text):
      return (theirs as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
    case .array(let elements):
      guard let array = theirs as? [Any], array.count == elements.count else { return false }
      return zip(elements, array).allSatisfy { isSame($0, $1) }
    case .object(let members):
      guard let object = theirs as? [String: Any], object.count == members.count else { return false }
      return members.allSatisfy { member in object[member.name].map { isSame(member.value, $0) } ?? false }
    }
  }

  static func hasHugeNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let text): Double(text).map { !$0.isFinite || $0 == 0 } ?? true
    case .array(let elements): elements.contains(where: hasHugeNumber)
    case .object(let members): members.contains { hasHugeNumber($0.value) }
    case .null, .bool, .integer, .string: false
    }
  }
}

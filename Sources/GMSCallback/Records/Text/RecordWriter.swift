#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// Writes the text of records straight to bytes: objects member by member, in the order in which they are
/// given.
struct RecordWriter {
  private var printer = JSONPrinter()
  /// Whether something stands before the next member or element that it must be parted from.
  private var needsComma = false

  init(capacity: Int = 768) { printer.reserve(capacity) }

  /// A writer that goes on where other bytes end, and has them for its own meanwhile.
  init(taking bytes: inout [UInt8]) { swap(&printer.bytes, &bytes) }

  /// Gives the bytes back.
  mutating func give(to bytes: inout [UInt8]) { swap(&printer.bytes, &bytes) }

  /// What was written.
  var text: String { printer.text }

  /// Writes a member that is a text.
  mutating func text(_ name: StaticString, _ text: String) {
    member(name)
    printer.string(text)
  }

  /// Writes a member that is a text, under a name that need not be plain.
  mutating func text(named name: String, _ text: String) {
    comma()
    printer.string(name)
    printer.bytes.append(UInt8(ascii: ":"))
    printer.string(text)
  }

  /// Writes a member that is a time.
  mutating func time(_ name: StaticString, _ time: Date) {
    member(name)
    printer.bytes.append(UInt8(ascii: "\""))
    InstantText.append(time, to: &printer.bytes)
    printer.bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a member that is a time; nothing where there is none.
  mutating func time(_ name: StaticString, _ time: Date?) {
    if let time { self.time(name, time) }
  }

  /// Writes a member that is the address of a record.
  mutating func address(_ name: StaticString, service: String, id: String) {
    member(name)
    printer.bytes.append(UInt8(ascii: "\""))
    RecordAddress.append(service: service, id: id, to: &printer.bytes)
    printer.bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a member that is a whole number.
  mutating func integer(_ name: StaticString, _ number: Int) {
    member(name)
    printer.integer(Int64(number))
  }

  /// Writes a member that is an object.
  mutating func object(_ name: StaticString, _ body: (inout RecordWriter) -> Void) {
    member(name)
    enclose("{", "}", body)
  }

  /// Writes a member that is an array.
  mutating func array(_ name: StaticString, _ body: (inout RecordWriter) -> Void) {
    member(name)
    enclose("[", "]", body)
  }

  /// Writes an object that is an element of an array, or the whole text.
  mutating func object(_ body: (inout RecordWriter) -> Void) {
    comma()
    enclose("{", "}", body)
  }

  /// Writes a member that is an array of texts.
  mutating func texts(_ name: StaticString, _ texts: [String]) {
    array(name) { writer in
      for text in texts {
        writer.comma()
        writer.printer.string(text)
      }
    }
  }

  private mutating func enclose(
    _ opening: Unicode.Scalar,
    _ closing: Unicode.Scalar,
    _ body: (inout RecordWriter) -> Void
  ) {
    printer.bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    printer.bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  /// Writes a name that needs no escape, and its colon.
  private mutating func member(_ name: StaticString) {
    comma()
    printer.bytes.append(UInt8(ascii: "\""))
    printer.bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    )
    printer.bytes.append(UInt8(ascii: "\""))
    printer.bytes.append(UInt8(ascii: ":"))
  }

  private mutating func comma() {
    if needsComma { printer.bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

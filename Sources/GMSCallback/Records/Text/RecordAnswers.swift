public import GMSCore

/// Makes the answers of stored records as JSON text, without decoding what is in the usual form.
///
/// The text of a record begins with its answer; the keys that are asked for besides are cut out of its
/// properties. Text that is in another form, or has something derived that is stale, is decoded.
package struct RecordAnswers {
  private let keys: [String]
  private var wanted: [Wanted]

  /// How long `,"created":"` is, which follows the answer and the quote that ends it.
  private static let createdLength = #","created":""#.utf8.count

  private static let created = TextSearch(#"","created":""#)
  private static let properties = TextSearch(#","properties":{"#)

  private static let answeredAnyway = Callback.recordKeys.union([Callback.numberKey])

  /// A key that is not answered anyway.
  private struct Wanted {
    let key: String
    let name: [UInt8]
    /// `,"key":`, as it stands in an answer.
    let printed: [UInt8]
    /// Whether a name of other bytes cannot be equal to the key, unless it has an escape or is beyond ASCII.
    let isASCII: Bool
    /// Where the value of the record at hand stands, with its quotes.
    var value: Range<Int>?

    init(_ key: String) {
      self.key = key
      name = Array(key.utf8)
      var printer = JSONPrinter()
      printer.bytes.append(UInt8(ascii: ","))
      printer.string(key)
      printer.bytes.append(UInt8(ascii: ":"))
      printed = printer.bytes
      isASCII = name.allSatisfy { $0 < 0x80 }
    }

    func isNamed(_ name: RecordCursor.Quoted, _ cursor: RecordCursor) -> Bool {
      guard name.isPlain, isASCII else { return cursor.text(name) == key }
      return cursor.slice(name.range).elementsEqual(self.name)
    }
  }

  /// Answers with these keys; one that stands in each answer anyway, or was named before, is not repeated.
  package init(keys: [String]) {
    self.keys = keys
    var answered = RecordAnswers.answeredAnyway
    wanted = keys.filter { answered.insert($0).inserted }.map { Wanted($0) }
  }

  /// Appends the text of ``Callback/answer(keys:)`` of a stored callback.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord`.
  /// - Precondition: the record is of the kind `callback`.
  package mutating func append(_ record: StoredRecord, to bytes: inout [UInt8]) throws(CallbackError) {
    precondition(record.kind == .callback, "The record is of the kind '\(record.kind.rawValue)'.")
    if let callback = record.callback {
      appendAnswer(of: callback, to: &bytes)
      return
    }
    var body = record.body
    let isDone = body.withUTF8 { text in appendSlices(of: text, id: record.id, to: &bytes) }
    if isDone { return }
    bytes += JSONWriter.compact(try Callback(stored: record).answer(keys: keys)).utf8
  }

  /// Appends the answer of a callback, as it would stand in its text.
  private func appendAnswer(of callback: Callback, to bytes: inout [UInt8]) {
    var writer = RecordWriter(taking: &bytes)
    writer.object { writer in
      callback.writeAnswer(to: &writer)
      for key in wanted {
        if let value = callback.properties[key.key] { writer.text(named: key.key, value) }
      }
    }
    writer.give(to: &bytes)
  }

  /// Appends the answer of a text in the usual form; else nothing, and answers false.
  private mutating func appendSlices(
    of text: UnsafeBufferPointer<UInt8>,
    id: String,
    to bytes: inout [UInt8]
  ) -> Bool {
    var cursor = RecordCursor(text)
    // The members' order tells whether this library wrote the record; what it wrote is answered as it stands.
    guard cursor.take(#"{"_id":""#), cursor.take(id), cursor.take(#"","_desired_time":""#),
      cursor.skip(past: RecordAnswers.created)
    else { return false }
    let answerEnd = cursor.position - RecordAnswers.createdLength
    if !wanted.isEmpty {
      guard cursor.skip(past: RecordAnswers.properties), findValues(&cursor) else { return false }
    }
    bytes.append(contentsOf: cursor.slice(0..<answerEnd))
    for key in wanted {
      guard let value = key.value else { continue }
      bytes.append(contentsOf: key.printed)
      bytes.append(contentsOf: cursor.slice(value))
    }
    bytes.append(UInt8(ascii: "}"))
    return true
  }

  /// Finds the asked properties; false when properties are in another form.
  ///
  /// Looks through the properties, which stand in the order of their names' bytes, as far as need be.
  private mutating func findValues(_ cursor: inout RecordCursor) -> Bool {
    for at in wanted.indices { wanted[at].value = nil }
    if cursor.take(UInt8(ascii: "}")) { return true }
    var missing = wanted.count
    repeat {
      guard let name = cursor.quoted(), cursor.take(UInt8(ascii: ":")) else { return false }
      let start = cursor.position
      guard cursor.quoted() != nil else { return false }
      for at in wanted.indices where wanted[at].isNamed(name, cursor) {
        wanted[at].value = start..<cursor.position
        missing -= 1
      }
      if missing == 0 { return true }
    } while cursor.take(UInt8(ascii: ","))
    return cursor.take(UInt8(ascii: "}"))
  }
}

extension Callback {
  /// The answer about a stored callback as JSON text on one line: ``answer(keys:)`` of the callback that the
  /// record holds.
  ///
  /// What a record's text has in the form in which ``stored`` writes it is taken over; nothing is decoded
  /// then, and a fault in the part that is not answered is not noticed. Any other text is decoded.
  ///
  /// - Parameters:
  ///   - record: A record of the kind `callback`.
  ///   - keys: The properties that are asked for; one that is answered already is not repeated.
  /// - Returns: The answer's object, without white space.
  /// - Throws: `CallbackError` with code `damagedRecord`.
  /// - Precondition: the record is of the kind `callback`.
  /// - Complexity: O(n) in the text's length up to the end of the properties.
  public static func answerText(
    of record: StoredRecord,
    keys: [String] = []
  ) throws(CallbackError) -> String {
    var answers = RecordAnswers(keys: keys)
    var bytes: [UInt8] = []
    try answers.append(record, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

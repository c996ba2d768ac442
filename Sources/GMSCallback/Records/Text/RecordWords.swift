/// Finds the case of a closed set of names by the bytes of its name.
struct RecordWords<Word: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  /// The names, one after another.
  private let bytes: [UInt8]
  private let entries: [Entry?]

  private struct Entry: Sendable {
    let word: Word
    let start: Int
    let count: Int
  }

  /// The names of all cases, in a table that is at least four times as long as it is full.
  init(_ type: Word.Type = Word.self) {
    var bytes: [UInt8] = []
    var size = 8
    while size < Word.allCases.count * 4 { size *= 2 }
    var entries: [Entry?] = Array(repeating: nil, count: size)
    for word in Word.allCases {
      let name = Array(word.rawValue.utf8)
      var place = name.withUnsafeBufferPointer { RecordWords.hash($0) } & (size - 1)
      while entries[place] != nil { place = (place + 1) & (size - 1) }
      entries[place] = Entry(word: word, start: bytes.count, count: name.count)
      bytes += name
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The case of that name; nil when there is none.
  func find(_ name: UnsafeBufferPointer<UInt8>) -> Word? {
    var place = RecordWords.hash(name) & (entries.count - 1)
    while let entry = entries[place] {
      if entry.count == name.count, isEqual(entry, name) { return entry.word }
      place = (place + 1) & (entries.count - 1)
    }
    return nil
  }

  private func isEqual(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in 0..<entry.count where bytes[entry.start + at] != name[at] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash)
  }
}

extension RecordCursor {
  private static let states = RecordWords(CallbackState.Name.self)
  private static let kinds = RecordWords(CallbackState.Kind.self)
  private static let events = RecordWords(CallbackEvent.Name.self)
  private static let faults = RecordWords(CallbackFault.self)

  /// Takes the name of a state.
  mutating func state() -> CallbackState.Name? { word(RecordCursor.states) }

  /// Takes the name of a state and phase.
  mutating func kind() -> CallbackState.Kind? { word(RecordCursor.kinds) }

  /// Takes the name of an event.
  mutating func event() -> CallbackEvent.Name? { word(RecordCursor.events) }

  /// Takes the reason of a fault.
  mutating func fault() -> CallbackFault? { word(RecordCursor.faults) }

  private mutating func word<Word>(_ words: RecordWords<Word>) -> Word? {
    guard let name = quoted() else { return nil }
    return words.find(slice(name.range))
  }
}

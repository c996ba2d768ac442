/// Finds names of a closed set by their bytes.
///
/// Not generic on purpose: the first use of a generic type costs a process more than all look-ups of a short
/// command.
struct RecordWords: Sendable {
  /// The names, one after another.
  private let bytes: [UInt8]
  /// Where each name starts in `bytes`, and at last where the last one ends.
  private let starts: [Int]
  /// Numbers of names by their hashes; -1 where there is none.
  private let places: [Int]

  /// A table of names, at least four times as long as it is full.
  init(_ names: [String]) {
    var bytes: [UInt8] = []
    var starts = [0]
    for name in names {
      bytes += name.utf8
      starts.append(bytes.count)
    }
    var size = 8
    while size < names.count * 4 { size *= 2 }
    var places = Array(repeating: -1, count: size)
    bytes.withUnsafeBufferPointer { bytes in
      for number in names.indices {
        let name = UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]])
        var place = RecordWords.hash(name) & (size - 1)
        while places[place] >= 0 { place = (place + 1) & (size - 1) }
        places[place] = number
      }
    }
    self.bytes = bytes
    self.starts = starts
    self.places = places
  }

  /// The number of a name, from 0 in the order in which they were given; nil when it is none of them.
  func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = RecordWords.hash(name) & (places.count - 1)
    while places[place] >= 0 {
      if isEqual(places[place], name) { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func isEqual(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == name.count else { return false }
    for at in 0..<name.count where bytes[start + at] != name[at] { return false }
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
  private static let allKinds = CallbackState.Kind.allCases
  private static let kinds = RecordWords(allKinds.map(\.rawValue))
  private static let allEvents = CallbackEvent.Name.allCases
  private static let events = RecordWords(allEvents.map(\.rawValue))
  private static let allFaults = CallbackFault.allCases
  private static let faults = RecordWords(allFaults.map(\.rawValue))

  /// Takes the name of a state.
  mutating func state() -> CallbackState.Name? {
    guard let name = quoted() else { return nil }
    if isEqual(name, to: "SCHEDULED") { return .scheduled }
    if isEqual(name, to: "QUEUED") { return .queued }
    if isEqual(name, to: "COMPLETED") { return .completed }
    if isEqual(name, to: "PROCESSING") { return .processing }
    if isEqual(name, to: "ROUTING") { return .routing }
    return isEqual(name, to: "PAUSED") ? .paused : nil
  }

  /// Takes the name of a state and phase.
  mutating func kind() -> CallbackState.Kind? {
    number(RecordCursor.kinds).map { RecordCursor.allKinds[$0] }
  }

  /// Takes the name of an event.
  mutating func event() -> CallbackEvent.Name? {
    number(RecordCursor.events).map { RecordCursor.allEvents[$0] }
  }

  /// Takes the reason of a fault.
  mutating func fault() -> CallbackFault? {
    number(RecordCursor.faults).map { RecordCursor.allFaults[$0] }
  }

  private mutating func number(_ words: RecordWords) -> Int? {
    guard let name = quoted() else { return nil }
    return words.find(slice(name.range))
  }
}

/// The partitions of a run, with the rows of each.
struct PartitionTable: Sendable {
  /// A partition, by the numbers of its texts.
  struct Entry: Hashable, Sendable {
    let kind: Int
    let service: Int
    let state: Int
    /// Its places in the order by partition.
    let places: Range<Int>
  }

  let texts: [String]
  let entries: [Entry]

  /// The names of a partition.
  func partition(_ number: Int) -> IndexPartition {
    let entry = entries[number]
    return IndexPartition(kind: texts[entry.kind], service: texts[entry.service], state: texts[entry.state])
  }
}

// MARK: - Bytes

extension PartitionTable {
  /// The bytes of a table: each text after its length, then five numbers for each partition.
  ///
  /// `counts` says how many rows each partition has.
  static func encode(_ partitions: [IndexPartition], counts: [Int]) -> (bytes: [UInt8], texts: Int) {
    var numbers: [String: Int] = [:]
    var bytes: [UInt8] = []
    var entries: [UInt8] = []
    var place = 0
    func append(_ number: Int, to bytes: inout [UInt8]) {
      withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) }
    }
    func number(of text: String) -> Int {
      if let number = numbers[text] { return number }
      let number = numbers.count
      numbers[text] = number
      append(text.utf8.count, to: &bytes)
      bytes.append(contentsOf: text.utf8)
      return number
    }
    for (partition, count) in zip(partitions, counts) {
      for text in [partition.kind, partition.service, partition.state] {
        append(number(of: text), to: &entries)
      }
      append(place, to: &entries)
      append(count, to: &entries)
      place += count
    }
    return (bytes + entries, numbers.count)
  }

  /// Reads a table.
  ///
  /// - Throws: `IndexDamage` when it ends too early or too late, a text is no UTF-8, or a partition names a
  ///   text or
  ///   rows that are not there.
  init(_ bytes: [UInt8], _ layout: IndexLayout) throws(IndexDamage) {
    var at = 0
    func number() throws(IndexDamage) -> Int {
      guard bytes.count - at >= 4 else { throw .reference }
      defer { at += 4 }
      return Int(bytes.withUnsafeBytes { $0.uint32(at: at) })
    }
    var texts: [String] = []
    for _ in 0..<layout.texts {
      let length = try number()
      guard bytes.count - at >= length,
        let text = String(validating: bytes[at..<at + length], as: UTF8.self)
      else { throw .reference }
      texts.append(text)
      at += length
    }
    guard bytes.count - at == layout.partitions * IndexLayout.partitionSize else { throw .reference }
    var entries: [Entry] = []
    entries.reserveCapacity(layout.partitions)
    var place = 0
    for _ in 0..<layout.partitions {
      let (kind, service, state) = (try number(), try number(), try number())
      let (start, count) = (try number(), try number())
      guard max(kind, service, state) < texts.count, start == place, count <= layout.rows - place else {
        throw .reference
      }
      place += count
      entries.append(Entry(kind: kind, service: service, state: state, places: start..<place))
    }
    guard place == layout.rows else { throw .reference }
    self.texts = texts
    self.entries = entries
  }
}

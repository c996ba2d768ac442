/// Makes the lines of an export, and hands them over in blocks.
struct ExportWriter {
  /// Takes bytes, and how many lines are whole by then.
  typealias Sink = (_ block: [UInt8], _ lines: Int) throws -> Void

  private var block: [UInt8] = []
  private var lines = 0
  private var tally: ImportTally

  init(_ kinds: [RecordKind]) {
    tally = ImportTally(TransferKind.allCases.map(\.rawValue) + kinds.map(\.rawValue))
    block.reserveCapacity(StoreExport.blockSize + 4096)
  }

  /// How many lines of each kind there are so far.
  var counts: [TransferCount] { tally.result }

  /// Writes the lines of a configuration.
  mutating func write(_ configuration: Configuration, to sink: Sink) throws {
    for section in configuration.sections {
      guard let group = configuration[section] else { continue }
      let options = group.options.sorted.map { JSONValue.Member($0.name, .string($0.value)) }
      try line(TransferKind(section.family), .string(section.name), .object(options), to: sink)
      for number in group.numbers {
        try line(.number, .string(section.name), .string(number), to: sink)
      }
    }
  }

  /// Writes a line from the values of its members after the kind.
  private mutating func line(_ kind: TransferKind, _ values: JSONValue..., to sink: Sink) throws {
    let members = zip(kind.members, [.string(kind.rawValue)] + values).map { JSONValue.Member($0, $1) }
    block += JSONWriter.compact(.object(members)).utf8
    try end(kind.rawValue, to: sink)
  }

  /// Writes the line of a record: its body, with the kind as the first member.
  mutating func write(_ record: StoredRecord, to sink: Sink) throws {
    block += "{\"\(TransferKind.member)\":\"".utf8
    block += record.kind.rawValue.utf8
    block.append(UInt8(ascii: "\""))
    let rest = record.body.utf8.dropFirst()
    let isEmpty = rest.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "}")
    if !isEmpty { block.append(UInt8(ascii: ",")) }
    block += rest
    try end(record.kind.rawValue, to: sink)
  }

  private mutating func end(_ kind: String, to sink: Sink) throws {
    block.append(0x0A)
    lines += 1
    tally.count(.added, kind)
    if block.count >= StoreExport.blockSize { try flush(to: sink) }
  }

  /// Hands over what was gathered.
  mutating func flush(to sink: Sink) throws {
    guard !block.isEmpty else { return }
    try sink(block, lines)
    block.removeAll(keepingCapacity: true)
  }
}

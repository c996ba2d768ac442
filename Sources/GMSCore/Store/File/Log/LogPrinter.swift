import GMSCalendar

/// Makes lines of the log.
struct LogPrinter {
  /// The lines, each with its line feed.
  private(set) var bytes: [UInt8] = []

  /// A printer that goes on behind lines that were made before.
  init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// A line that was made: where it stands in ``bytes``, and its checksum.
  struct Line {
    /// Its bytes, without the line feed.
    let range: Range<Int>
    let checksum: UInt32
  }

  /// How long a line may be, without its line feed.
  static let longestLine = 16 << 20

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Takes all lines out.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Takes the last lines away.
  mutating func drop(from offset: Int) { bytes.removeSubrange(offset...) }

  mutating func header(generation: UInt64, sequence: UInt64) -> Line {
    line { printer in
      printer.raw("{\"format\":\"\(LogFormat.name)\",\"version\":\(LogFormat.version)")
      printer.raw(",\"generation\":\(generation),\"sequence\":\(sequence)")
    }
  }

  mutating func put(_ record: StoredRecord, sequence: UInt64) -> Line {
    line { printer in
      printer.start(sequence, ",\"put\":")
      printer.string(record.kind.rawValue)
      printer.raw(",\"id\":")
      printer.string(record.id)
      printer.raw(",\"service\":")
      printer.string(record.keys.service)
      printer.raw(",\"state\":")
      printer.string(record.keys.state)
      printer.raw(",\"time\":")
      printer.raw(String(record.keys.time.millisecondsSince1970))
      printer.raw(",\"created\":")
      printer.raw(String(record.keys.created.millisecondsSince1970))
      if let due = record.keys.due {
        printer.raw(",\"due\":")
        printer.raw(String(due.millisecondsSince1970))
      }
      if let customer = record.keys.customer {
        printer.raw(",\"customer\":")
        printer.string(customer)
      }
      printer.raw(",\"body\":")
      printer.raw(record.body)
    }
  }

  mutating func remove(_ kind: RecordKind, _ id: String, sequence: UInt64) -> Line {
    line { printer in
      printer.start(sequence, ",\"remove\":")
      printer.string(kind.rawValue)
      printer.raw(",\"id\":")
      printer.string(id)
    }
  }

  mutating func set(_ member: ConfigurationMember, to value: String, sequence: UInt64) -> Line {
    line { printer in
      printer.start(sequence, ",\"set\":[")
      printer.member(member)
      printer.raw(",\"value\":")
      printer.raw(value)
    }
  }

  mutating func unset(_ member: ConfigurationMember, sequence: UInt64) -> Line {
    line { printer in
      printer.start(sequence, ",\"unset\":[")
      printer.member(member)
    }
  }

  /// A line of another log, which is intact, as a line of a transaction of another number.
  mutating func copy(_ source: UnsafeRawBufferPointer, sequence: UInt64) -> Line {
    line { printer in
      printer.raw("{\"seq\":")
      printer.raw(String(sequence))
      let comma = source.firstIndex(of: UInt8(ascii: ",")) ?? source.startIndex
      let end = source.count - LogLineReader.endingLength
      printer.raw(UnsafeRawBufferPointer(rebasing: source[comma..<end]))
    }
  }

  mutating func commit(_ sequence: UInt64, lines: Int, _ stamp: LogStamp, chain: UInt32) -> Line {
    line { printer in
      printer.start(sequence, ",\"commit\":")
      printer.raw("\(lines),\"time\":\"\(stamp.time)\",\"command\":")
      printer.string(stamp.command)
      printer.raw(",\"chain\":\"")
      printer.hexadecimal(chain)
      printer.raw("\"")
    }
  }

  private mutating func line(_ print: (inout JSONPrinter) -> Void) -> Line {
    let start = bytes.count
    var printer = JSONPrinter(taking: &bytes)
    print(&printer)
    let sum = printer.bytes.withUnsafeBytes { CRC32.checksum(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    printer.raw(",\"crc\":\"")
    printer.hexadecimal(sum)
    printer.raw("\"}\n")
    bytes = printer.take()
    return Line(range: start..<(bytes.count - 1), checksum: sum)
  }
}

extension JSONPrinter {
  fileprivate mutating func start(_ sequence: UInt64, _ what: String) {
    raw("{\"seq\":")
    raw(String(sequence))
    raw(what)
  }

  fileprivate mutating func member(_ member: ConfigurationMember) {
    string(member.section)
    raw(",")
    string(member.name)
    raw("]")
  }

  fileprivate mutating func hexadecimal(_ sum: UInt32) {
    withUnsafeBytes(of: LogChain.text(of: sum)) { raw($0) }
  }
}

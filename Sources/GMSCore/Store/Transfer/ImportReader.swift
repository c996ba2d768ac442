/// Reads the lines of an import from bytes that arrive in pieces; it knows no store.
struct ImportReader {
  /// Takes what a line says.
  typealias Visit = (_ item: ImportItem, _ line: Int) throws -> Void

  private let codecs: [RecordCodec]
  private var splitter = LineSplitter()

  /// A reader of lines about the configuration, and about records of these kinds.
  init(_ codecs: [RecordCodec]) {
    let kinds = codecs.map(\.kind.rawValue)
    precondition(
      Set(kinds).count == kinds.count && kinds.allSatisfy { TransferKind(rawValue: $0) == nil },
      "Each kind of record needs one codec, and a name that no line of the configuration has."
    )
    self.codecs = codecs
  }

  /// Reads the lines that these bytes complete.
  ///
  /// - Throws: `CoreError` with code `malformedImport` and the `line`; what `visit` throws.
  mutating func read(_ chunk: [UInt8], _ visit: Visit) throws {
    try chunk.withUnsafeBufferPointer { bytes in
      let codecs = codecs
      try splitter.split(bytes) { try ImportReader.read($0, $1, codecs, visit) }
    }
  }

  /// Reads a last line that no line feed ended.
  mutating func finish(_ visit: Visit) throws {
    let codecs = codecs
    try splitter.finish { try ImportReader.read($0, $1, codecs, visit) }
  }

  private static func read(
    _ line: UnsafeBufferPointer<UInt8>,
    _ number: Int,
    _ codecs: [RecordCodec],
    _ visit: Visit
  ) throws {
    var line = line
    // Editors on Windows begin a file with a byte order mark.
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = .init(rebasing: line[3...]) }
    guard let opened = try TransferLine(line, number: number) else { return }
    if let codec = codecs.first(where: { $0.kind.rawValue == opened.kind }) {
      let record = try record(opened, line, number, codec)
      try visit(.record(record, serviceTemplate: codec.serviceTemplate(record)), number)
    } else if let kind = TransferKind(rawValue: opened.kind) {
      try visit(ImportReader.item(kind, Array(line), number), number)
    } else {
      let known = TransferKind.allCases.map(\.rawValue) + codecs.map(\.kind.rawValue)
      throw CoreError.malformedImport(line: number, .unknownKind(known), value: opened.kind, near: known)
    }
  }

  private static func record(
    _ opened: TransferLine,
    _ line: UnsafeBufferPointer<UInt8>,
    _ number: Int,
    _ codec: RecordCodec
  ) throws -> StoredRecord {
    do {
      let record = try codec.read(opened.object)
      precondition(record.kind == codec.kind, "The codec of '\(codec.kind.rawValue)' made another kind.")
      return record
    } catch {
      // Of a line that is no JSON at all the place in the line itself is told.
      do throws(CoreError) {
        _ = try JSONReader.read(Array(line))
      } catch {
        throw CoreError.malformedImport(line: number, notJSON: error)
      }
      throw CoreError.malformedImport(line: number, because: error)
    }
  }
}

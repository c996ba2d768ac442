/// One import inside its transaction: takes items, refuses, counts.
struct ImportSession {
  private struct Need: Hashable {
    let service: String
    let template: String
  }

  private let writer: any StoreWriter
  private let replaces: Bool
  private var configuration: ImportedConfiguration
  private var tally: ImportTally
  /// In which line a record stood first, by the hash of its kind and id: a hundred thousand names would take
  /// more memory than the rest, and a wrong line in one message of 2⁶⁴ can be borne.
  private var lines: [Int: Int] = [:]
  /// The services that records need, each with the first line that does.
  private var needs: [Need: Int] = [:]

  init(_ writer: any StoreWriter, _ codecs: [RecordCodec], replaces: Bool) throws {
    self.writer = writer
    self.replaces = replaces
    configuration = ImportedConfiguration(try writer.configuration(), replaces: replaces)
    tally = ImportTally(TransferKind.allCases.map(\.rawValue) + codecs.map(\.kind.rawValue))
  }

  /// Takes what a line says.
  mutating func take(_ item: ImportItem, line: Int) throws {
    switch item {
    case .section(let section, let options):
      let outcome = try configuration.add(section, options, line: line)
      tally.count(outcome, TransferKind(section.family).rawValue)
    case .number(let number, let group): configuration.add(number, to: group, line: line)
    case .record(let record, let template):
      if let template {
        let need = Need(service: record.keys.service, template: template)
        if needs[need] == nil { needs[need] = line }
      }
      tally.count(try put(record, line: line), record.kind.rawValue)
    }
  }

  private mutating func put(_ record: StoredRecord, line: Int) throws -> ImportTally.Outcome {
    var hasher = Hasher()
    hasher.combine(record.kind)
    hasher.combine(record.id)
    let hash = hasher.finalize()
    let old = try writer.record(record.kind, record.id)
    defer { if lines[hash] == nil { lines[hash] = line } }
    guard let old else {
      try writer.put(record)
      return .added
    }
    let isSame = old.keys == record.keys && old.body.utf8.elementsEqual(record.body.utf8)
    guard replaces else {
      throw CoreError.importConflict(
        line: line,
        record.kind.rawValue,
        record.id,
        firstLine: lines[hash],
        isSame: isSame
      )
    }
    if isSame { return .unchanged }
    try writer.put(record)
    return .replaced
  }

  /// Ends the import: numbers find their groups, the configuration is checked, records find their services.
  mutating func finish() throws -> ImportReport {
    try configuration.addNumbers { tally.count($0, TransferKind.number.rawValue) }
    try configuration.check()
    try checkServices()
    if configuration.after != configuration.before { try writer.setConfiguration(configuration.after) }
    return ImportReport(
      counts: tally.result,
      before: configuration.before,
      after: configuration.after
    )
  }

  private func checkServices() throws(CoreError) {
    for (need, line) in needs.sorted(by: { $0.value < $1.value }) {
      let services = configuration.after.services
      guard services[need.service] != nil else {
        let names = services.keys.sorted(by: NaturalOrder.precedes)
        throw .malformedImport(line: line, .noService, value: need.service, near: names)
      }
      let service: ConfiguredService
      do throws(CoreError) {
        service = try ConfiguredService(need.service, in: configuration.after)
      } catch {
        throw .malformedImport(line: line, because: error)
      }
      guard service.template.name == need.template else {
        throw .malformedImport(
          line: line,
          .wrongTemplate(service.template.name, expected: need.template),
          value: need.service
        )
      }
    }
  }
}

/// Checks a store.
struct StoreChecker {
  private let directory: StoreDirectory
  private let codecs: [RecordKind: RecordCodec]
  private(set) var findings: [StoreFinding] = []
  private(set) var records = 0
  private(set) var transactions = 0

  init(_ directory: StoreDirectory, _ codecs: [RecordCodec]) {
    self.directory = directory
    self.codecs = Dictionary(codecs.map { ($0.kind, $0) }) { first, _ in first }
  }

  mutating func run() throws {
    do {
      if case .version1(let state) = try directory.content() { return checkVersion1(state) }
      let view = try LogView(opening: directory, usingIndex: false)
      transactions = Int(view.end.next - view.log.start.next)
      try checkRecords(view)
      checkTear(view)
      try checkDocument(view)
      try checkIndex(view)
    } catch let error as CoreError where error.code == .storeDamaged {
      add(error)
    }
  }

  private mutating func add(_ error: CoreError) {
    let line = error.facts.first { $0.name == "line" }?.value.integerValue
    findings.append(
      StoreFinding(
        .damage,
        path: error["path"] ?? directory.path,
        line: line.map(Int.init),
        error["reason"] ?? "it is damaged"
      )
    )
  }

  // MARK: - Version 1

  private mutating func checkVersion1(_ state: StoreState) {
    findings.append(
      StoreFinding(
        .note,
        path: directory.document,
        "a store of version 1; the next change brings it up to date"
      )
    )
    state.table.forEach { row in
      records += 1
      checkRecord(row.record, path: directory.document) { nil }
    }
  }

  // MARK: - Records

  private mutating func checkRecords(_ view: LogView) throws {
    var checker = self
    let live = try view.livePlaces()
    var next = 0
    try LogWalker(log: view.log).walk(from: view.log.start.offset, to: view.end.offset) {
      piece throws(CoreError) in
      guard next < live.count else { return false }
      guard case .line(let bytes, let place) = piece, place.offset == live[next].offset else { return true }
      next += 1
      guard case .put(let record)? = LogLineReader.read(bytes)?.content else {
        throw view.log.damage(at: place.offset, .notALine)
      }
      guard let record = record.stored else { throw view.log.damage(at: place.offset, .notText) }
      checker.records += 1
      checker.checkRecord(record, path: view.log.path) { view.log.line(at: place.offset) }
      return true
    }
    self = checker
  }

  /// Compares a record's keys with those that its body gives.
  private mutating func checkRecord(_ record: StoredRecord, path: String, line: () -> Int?) {
    guard let codec = codecs[record.kind] else { return }
    let name = "\(record.kind.rawValue) '\(record.id)'"
    do {
      let derived = try codec.read(record.body)
      guard derived.id != record.id || derived.keys != record.keys.inWholeMilliseconds else { return }
      let difference = derived.id != record.id ? "id" : derived.keys.firstDifference(from: record.keys)
      findings.append(
        StoreFinding(
          .damage,
          path: path,
          line: line(),
          "\(name) does not fit its keys: its '\(difference)' is another one"
        )
      )
    } catch {
      findings.append(StoreFinding(.damage, path: path, line: line(), "\(name) cannot be read: \(error)"))
    }
  }

  // MARK: - The end

  private mutating func checkTear(_ view: LogView) {
    guard let tear = view.tear else { return }
    let what =
      tear.endsWithCommit
      ? "the last transaction does not fit its checksums"
      : "a transaction without its end stands behind the last one"
    findings.append(
      StoreFinding(
        .note,
        path: view.log.path,
        line: view.log.line(at: tear.offset),
        "\(what) (\(tear.length) bytes); the next change cuts it off"
      )
    )
  }

  // MARK: - The document

  private mutating func checkDocument(_ view: LogView) throws {
    let logged = try view.replayedConfiguration()
    let document = try directory.readDocument()
    guard document.sequence <= view.end.sequence else {
      findings.append(
        StoreFinding(
          .note,
          path: directory.document,
          "it is of transaction \(document.sequence), which the log no longer has; it is read from the log"
        )
      )
      return
    }
    guard document.sequence >= Int(view.log.start.next),
      try view.lastConfigurationSequence() <= document.sequence
    else {
      findings.append(
        StoreFinding(
          .note,
          path: directory.document,
          "it is of transaction \(document.sequence), and the log has a later configuration, which is read"
        )
      )
      return
    }
    let written = try directory.documentPlace { () throws(CoreError) in try document.configuration() }
    if let change = ConfigurationChanges.between(logged, written).first {
      findings.append(
        StoreFinding(
          .damage,
          path: directory.document,
          "\(change.member.section) '\(change.member.name)' is not what the log says"
        )
      )
    }
  }

  // MARK: - The index

  private mutating func checkIndex(_ view: LogView) throws {
    let index = IndexStack(opening: directory, view.log, upTo: view.end.offset)
    let present = (0..<IndexStack.longest).last {
      (try? directory.fileSystem.status(at: directory.index($0))) ?? nil != nil
    }
    if let present, present >= index.files {
      findings.append(
        StoreFinding(
          .note,
          path: directory.index(index.files),
          "this part of the index is stale or cannot be used, and is not used"
        )
      )
    }
    guard index.files > 0 else { return }
    do {
      // A reader does without a page that is damaged; a check must not.
      for run in index.runs { try run.checkPages() }
      // The index with what the log says beyond it, against what the whole log says.
      let indexed = try LogView(directory, view.log, view.end, view.tear, index)
      let (found, expected) = (try indexed.livePlaces(), try view.livePlaces())
      if let difference = zip(found, expected).first(where: { $0 != $1 }) {
        addIndexDamage(view, "it differs from the log", at: min(difference.0.offset, difference.1.offset))
      } else if found.count != expected.count {
        let more = found.count > expected.count ? found : expected
        addIndexDamage(view, "it differs from the log", at: more[min(found.count, expected.count)].offset)
      } else {
        try checkRows(indexed, view)
      }
    } catch let damage as IndexDamage {
      addIndexDamage(view, damage.description, at: nil)
    }
  }

  /// Compares the keys in the index, in each order that it has, with those of the log.
  private mutating func checkRows(_ indexed: LogView, _ view: LogView) throws {
    let (found, expected) = (FileReader(indexed), FileReader(view))
    for kind in try expected.kinds() {
      for order in [RecordQuery.Order.time, .due, .created] {
        let query = RecordQuery(kind, order: order)
        let (left, right) = (try found.places(query), try expected.places(query))
        guard left != right else { continue }
        let at = zip(left, right).firstIndex { $0 != $1 } ?? min(left.count, right.count)
        let place = at < right.count ? right[at] : left[at]
        addIndexDamage(view, "its order by '\(order)' differs from the log's", at: place.offset)
        return
      }
    }
    for partition in Set(try indexed.index.runs.flatMap { try $0.partitions() }) {
      let query = RecordQuery(
        RecordKind(rawValue: partition.kind),
        services: [partition.service],
        states: [partition.state]
      )
      let (left, right) = (try Set(found.places(query)), try Set(expected.places(query)))
      guard let place = left.symmetricDifference(right).min(by: { $0.offset < $1.offset }) else { continue }
      addIndexDamage(view, "its services and states differ from the log's", at: place.offset)
      return
    }
  }

  private mutating func addIndexDamage(_ view: LogView, _ message: String, at offset: UInt64?) {
    let line = offset.map { "; first at line \(view.log.line(at: $0)) of the log" } ?? ""
    findings.append(StoreFinding(.damage, path: directory.index(0), message + line))
  }
}

extension Zip2Sequence {
  /// How many elements stand before the first one that satisfies `predicate`.
  fileprivate func firstIndex(where predicate: (Element) -> Bool) -> Int? {
    for (at, element) in enumerated() where predicate(element) { return at }
    return nil
  }
}

extension RecordKeys {
  /// The name of the first key in which two differ.
  fileprivate func firstDifference(from other: RecordKeys) -> String {
    if service != other.service { return "service" }
    if state != other.state { return "state" }
    if time != other.time { return "time" }
    if created != other.created { return "created" }
    return due != other.due ? "due" : "customer"
  }
}

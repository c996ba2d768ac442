import GMSCalendar
import GMSTestSupport
import Testing

@testable import GMSCore

/// Damaged images: each question ends in `IndexDamage`, or in the answer of the whole image.
@Suite struct IndexDamageTests {
  private static let count = 130

  private func fixture() throws -> IndexFixture {
    try IndexFixture(IndexFixture.samples(Self.count, .many, seed: 21))
  }

  /// The answers to questions that together read all pages.
  private struct Answers: Equatable {
    var values: [[UInt64]?] = []
  }

  /// Asks a run everything; nil stands for damage.
  private func ask(_ run: IndexRunReader, _ fixture: IndexFixture) -> Answers {
    var answers = Answers()
    func add(_ values: () throws(IndexDamage) -> [UInt64]) {
      do throws(IndexDamage) { answers.values.append(try values()) } catch { answers.values.append(nil) }
    }
    add { () throws(IndexDamage) in try run.configurationChanges() }
    for lower in 0..<min(3, run.runsBelow) {
      add { () throws(IndexDamage) in try run.kills(of: lower).map(UInt64.init) }
      add { () throws(IndexDamage) in [try run.hasKilled(4, of: lower) ? 1 : 0] }
    }
    add { () throws(IndexDamage) in try run.partitions().map { UInt64($0.service.utf8.count) } }
    add { () throws(IndexDamage) in try run.rows(0..<run.rowCount).map(\.offset) }
    for sample in fixture.samples.prefix(20) {
      let hash = IndexRow.hash(kind: sample.kind, id: sample.id)
      add { () throws(IndexDamage) in try run.candidates(hash: hash).map(\.row.offset) }
    }
    var random = SeededGenerator(seed: 22)
    var dead = RowSet(capacity: Self.count)
    for number in stride(from: 3, to: Self.count, by: 9) { dead.insert(number) }
    var queries = (0..<12).map { _ in IndexFixture.query(.many, &random) }
    queries += [RecordQuery.Order.time, .due, .created].map { RecordQuery(.callback, order: $0) }
    queries.append(RecordQuery(.callback, customer: "1"))
    for query in queries {
      for dead in [dead, RowSet(capacity: Self.count)] {
        add { () throws(IndexDamage) in
          // A wrong offset in a row would only be met with a right checksum.
          try run.rows(try run.query(query), dead: dead) { row in
            row.offset < UInt64(Self.count) ? fixture.id(row) : ""
          }.map(\.offset)
        }
        add { () throws(IndexDamage) in
          [UInt64(bitPattern: Int64(try run.count(try run.query(query), dead: dead)))]
        }
        add { () throws(IndexDamage) in
          try run.times(try run.query(query), dead: dead) { _ in "" }.map { UInt64(bitPattern: $0) }
        }
      }
    }
    return answers
  }

  /// Whether an image is refused, or answers each question rightly or not at all.
  private func check(_ image: [UInt8], _ fixture: IndexFixture, _ whole: Answers, _ what: String) {
    guard let run = try? IndexRunReader(MemoryPages(image)) else { return }
    for (answer, expected) in zip(ask(run, fixture).values, whole.values) {
      #expect(answer == nil || answer == expected, "\(what)")
    }
  }

  @Test func everyByteCounts() throws {
    let image = try fixture().image
    let pages = image.count / PageFormat.size
    var (flips, bits) = (0, Set<Int>())
    for page in 0..<pages {
      for offset in 0..<PageFormat.size {
        // Every bit position comes up at each place in a row of eight.
        let bit = (offset + offset / 8 + page) % 8
        var damaged = image
        damaged[page * PageFormat.size + offset] ^= 1 << bit
        do throws(IndexDamage) {
          let reader = try PageReader(MemoryPages(damaged))
          _ = try reader.page(page)
          Issue.record("Bit \(bit) of byte \(offset) of page \(page) does not count")
        } catch {
          #expect(error == .page(page) || page == 0 && offset < 8 && error == .notAnIndex)
        }
        flips += 1
        bits.insert(bit)
      }
    }
    #expect(flips == image.count)
    #expect(bits.count == 8)
  }

  @Test func flippedBitsChangeNoAnswer() throws {
    let fixture = try fixture()
    let whole = ask(fixture.run, fixture)
    #expect(!whole.values.contains(nil))
    var random = SeededGenerator(seed: 23)
    for page in 0..<fixture.image.count / PageFormat.size {
      for bit in 0..<8 {
        let offset = page * PageFormat.size + Int.random(in: 0..<PageFormat.size, using: &random)
        var damaged = fixture.image
        damaged[offset] ^= 1 << bit
        check(damaged, fixture, whole, "bit \(bit) of byte \(offset)")
      }
    }
  }

  @Test func cutImagesAreRefused() throws {
    let image = try fixture().image
    var lengths = Array(stride(from: 0, to: image.count, by: PageFormat.size))
    lengths += [1, 7, 8, 16, 4095, 4097, image.count - 1, image.count - 4]
    var random = SeededGenerator(seed: 24)
    lengths += (0..<200).map { _ in Int.random(in: 0..<image.count, using: &random) }
    for length in lengths {
      #expect(throws: IndexDamage.length, "\(length) bytes") {
        try IndexRunReader(MemoryPages(Array(image.prefix(length))))
      }
    }
    for more in [[0], Array(image.suffix(PageFormat.size)), Array(repeating: 0, count: 8192)] as [[UInt8]] {
      #expect(throws: IndexDamage.length) { try IndexRunReader(MemoryPages(image + more)) }
    }
  }

  @Test func pagesInOthersPlacesAreNoticed() throws {
    let fixture = try fixture()
    let whole = ask(fixture.run, fixture)
    let count = fixture.image.count / PageFormat.size
    func page(_ number: Int) -> ArraySlice<UInt8> {
      fixture.image[(number * PageFormat.size)..<((number + 1) * PageFormat.size)]
    }
    for first in 0..<count {
      for second in 0..<count where first != second {
        var numbers = Array(0..<count)
        numbers[second] = first
        check(numbers.flatMap(page), fixture, whole, "page \(second) is page \(first)")
        guard first < second else { continue }
        numbers[first] = second
        let swapped = numbers.flatMap(page)
        check(swapped, fixture, whole, "pages \(first) and \(second) swapped")
        if let reader = try? PageReader(MemoryPages(swapped)) {
          #expect(throws: IndexDamage.page(second)) { try reader.page(second) }
        }
      }
    }
  }

  /// A crash may leave pages of an older file where the new one's should be.
  @Test func pagesOfAnotherRunAreNoticed() throws {
    let fixture = try fixture()
    let whole = ask(fixture.run, fixture)
    var partitions = IndexPartitions()
    let rows = fixture.samples.enumerated().map { IndexFixture.row($1, at: 129 - $0, &partitions) }
    var coverage = IndexFixture.coverage
    coverage.commitCRC += 1
    let other = try IndexRunBuilder(
      rows: rows,
      partitions: partitions.all,
      coverage: coverage,
      configurationChanges: IndexFixture.changes,
      kills: IndexFixture.kills
    ) { fixture.samples[129 - Int($0.offset)].id }.image()
    #expect(other.count == fixture.image.count)
    for page in 1..<other.count / PageFormat.size {
      let place = (page * PageFormat.size)..<((page + 1) * PageFormat.size)
      var mixed = fixture.image
      mixed.replaceSubrange(place, with: other[place])
      let reader = try PageReader(MemoryPages(mixed))
      #expect(throws: IndexDamage.page(page)) { try reader.page(page) }
      check(mixed, fixture, whole, "page \(page) of another run")
    }
  }

  /// With the checksums made anew, answers can be wrong; but nothing may trap, read beyond its bytes, or go
  /// on for ever.
  @Test(arguments: UInt64(1)...4) func forgedPagesDoNoHarm(seed: UInt64) throws {
    let fixture = try fixture()
    var random = SeededGenerator(seed: seed)
    var (opened, refused) = (0, 0)
    for _ in 0..<150 {
      var image = fixture.image
      let pages = image.count / PageFormat.size
      let page = random.oneIn(4) ? 0 : Int.random(in: 1..<pages, using: &random)
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        // The header's numbers are at its beginning; elsewhere, whole numbers of four bytes are set.
        let end = page == 0 ? 300 : PageFormat.contentSize
        let offset = page * PageFormat.size + Int.random(in: 0..<end / 4, using: &random) * 4
        let value =
          [0, 1, 0xff, 0x7f, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
        for at in 0..<(random.oneIn(2) ? 4 : 1) { image[offset + at] = value }
      }
      seal(&image)
      guard let run = try? IndexRunReader(MemoryPages(image)) else {
        refused += 1
        continue
      }
      opened += 1
      if run.rowCount == Self.count { _ = ask(run, fixture) }
    }
    #expect(opened > 0 && refused > 0)
  }

  /// Gives every page the checksum of what it has.
  private func seal(_ image: inout [UInt8]) {
    var seed: UInt32 = 0
    for page in 0..<image.count / PageFormat.size {
      let start = page * PageFormat.size
      let crc = image.withUnsafeBytes { bytes in
        PageFormat.checksum(
          UnsafeRawBufferPointer(rebasing: bytes[start..<start + PageFormat.contentSize]),
          number: page,
          seed: seed
        )
      }
      if page == 0 { seed = crc }
      image.withUnsafeMutableBytes {
        $0.storeBytes(of: crc.littleEndian, toByteOffset: start + PageFormat.contentSize, as: UInt32.self)
      }
    }
  }

  @Test func otherFilesAreToldApart() throws {
    let image = try fixture().image
    func change(_ offset: Int, to value: UInt8) -> [UInt8] {
      var image = image
      image[offset] = value
      seal(&image)
      return image
    }
    let text = Array(repeating: UInt8(ascii: "{"), count: 8192)
    #expect(throws: IndexDamage.notAnIndex) { try IndexRunReader(MemoryPages(text)) }
    #expect(throws: IndexDamage.notAnIndex) { try IndexRunReader(MemoryPages(change(0, to: 0x67))) }
    #expect(throws: IndexDamage.version(3)) { try IndexRunReader(MemoryPages(change(8, to: 3))) }
    #expect(throws: IndexDamage.header) { try IndexRunReader(MemoryPages(change(13, to: 0))) }
    #expect(throws: IndexDamage.header) { try IndexRunReader(MemoryPages(change(16 + 8 * 8, to: 1))) }
  }
}

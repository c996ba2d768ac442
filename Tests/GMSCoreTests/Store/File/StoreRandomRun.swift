import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// One random life of a store.
struct StoreRandomRun {
  private let files: StoreFiles
  private let tuning: StoreTuning
  private var stores: [FileStore]
  private var commands: RandomCommands
  private var random: SeededGenerator
  private var model = StoreModel()
  /// The states by transaction, and when each of these happened.
  private var states = [StoreModel()]
  private var times = [StoreChange.test.time]
  /// How often each thing happened.
  private(set) var counts: [String: Int] = [:]
  private let seed: UInt64

  init(seed: UInt64) throws {
    self.seed = seed
    files = try StoreFiles()
    tuning = StoreTuning.small[Int(seed % 3)]
    commands = RandomCommands(seed: seed &* 31 &+ 7)
    random = SeededGenerator(seed: seed)
    stores = [try files.create(tuning: tuning), try files.open(tuning: tuning)]
  }

  private mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func step(_ number: Int) throws {
    let place = "seed \(seed), step \(number)"
    let which = pick(0..<2)
    switch pick(0..<20) {
    case 0:
      count("compact")
      try stores[which].compact(.test)
    case 1:
      count("index files removed")
      for name in try files.names() where name.hasPrefix("index-") && !random.oneIn(3) {
        try files.remove(name)
      }
    case 2:
      count("opened anew")
      stores[which] = try files.open(tuning: tuning)
    case 3, 4:
      try readEarlier(place)
    case 5:
      count("garbage at the end")
      try files.edit { $0 += Array(#"{"seq":\#(states.count),"put"#.utf8) }
    case 6:
      count("bit flipped in the index")
      let names = try files.names().filter { $0.hasPrefix("index-") }
      guard let name = names.randomElement(using: &random) else { return }
      var generator = random
      try files.edit(name) { $0[Int.random(in: 0..<$0.count, using: &generator)] ^= 4 }
      random = generator
      // An instance may have read the page before; a new one has not.
      stores[which] = try files.open(tuning: tuning)
    case 7:
      count("document of an earlier transaction")
      try putBackDocument(which)
    default:
      count("transaction")
      try write(which, place)
    }
    for store in stores { try commands.compare(store, model, place) }
  }

  private mutating func count(_ what: String) { counts[what, default: 0] += 1 }

  private mutating func write(_ which: Int, _ place: String) throws {
    // The clock mostly goes on, and sometimes back.
    let last = times[times.count - 1]
    let time = random.oneIn(8) ? last - Double(pick(0..<50)) : last + Double(pick(0..<5))
    let before = model.sequence
    try commands.transaction(on: stores[which], &model, place, StoreChange(time: time, command: "test"))
    guard model.sequence > before else { return }
    states.append(model)
    times.append(time)
  }

  /// Writers die before they replace the document: then the one before stays.
  private mutating func putBackDocument(_ which: Int) throws {
    let before = try files.bytes(StoreFiles.document)
    let services = model.services
    try stores[which].write(.test) { store in
      try store.setConfiguration(Configuration(services: services.merging(["extra": [:]]) { old, _ in old }))
    }
    model.services["extra"] = [:]
    model.sequence += 1
    states.append(model)
    times.append(StoreChange.test.time)
    try files.replace(StoreFiles.document, with: before)
    // What an instance holds of it is right; the others have to find out.
    stores[1 - which] = try files.open(tuning: tuning)
    try stores[which].write(.test) { store in
      var configuration = try store.configuration()
      configuration.services["extra"] = nil
      try store.setConfiguration(configuration)
    }
    model.services["extra"] = nil
    model.sequence += 1
    states.append(model)
    times.append(StoreChange.test.time)
  }

  /// Reads the store as it was at an instant, which may be between, before and after all.
  private mutating func readEarlier(_ place: String) throws {
    let information = try files.open(tuning: tuning).information()
    let first = information.sequence - information.transactions + 1
    let instant = times[pick(0..<times.count)] + Double(pick(0..<3) - 1) / 1000
    let kept = first...information.sequence
    guard let expected = kept.last(where: { times[$0] <= instant }) else {
      count("earlier state that is not kept")
      let error = #expect(throws: CoreError.self, "\(place)") {
        try files.open(asOf: instant, tuning: tuning)
      }
      #expect(error?.code == .stateNotKept, "\(place)")
      return
    }
    count(expected == information.sequence ? "the state as it is, by its time" : "earlier state")
    let past = try files.open(asOf: instant, tuning: tuning)
    for _ in 0..<3 { try commands.compare(past, states[expected], "\(place), as of \(expected)") }
  }

  /// In the end nothing is damaged but what was damaged on purpose.
  mutating func finish() throws {
    for name in try files.names() where name.hasPrefix("index-") { try files.remove(name) }
    let check = try FileStore.check(at: files.path, codecs: [], fileSystem: LocalFileSystem(), tuning: tuning)
    #expect(!check.hasDamage, "seed \(seed): \(check.findings)")
    #expect(check.records == model.records.count, "seed \(seed)")
    for _ in 0..<20 {
      try commands.compare(try files.open(tuning: tuning), model, "seed \(seed), in the end")
    }
  }
}

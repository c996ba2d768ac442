import GMSCore
import GMSTestSupport
import Testing

/// A simulated disk with one process, and what its tests do with them.
struct DiskFixture {
  let disk = SimulatedDisk()
  let process: SimulatedProcess

  init() { process = disk.process() }

  func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  func write(_ text: String, to file: OpenFile, at offset: Int64 = 0) throws {
    let count = try Array(text.utf8).withUnsafeBytes { try process.writeFile(file, at: offset, $0) }
    #expect(count == text.utf8.count)
  }

  /// A file whose name and bytes are on the disk, open for updating.
  func synced(_ text: String, at path: String = "/a") throws -> OpenFile {
    let file = try process.openFile(path, for: .writingNew)
    try write(text, to: file)
    try process.syncFile(file)
    try process.syncDirectory("/")
    #expect(!disk.hasUnsynced)
    return file
  }

  func after(_ survival: Survival, seed: UInt64 = 1, of disk: SimulatedDisk? = nil) -> [String:
    String]
  {
    var random = SeededGenerator(seed: seed)
    let files = (disk ?? self.disk).crashed(survival, &random).files
    return Dictionary(
      uniqueKeysWithValues: files.filter { $0.key != "/" }.map {
        ($0.key, String(decoding: $0.value, as: UTF8.self))
      }
    )
  }

  func read(_ file: OpenFile, by process: SimulatedProcess? = nil) throws -> String {
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = try buffer.withUnsafeMutableBytes {
      try (process ?? self.process).readFile(file, at: 0, into: $0)
    }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }
}

import GMSCore
import GMSTestSupport
import Testing

struct ServiceIDTests {
  @Test(arguments: [
    ("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", 1), ("445-3C8C0A5E-0b4e-4c39-9c7e-6d3f0a5b9e10", 445),
    ("000000001-00000000-0000-0000-0000-000000000000", 1),
    ("999999999-ffffffff-ffff-FFFF-ffff-ffffffffffff", 999_999_999),
  ])
  func idsAreKeptAsTheyAre(_ text: String, _ node: Int) throws {
    let id = try ServiceID(text)
    #expect(id.text == text)
    #expect(id.description == text)
    #expect(id.node == node)
  }

  @Test(arguments: [
    "", "1", "1-", "-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e1", "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e100",
    "1-3c8c0a5g-0b4e-4c39-9c7e-6d3f0a5b9e10", "x-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    "1_3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "1-3c8c0a5e0b4e-4c39-9c7e-6d3f0a5b9e10",
    "1234567890-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "1-3c8c-a5e-0b4e-4c39-9c7e-6d3f0a5b9e10",
    " 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10\n",
    "٣-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "../../etc/passwd",
  ])
  func otherTextIsRefused(_ text: String) {
    let expected = "<number>-<uuid>, such as 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
    #expect(throws: CoreError(.malformedServiceID, ["value": text, "expected": expected])) {
      try ServiceID(text)
    }
  }

  @Test
  func randomIDsAreVersion4AndWellFormed() throws {
    var generator = SeededGenerator(seed: 3)
    var seen: Set<ServiceID> = []
    for node in [0, 1, 7, 999_999_999] {
      for _ in 0..<500 {
        let id = ServiceID(node: node, using: &generator)
        #expect(try ServiceID(id.text) == id)
        #expect(id.node == node)
        let groups = id.text.split(separator: "-")
        #expect(groups.map(\.count) == ["\(node)".count, 8, 4, 4, 4, 12])
        #expect(groups[3].first == "4")
        #expect("89ab".contains(groups[4].prefix(1)))
        #expect(seen.insert(id).inserted)
      }
    }
    var (first, second) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
    #expect(ServiceID(node: 1, using: &first) == ServiceID(node: 1, using: &second))
  }

  @Test
  func idsAreOrderedByTheirBytes() throws {
    let tail = "-00000000-0000-0000-0000-000000000000"
    let ids = try ["10", "2", "1"].map { try ServiceID($0 + tail) }
    #expect(ids.sorted().map(\.node) == [1, 10, 2])
  }

  @Test
  func aNodesNumberHasAtMostNineDigits() async {
    await #expect(processExitsWith: .failure) {
      var generator = SystemRandomNumberGenerator()
      _ = ServiceID(node: 1_000_000_000, using: &generator)
    }
  }
}

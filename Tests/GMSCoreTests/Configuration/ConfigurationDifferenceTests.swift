import GMSCore
import Testing

@Suite struct ConfigurationDifferenceTests {
  @Test func entriesAreInOrderAndReadable() {
    let old = Configuration(
      options: ["callback": ["filter-keys": "a"]],
      services: [
        "S": ["_bh_regular2": "x", "_bh_regular10": "y", "_ttl": "1"], "Gone": ["_a": "1"],
        "Same": ["_b": "2"],
      ],
      resources: ["DNIS": ResourceGroup(numbers: ["1", "2"], options: ["strategy": "local"])],
      accounts: ["empty": [:]]
    )
    let new = Configuration(
      options: ["callback": ["filter-keys": "a"]],
      services: [
        "S": ["_bh_regular2": "z", "_bh_regular10": "w", "_new": "a\n'b'"], "Same": ["_b": "2"], "Empty": [:],
      ],
      resources: [
        "DNIS": ResourceGroup(numbers: ["2", "1"], options: ["strategy": "local"]),
        "R2": ResourceGroup(numbers: ["3"]),
      ],
      patterns: ["p": ["x": "\u{1B}[2J"]]
    )
    let difference = ConfigurationDifference(from: old, to: new)
    #expect(
      difference.description == #"""
        + service.Empty
        - service.Gone
        - service.Gone/_a = '1'
        ~ service.S/_bh_regular2: 'x' → 'z'
        ~ service.S/_bh_regular10: 'y' → 'w'
        + service.S/_new = 'a\n'b''
        - service.S/_ttl = '1'
        ~ resource.DNIS/numbers: '1,2' → '2,1'
        + resource.R2
        + resource.R2/numbers = '3'
        + pattern.p
        + pattern.p/x = '\u{1B}[2J'
        - account.empty
        """#
    )
    let changed = difference.entries[3]
    #expect(changed.kind == .changed)
    #expect(changed.section == ConfigurationSection(.services, "S"))
    #expect(changed.option == "_bh_regular2")
    #expect(changed.path == "service.S/_bh_regular2")
    #expect(changed.old == "x")
    #expect(changed.new == "z")
    #expect(difference.entries[0].path == "service.Empty")
    #expect(difference.entries[0].option == nil)
  }

  @Test func equalConfigurationsDoNotDiffer() {
    let configuration = Configuration(services: ["S": ["a": "b"]])
    let difference = ConfigurationDifference(from: configuration, to: configuration)
    #expect(difference.isEmpty)
    #expect(difference.description == "")
  }

  @Test func aSectionInTheFileReplacesTheWholeSection() {
    let store = Configuration(
      services: ["A": ["x": "1", "y": "2"], "B": ["z": "3"]],
      accounts: ["kate": [:]]
    )
    let file = Configuration(services: ["A": ["x": "9"]])
    #expect(
      store.merging(file, prune: false)
        == Configuration(services: ["A": ["x": "9"], "B": ["z": "3"]], accounts: ["kate": [:]])
    )
    #expect(store.merging(file, prune: true) == file)
  }
}

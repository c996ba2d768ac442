import GMSCore
import GMSTestSupport
import Testing

/// Random configurations: what is printed reads back, and differences lead from one to the other.
@Suite struct ConfigurationPropertyTests {
  /// Whether both are the same to the byte: `==` holds "é" in its two forms for equal.
  private func isSame(_ one: Configuration, _ other: Configuration) -> Bool {
    one == other && Array(JSONWriter.compact(one.json).utf8) == Array(JSONWriter.compact(other.json).utf8)
  }

  @Test(arguments: UInt64(1)...10) func whatIsPrintedReadsBack(seed: UInt64) throws {
    var draw = RandomConfiguration(seed: seed)
    var printed = 0
    for _ in 0..<60 {
      let configuration = draw.configuration()
      for format in ConfigurationFormat.allCases {
        do {
          let text = try ConfigurationWriter.print(configuration, as: format)
          #expect(isSame(try ConfigurationReader.read(text), configuration), "\(text)")
          if format == .options { printed += 1 }
        } catch {
          // Two of the drawn values together can be such that neither kind of quote helps.
          #expect(
            format == .options && error["reason"]?.hasPrefix("options text has no form") == true,
            "\(error)"
          )
        }
      }
    }
    #expect(printed > 25)
  }

  @Test(arguments: UInt64(1)...10) func whatIsAwkwardIsPrintedRightOrRefused(seed: UInt64) throws {
    var draw = RandomConfiguration(seed: 100 + seed)
    var refused = 0
    for _ in 0..<60 {
      let configuration = draw.configuration(awkward: true)
      let json = try ConfigurationWriter.print(configuration, as: .json)
      #expect(isSame(try ConfigurationReader.read(json), configuration), "\(json)")
      do {
        let text = try ConfigurationWriter.print(configuration, as: .options)
        #expect(isSame(try ConfigurationReader.read(text), configuration), "\(text)")
      } catch {
        #expect(error.code == .malformedConfiguration)
        refused += 1
      }
    }
    #expect(refused > 20)
  }

  @Test(arguments: UInt64(1)...10) func differencesLeadFromOneToTheOther(seed: UInt64) {
    var draw = RandomConfiguration(seed: 200 + seed)
    for _ in 0..<60 {
      let (old, new) = (draw.configuration(), draw.configuration())
      let difference = ConfigurationDifference(from: old, to: new)
      #expect(difference.isEmpty == (old == new))
      #expect(replay(difference, on: old) == new, "\(difference)")
      let back = ConfigurationDifference(from: new, to: old)
      #expect(back.entries.count == difference.entries.count)
      #expect(difference.description.split(separator: "\n").count == difference.entries.count)
      #expect(ConfigurationDifference(from: new, to: new).isEmpty)
    }
  }

  /// Makes each change by itself.
  private func replay(_ difference: ConfigurationDifference, on configuration: Configuration) -> Configuration
  {
    var changed = configuration
    for entry in difference.entries {
      if let option = entry.option {
        if entry.section.family == .resources, option == "numbers" {
          let old = changed[entry.section]?.numbers.joined(separator: ",") ?? ""
          #expect(entry.old ?? "" == old || changed[entry.section] == nil)
          changed[entry.section]?.numbers = entry.new.map { $0.split(separator: ",").map(String.init) } ?? []
        } else {
          if changed[entry.section] != nil { #expect(changed[entry.section]?.options[option] == entry.old) }
          changed[entry.section]?.options[option] = entry.new
        }
      } else {
        changed[entry.section] = entry.kind == .added ? ResourceGroup() : nil
      }
    }
    return changed
  }

  @Test(arguments: UInt64(1)...10) func applyingReplacesWholeSections(seed: UInt64) throws {
    var draw = RandomConfiguration(seed: 300 + seed)
    for _ in 0..<60 {
      let (store, file) = (draw.configuration(), draw.configuration())
      #expect(store.merging(file, prune: true) == file)
      let merged = store.merging(file, prune: false)
      for section in Set(store.sections).union(file.sections) {
        #expect(merged[section] == file[section] ?? store[section])
      }
      #expect(merged.sections.count == Set(store.sections).union(file.sections).count)
      // Once more changes nothing, and what was exported changes nothing.
      #expect(merged.merging(file, prune: false) == merged)
      for format in ConfigurationFormat.allCases {
        guard let text = try? ConfigurationWriter.print(store, as: format) else { continue }
        let export = try ConfigurationReader.read(text)
        #expect(store.merging(export, prune: false) == store)
        #expect(store.merging(export, prune: true) == store)
      }
    }
  }
}

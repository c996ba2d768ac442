/// Follows the imports of office hours and makes the layers of their schedule.
///
/// Every office is visited once, however many others import it, so that imports in diamonds cost no more.
struct ImportResolver {
  private let root: String
  private let hours: OfficeHours
  private let others: [String: OfficeHours]
  private let zones: ZoneDatabase

  init(_ hours: OfficeHours, named root: String, others: [String: OfficeHours], zones: ZoneDatabase) {
    self.root = root
    self.hours = hours
    self.others = others
    self.zones = zones
  }

  private func office(_ name: String) -> OfficeHours? { name == root ? hours : others[name] }

  /// The layers of the schedule: the office's own, then those of the schedules that it imports.
  ///
  /// - Throws: `CalendarError` with code `importCycle` or `unknownImport`, or about a zone.
  func layers() throws(CalendarError) -> [ScheduleLayer] {
    try checkImports()

    // What bounds an office is known once all its importers have been seen: importers come first.
    var inForce: [String: [Range<Int64>]] = [root: [Int64.min..<Int64.max]]
    var layers: [ScheduleLayer] = []
    for name in importersFirst() {
      guard let office = office(name), let bounds = inForce[name] else { continue }
      let zone = try zones.rules(named: office.timeZone)
      layers.append(
        ScheduleLayer(
          rules: rules(of: name),
          zone: zone,
          effective: office.effectiveDates,
          bounds: bounds == [Int64.min..<Int64.max] ? nil : bounds
        )
      )
      let inner = Spans.intersection(bounds, instants(of: office.effectiveDates, in: zone))
      for imported in office.scheduleImports {
        inForce[imported] = Spans.merged(inForce[imported, default: []] + inner)
      }
    }
    return layers
  }

  /// Walks every import, of rules and of schedules alike: a circle of either kind has no meaning for people.
  ///
  /// The walks keep stacks of their own, so that a chain of any length is fine.
  private func checkImports() throws(CalendarError) {
    var finished: Set<String> = []
    var path: [(name: String, imports: ArraySlice<String>)] = [(root, hours.imports[...])]
    var depth = [root: 0]
    while let (name, imports) = path.last {
      guard let imported = imports.first else {
        path.removeLast()
        depth[name] = nil
        finished.insert(name)
        continue
      }
      path[path.count - 1].imports = imports.dropFirst()
      if finished.contains(imported) { continue }
      if let start = depth[imported] {
        throw CalendarError(.importCycle, value: imported, path: path[start...].map(\.name) + [imported])
      }
      guard let office = office(imported) else {
        throw CalendarError(
          .unknownImport,
          value: imported,
          text: name,
          suggestion: NearestName.find(imported, in: others.keys.sorted())
        )
      }
      depth[imported] = path.count
      path.append((imported, office.imports[...]))
    }
  }

  /// The offices that schedule imports reach, each after all that import it.
  private func importersFirst() -> [String] {
    var seen: Set<String> = [root]
    var importedFirst: [String] = []
    var path: [(name: String, imports: ArraySlice<String>)] = [(root, hours.scheduleImports[...])]
    while let (name, imports) = path.last {
      guard let imported = imports.first else {
        path.removeLast()
        importedFirst.append(name)
        continue
      }
      path[path.count - 1].imports = imports.dropFirst()
      guard seen.insert(imported).inserted else { continue }
      path.append((imported, (office(imported)?.scheduleImports ?? [])[...]))
    }
    return importedFirst.reversed()
  }

  /// The rules of an office and of all offices whose rules it imports, directly or through others.
  private func rules(of name: String) -> RuleSet {
    var seen: Set<String> = []
    var rules = RuleSet()
    var waiting = [name]
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted, let office = office(name) else { continue }
      rules.add(office)
      waiting += office.ruleImports.reversed()
    }
    return rules
  }

  /// Effective dates as instants of a zone; without any, all of time.
  private func instants(of dates: [EffectiveDates], in zone: ZoneRules) -> [Range<Int64>] {
    guard !dates.isEmpty else { return [Int64.min..<Int64.max] }
    return ScheduleLayer.days(of: dates).map { days in
      let start = zone.start(ofLocal: Int64(days.lowerBound) * 86_400)
      return start..<max(start, zone.end(ofLocal: Int64(days.upperBound) * 86_400))
    }
  }
}

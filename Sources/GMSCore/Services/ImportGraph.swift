/// Which office hours import which, and whether any imports itself.
struct ImportGraph {
  private let imports: [String: [String]]

  /// The imports among these services; what is imported and not among them has none of its own.
  init(_ services: [ConfiguredService]) {
    var imports: [String: [String]] = [:]
    for service in services where service.template.name == OfficeHoursTemplate.name {
      imports[service.name.text] = service.references.map(\.target)
    }
    self.imports = imports
  }

  /// The first cycle that is reached from these names, in order, its first name repeated at the end.
  ///
  /// The walk keeps its own stack, so a chain of any length is fine.
  ///
  /// - Complexity: O(n + m) for n services and m imports.
  func cycle(from names: [String]) -> [String]? {
    var finished: Set<String> = []
    for start in names where !finished.contains(start) {
      var path = [start]
      var depth = [start: 0]
      var next = [0]
      while let name = path.last, let index = next.last {
        let targets = imports[name] ?? []
        guard index < targets.count else {
          path.removeLast()
          next.removeLast()
          depth[name] = nil
          finished.insert(name)
          continue
        }
        next[next.count - 1] += 1
        let target = targets[index]
        if let first = depth[target] { return path[first...] + [target] }
        if !finished.contains(target) {
          depth[target] = path.count
          path.append(target)
          next.append(0)
        }
      }
    }
    return nil
  }
}

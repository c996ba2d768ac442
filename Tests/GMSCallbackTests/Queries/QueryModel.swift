import Foundation
import GMSCallback
import GMSCore

/// What a filter selects, found by looking at every callback and asking every condition.
struct QueryModel {
  let callbacks: [Callback]
  /// The services that may be viewed; nil for all.
  var visible: Set<String>?

  /// What is selected, as a list answers it; without bounds for pages.
  func select(_ filter: CallbackFilter, isBounded: Bool = true) -> [Callback] {
    var counts: [String: Int] = [:]
    return
      callbacks
      .filter { visible?.contains($0.service) ?? true }
      .filter { holds(filter, for: $0) }
      .sorted { ($0.desired, $0.id.text) < ($1.desired, $1.id.text) }
      .filter { callback in
        counts[callback.service, default: 0] += 1
        return !isBounded || counts[callback.service, default: 0] <= filter.maxPerService
      }
  }

  private func holds(_ filter: CallbackFilter, for callback: Callback) -> Bool {
    if !filter.services.isEmpty, !filter.services.contains(callback.service) { return false }
    if !filter.states.isEmpty, !filter.states.contains(callback.state.name) { return false }
    if let from = filter.from, callback.desired < from { return false }
    if let to = filter.to, callback.desired >= to { return false }
    if !filter.reasons.isEmpty || filter.completedFrom != nil {
      guard case .completed(let end) = callback.state else { return false }
      if !filter.reasons.isEmpty, !filter.reasons.contains(end.reason) { return false }
      if let from = filter.completedFrom, end.at < from { return false }
    }
    if filter.conditions.isEmpty { return true }
    let answers = filter.conditions.map { holds($0, for: callback) }
    return filter.match == .all ? !answers.contains(false) : answers.contains(true)
  }

  private func holds(_ condition: PropertyCondition, for callback: Callback) -> Bool {
    let key = ["Line Of Business": "lob", "Phone": "_customer_number"][condition.key] ?? condition.key
    let answer = callback.answer(keys: [String](callback.properties.keys))
    var found = key == "_customer_number" ? callback.properties[key] : answer[key]?.stringValue
    var wanted = condition.value
    if key == "_customer_number" {
      found = found?.filter(\.isNumber)
      wanted = wanted.filter(\.isNumber)
    }
    return (found == wanted) != condition.isNegated
  }
}

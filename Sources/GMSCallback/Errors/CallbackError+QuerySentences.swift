import GMSCalendar
import GMSCore

/// The English of errors about queries and about cancelling many callbacks.
extension CallbackError {
  /// The sentence of a code about queries; nil for any other.
  var querySentence: String? {
    let value = Quotation.clip(self["value"] ?? "")
    let suggestion = self["suggestion"].map { ". Did you mean '\(Quotation.clip($0))'?" } ?? ""
    return switch code {
    case .filterKeyNotListed:
      "callbacks cannot be filtered by '\(Quotation.clip(self["parameter"] ?? ""))'; option "
        + "'\(self["option"] ?? "")' of section 'callback' lists \(quoted(list("accepted"))), and what every record "
        + "has can be used too\(suggestion)"
    case .malformedCursor: "'\(value)' is no place in a list of callbacks; give \(self["expected"] ?? "")"
    case .unknownColumn:
      "there is no column '\(value)'; there are \(quoted(list("accepted")))\(suggestion)"
    case .repeatedColumn:
      "the column '\(value)' is asked for twice"
        + (self["name"].map { $0 == self["value"] ? "" : "; it is '\(Quotation.clip($0))'" } ?? "")
    case .malformedIDLine:
      "line \(number("line")) is not the id of a callback; give \(self["expected"] ?? "")"
    case .cannotCancelAll: "nothing was cancelled: " + reasons.joined(separator: ", and ")
    default: nil
    }
  }

  /// Why not all of many callbacks can be cancelled.
  private var reasons: [String] {
    var reasons: [String] = []
    if number("unknownCount") > 0 {
      reasons.append("there is no callback \(quoted(list("unknown"), of: number("unknownCount")))")
    }
    let completed = number("completedCount")
    if completed > 0 {
      reasons.append(
        "\(completed == 1 ? "callback" : "callbacks") \(quoted(list("completed"), of: completed)) "
          + "\(completed == 1 ? "is" : "are") COMPLETED already"
      )
    }
    let connected = number("notCancellableCount")
    if connected > 0 {
      reasons.append(
        "\(connected == 1 ? "callback" : "callbacks") \(quoted(list("notCancellable"), of: connected)) cannot be "
          + "cancelled any more, as customer and agent are connected"
      )
    }
    return reasons
  }

  private func quoted(_ names: [String], of count: Int? = nil) -> String {
    let others = (count ?? names.count) - names.count
    return names.map { "'\(Quotation.clip($0))'" }.joined(separator: ", ")
      + (others > 0 ? " and \(others) more" : "")
  }

  /// A fact that is a whole number; 0 when there is none.
  func number(_ fact: String) -> Int {
    facts.first { $0.name == fact }?.value.integerValue.map(Int.init(clamping:)) ?? 0
  }
}

import Foundation
import GMSCalendar
import GMSCallback
import GMSCore

/// One thing that is done to the store of a search, which is one command of gmsctl.
enum SearchCommand {
  case event(Int, CallbackEvent)
  case cancel(Int)
  case reschedule(Int, to: Date)
  case pause(Bool)
  case run

  /// The words of the command; callbacks are variables of the shell.
  var words: String {
    switch self {
    case .event(let index, let event):
      "callback event \"$\(SearchCompany.names[index])\" \(event)"
    case .cancel(let index): "callback cancel \"$\(SearchCompany.names[index])\" --yes"
    case .reschedule(let index, let desired):
      "callback reschedule \"$\(SearchCompany.names[index])\" --at \(InstantText.print(desired))"
    case .pause(let isPaused): isPaused ? "service pause support" : "service resume support"
    case .run: "run"
    }
  }

  /// Does the same through the library.
  func perform(_ engine: CallbackEngine, _ ids: [String], _ context: RequestContext) throws {
    switch self {
    case .event(let index, let event): try engine.apply(event, to: ids[index], context)
    case .cancel(let index): try engine.cancel(ids[index], context)
    case .reschedule(let index, let desired): try engine.reschedule(ids[index], to: desired, context)
    case .pause(true): try engine.pause("support", context)
    case .pause(false): try engine.resume("support", context)
    case .run: try engine.run(context)
    }
  }
}

/// The heading under which an option is shown; new ones may be added.
public struct OptionCategory: RawRepresentable, Hashable, Sendable {
  /// The heading.
  public let rawValue: String

  /// A category from its heading.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// What makes the service what it is.
  public static let general = OptionCategory(rawValue: "General")
  /// The weekly hours, holidays and exceptions of office hours.
  public static let hours = OptionCategory(rawValue: "Hours")
  /// The office hours that others lend.
  public static let imports = OptionCategory(rawValue: "Imports")
  /// The capacities of capacity services.
  public static let capacity = OptionCategory(rawValue: "Capacity")
  /// When callbacks may be and when they are submitted.
  public static let scheduling = OptionCategory(rawValue: "Scheduling")
  /// What is refused because there is too much of it.
  public static let limits = OptionCategory(rawValue: "Limits")
  /// Who the customer is, and what is known of the number.
  public static let customer = OptionCategory(rawValue: "Customer")
  /// Waiting for an agent.
  public static let queue = OptionCategory(rawValue: "Queue")
  /// What is told to devices and to other systems.
  public static let notification = OptionCategory(rawValue: "Notification")
  /// Calls that the customer makes.
  public static let userOriginated = OptionCategory(rawValue: "Voice, user originated")
  /// Calls that the system makes.
  public static let userTerminated = OptionCategory(rawValue: "Voice, user terminated")
  /// What the customer hears.
  public static let treatment = OptionCategory(rawValue: "Voice treatment")
  /// The agent's look at a callback before it is dialled.
  public static let agentPreview = OptionCategory(rawValue: "Agent preview")
  /// Access numbers and codes.
  public static let access = OptionCategory(rawValue: "Access")
  /// What is answered.
  public static let answer = OptionCategory(rawValue: "Answer")
  /// Chat sessions.
  public static let chat = OptionCategory(rawValue: "Chat")
  /// Statistics of queues.
  public static let statistics = OptionCategory(rawValue: "Statistics")
}

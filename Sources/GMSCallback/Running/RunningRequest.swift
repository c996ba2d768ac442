/// What a device or an agent's desktop can ask of a callback that runs, by the last part of GMS's address
/// `POST /genesys/1/service/{id}/{request}`.
public enum RunningRequest: String, CaseIterable, Sendable {
  /// The customer confirms, or wants the access number or the chat: answers the dialog.
  case connect
  /// Where the callback stands in line.
  case checkQueuePosition = "check-queue-position"
  /// The customer opens the chat.
  case chat = "ixn/chat"
  /// A message from the agent to the customer's device.
  case internalNotification = "internal-notification"
  /// The messages that wait for the customer's device.
  case retrieveNotifications = "retrieve-notifications"
  /// A message from the customer's device to the agent.
  case agentNotification = "agent-notification"
  /// The messages that wait for the agent.
  case retrieveAgentNotifications = "retrieve-agent-notifications"
  /// The dialog that a push announced, for a callback without access code.
  case confirmationDialog = "get-dialog-user-confirmation-provide_code-false"
  /// The dialog that a push announced, for a callback with access code.
  case confirmationDialogWithCode = "get-dialog-user-confirmation-provide_code-true"
}

extension CallbackStatusEvent {
  /// Every event that GMS names, in the order of a callback's life.
  public static let all: [CallbackStatusEvent] = [
    .serviceCreated, .callbackReminder, .callbackQueued, .virtualInteractionCreated, .targetFound,
    .dialInitiated, .dialDone, .connectTreatmentStarted, .customerQueued, .routedToAgent, .callbackCancelled,
    .serviceExited,
  ]
}

public import GMSCore

extension CallbackPolicy {
  /// The policy that the options of a callback service write; options that are not set have their defaults.
  ///
  /// - Throws: `CoreError` with code `wrongTemplate` for another kind of service, `invalidOption` for a value that
  ///   does not read.
  /// - Complexity: O(1) for a service whose policy was asked for before.
  public init(_ service: ConfiguredService) throws(CoreError) {
    self = try service.derived { service throws(CoreError) in try CallbackPolicy(reading: service) }
  }

  private init(reading service: ConfiguredService) throws(CoreError) {
    self.init()
    direction = try service.choice("_call_direction")
    media = try service.choice("_media_type")
    waitsForAgent = try service.boolean("_wait_for_agent")
    needsConfirmation = try service.boolean("_wait_for_user_confirm")
    connectsWithoutConfirmation = try service.string("_on_user_confirm_timeout") == "CONNECT-ANYWAY"
    firstParty = try service.choice("_userterminated_first_connect_party")
    hasAgentPreview = try service.boolean("_agent_preview")

    timeToLive = try service.integer("_ttl")
    queueTimeToLive = try service.integer("_urs_queued_ttl")
    submissionLead = try service.integer("_request_execution_time_buffer")
    if try service.boolean("_enable_notification_reminder") {
      reminderLead = try service.integer("_notification_reminder_buffer")
    }
    dialRetryDelay = try service.integer("_dial_retry_timeout")
    previewTimeout = try service.integer("_agent_preview_timeout")
    confirmationTimeout = try service.integer("_user_confirm_timeout")
    snoozeDuration = try service.integer("_snooze_duration")
    offerTimeout = try service.integer("_booking_expiration_timeout")
    agentWaitOnCall = try service.integer("_max_time_to_wait_for_agent_on_the_call")

    maxSubmissions = try service.integer("_max_ors_submit_attempts")
    maxDials = try service.integer("_max_dial_attempts")
    if let transfers = try service.integer(ifSet: "_max_transfer_to_agent_attempts") {
      maxTransfers = transfers
    }
    maxConfirmations = try service.integer("_max_number_of_user_availability_confirmation_attempts")
    maxOffers = try service.integer("_userorig_connect_limit")
    maxPreviewRejections = try service.integer("_agent_preview_allow_reject")
    notifications = try NotificationPolicy.of(service)
  }
}

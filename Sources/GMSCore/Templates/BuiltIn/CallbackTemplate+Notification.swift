extension CallbackTemplate {
  /// What is told to the customer's device and to other systems.
  static let notification: [OptionDefinition] = [
    .init(
      "_user_confirm_timeout",
      .someSeconds,
      default: "30",
      category: .notification,
      "How long the customer has to confirm."
    ),
    // GMS documents this one value; with any other the callback ends.
    .init(
      "_on_user_confirm_timeout",
      .text,
      default: "CONNECT-ANYWAY",
      category: .notification,
      "What happens when the customer does not confirm: CONNECT-ANYWAY, or else the callback ends."
    ),
    .init(
      "_max_number_of_user_availability_confirmation_attempts",
      .integer(1...1000),
      default: "3",
      category: .notification,
      "How often the customer is asked to confirm."
    ),
    .init(
      "_snooze_duration",
      .someSeconds,
      default: "300",
      category: .notification,
      "How long a customer who asks for it is left alone before the next notification."
    ),
    .init(
      "_enable_notification_reminder",
      .boolean,
      default: "false",
      category: .notification,
      "Whether the customer is reminded of a scheduled callback."
    ),
    .init(
      "_notification_reminder_buffer",
      .anySeconds,
      default: "300",
      category: .notification,
      "How long before the desired time the customer is reminded."
    ),
    .init(
      "_enable_status_notification",
      .choice(["false", "subscribe_notify", "notify"]),
      default: "false",
      category: .notification,
      "Whether other systems are told what becomes of a callback, after a subscription or without."
    ),
    .init(
      "_status_notification_type",
      .choice(["httpcb", "orscb"]),
      default: "httpcb",
      category: .notification,
      "How they are told: by an HTTP request, or through the orchestration server."
    ),
    .init(
      "_status_notification_target",
      .text,
      category: .notification,
      "Where they are told."
    ),
    .init(
      "_status_notification_provider",
      .text,
      category: .notification,
      "The notification provider through which they are told."
    ),
    .init(
      "_status_notification_debug",
      .boolean,
      default: "false",
      category: .notification,
      "Whether the provider's test certificates are used for them."
    ),
    // GMS documents no default; as often as submitting is tried.
    .init(
      "_max_notify_delivery_attempts",
      .integer(1...1000),
      default: "3",
      category: .notification,
      "How often delivering a notification is tried."
    ),
    .init(
      "_use_debug_push_certificate",
      .boolean,
      default: "false",
      category: .notification,
      "Whether the provider's test certificates are used for pushes to devices."
    ),
    .init(
      "_device_notification_id",
      .requestParameter,
      .text,
      category: .notification,
      "The device to which notifications are pushed."
    ),
    .init(
      "_device_os",
      .requestParameter,
      .text,
      category: .notification,
      "The system of that device."
    ),
  ]
}

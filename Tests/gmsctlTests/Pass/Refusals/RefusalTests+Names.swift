import gmsctl

extension RefusalTests {
  /// Names that nothing has, or that something has already.
  static let names: [Refusal] = [
    Refusal(
      "hours periods Offise",
      .notFound,
      "there is no service 'Offise'; did you mean 'Office'?"
    ),
    Refusal(
      "hours status Nowhere",
      .notFound,
      "there is no service 'Nowhere'; create it first"
    ),
    Refusal(
      "capacity grid Capasity",
      .notFound,
      "there is no service 'Capasity'; did you mean 'Capacity'?"
    ),
    Refusal(
      "service show Offise",
      .notFound,
      "there is no service 'Offise'; did you mean 'Office'?"
    ),
    Refusal(
      "service set Offise a=b",
      .notFound,
      "there is no service 'Offise'; did you mean 'Office'?"
    ),
    Refusal(
      "service unset Office _holiday2",
      .notFound,
      "option '_holiday2' of service 'Office' is not set; did you mean '_holiday1'?"
    ),
    Refusal(
      "service delete Offise --yes",
      .notFound,
      "there is no service 'Offise'; did you mean 'Office'?"
    ),
    Refusal(
      "service delete Office --yes",
      .refused,
      "service 'Office' is used by 'Branch', 'support'; change or delete what uses it first"
    ),
    Refusal(
      "service delete Office",
      .usage,
      """
      this would delete the service 'Office', and there is no terminal to ask; write '--yes' to \
      agree
      """
    ),
    Refusal(
      "service rename Office support",
      .refused,
      "there is a service 'support' already; take another name, or change that one"
    ),
    Refusal(
      "service rename Office a/b",
      .refused,
      """
      'a/b' cannot name a service; write 1 to 200 bytes of printable text without [, ] and /, without \
      $…$, and without a space at either end
      """
    ),
    Refusal(
      "service clone Nowhere Elsewhere",
      .notFound,
      "there is no service 'Nowhere'; create it first"
    ),
    Refusal(
      "service create Office --template office-hours",
      .refused,
      "there is a service 'Office' already; take another name, or change that one"
    ),
    Refusal(
      "service create '' --template office-hours",
      .refused,
      """
      '' cannot name a service; write 1 to 200 bytes of printable text without [, ] and /, without \
      $…$, and without a space at either end
      """
    ),
    Refusal(
      "service create X --template offise-hours",
      .notFound,
      """
      there is no template 'offise-hours'; known are office-hours, capacity, callback, request-interaction, \
      request-access, match-interaction, request-chat, get, basic_get, urs-stat, samples; did you mean \
      'office-hours'?
      """
    ),
    Refusal(
      "service create X --template callback --scenario user-terminated-sheduled",
      .notFound,
      """
      template 'callback' has no scenario 'user-terminated-sheduled'; it has \
      user-originated-immediate, user-originated-delayed, user-terminated-immediate, \
      user-terminated-delayed, user-terminated-scheduled, user-terminated-delayed-agent-preview, \
      chat-immediate, chat-delayed; did you mean 'user-terminated-scheduled'?
      """
    ),
    Refusal(
      "service create X --template office-hours --scenario user-terminated-scheduled",
      .notFound,
      "template 'office-hours' has no scenario 'user-terminated-scheduled'; it has none"
    ),
    Refusal(
      "service create X --template office-hours novalue",
      .usage,
      "'novalue' is not key=value; quote a value that holds blanks, as in 'key=two words'"
    ),
    Refusal(
      "service create X --template office-hours =v",
      .usage,
      "'=v' has no key before its '='"
    ),
    Refusal(
      "service create X --template office-hours a=1 a=2",
      .usage,
      "the key 'a' is given twice"
    ),
    Refusal(
      "service create X --template office-hours 'a b=1'",
      .refused,
      """
      'a b' cannot name an option of service 'X'; write letters, digits, _ and $, no digit first, \
      and no word that ECMAScript reserves
      """
    ),
    Refusal(
      "service create X --template callback _business_hours_service=Nowhere",
      .refused,
      """
      option '_business_hours_service' of service 'X' names service 'Nowhere', which does not \
      exist; create it first
      """
    ),
    Refusal(
      "service create X --template callback _business_hours_service=Capacity",
      .refused,
      """
      option '_business_hours_service' of service 'X' names 'Capacity', a service of template \
      'capacity'; name one of template 'office-hours'
      """
    ),
    Refusal(
      "service create X --template callback _resource_group=DNIS",
      .refused,
      """
      option '_resource_group' of service 'X' names resource group 'DNIS', which does not exist; \
      create it first
      """
    ),
    Refusal(
      "service create X --template callback _request_time_bucket=7",
      .refused,
      "option '_request_time_bucket' of service 'X' is '7'; write 5, 10, 15, 20, 30, 60 or 120"
    ),
    Refusal(
      "service create X --template callback _ttl=99999999999999999999",
      .refused,
      """
      option '_ttl' of service 'X' is '99999999999999999999'; write a whole number of seconds of 1 \
      or more, and at most 2147483647
      """
    ),
    Refusal(
      "service create X --template callback _reject_future_desired_time=5x",
      .refused,
      """
      option '_reject_future_desired_time' of service 'X' is '5x'; write a number and a unit of y, \
      M, w, d, h or m, such as 1M for a month
      """
    ),
    Refusal(
      "service create X",
      .usage,
      """
      'gmsctl service create' needs the option '--template NAME'
        usage: gmsctl service create NAME [key=value…] --template NAME [--scenario NAME]
      """
    ),
    Refusal(
      "service list --template callbak",
      .notFound,
      """
      there is no template 'callbak'; known are office-hours, capacity, callback, request-interaction, \
      request-access, match-interaction, request-chat, get, basic_get, urs-stat, samples; did you mean \
      'callback'?
      """
    ),
    Refusal(
      "service lint Nowhere",
      .notFound,
      "there is no service 'Nowhere'; create it first"
    ),
    Refusal(
      "template show callbak",
      .notFound,
      """
      there is no template 'callbak'; known are office-hours, capacity, callback, request-interaction, \
      request-access, match-interaction, request-chat, get, basic_get, urs-stat, samples; did you mean \
      'callback'?
      """
    ),
    Refusal(
      "servise list",
      .usage,
      """
      there is no command 'servise'. Did you mean 'service'?
        'gmsctl help' lists the commands
      """
    ),
    Refusal(
      "service lst",
      .usage,
      """
      'gmsctl service' has no command 'lst'. Did you mean 'list'?
        'gmsctl help service' lists the commands
      """
    ),
    Refusal(
      "hours periods Office --strat 2025-01-06",
      .usage,
      """
      'gmsctl hours periods' has no option '--strat'. Did you mean '--start'?
        usage: gmsctl hours periods NAME [--start TIME] [--end TIME | --days N] [--timezone ZONE]
      """
    ),
    Refusal(
      "hours periods Capacity",
      .refused,
      "service 'Capacity' is of template 'capacity'; this takes one of template 'office-hours'"
    ),
    Refusal(
      "capacity periods Office",
      .refused,
      "service 'Office' is of template 'office-hours'; this takes one of template 'capacity'"
    ),
    Refusal(
      "callback availability Office",
      .refused,
      "service 'Office' is of template 'office-hours'; this takes one of template 'callback'"
    ),
    Refusal(
      "callback get {ID}0",
      .notFound,
      "there is no callback '{ID}0'"
    ),
    Refusal(
      "callback get nonsense",
      .notFound,
      "there is no callback 'nonsense'"
    ),
    Refusal(
      "callback history nonsense",
      .notFound,
      "there is no callback 'nonsense'"
    ),
    Refusal(
      "callback cancel nonsense",
      .notFound,
      "there is no callback 'nonsense'"
    ),
    Refusal(
      "callback reschedule nonsense --at 2025-01-06T15:00:00Z",
      .notFound,
      "there is no callback 'nonsense'"
    ),
    Refusal(
      "callback event nonsense cancelled",
      .notFound,
      "there is no callback 'nonsense'"
    ),
    Refusal(
      "callback event {ID} canceled",
      .usage,
      """
      'canceled' of 'EVENT' is not known; choose submission-fell-due, reminder-fell-due, \
      queue-time-ran-out, preview-timed-out, confirmation-timed-out, snooze-ended, booking-expired, \
      dial-timed-out, dial-retry-fell-due, agent-wait-ran-out, lifetime-ended, retention-ended, \
      submitted, submission-failed, failed, agent-reserved, agent-unavailable, agent-accepted, \
      agent-declined, agent-answered, agent-did-not-answer, customer-answered, customer-busy, \
      customer-did-not-answer, answering-machine-answered, number-invalid, call-ended, \
      customer-called, customer-confirmed, customer-snoozed, cancelled, rescheduled, \
      cancelled-by-administrator, service-paused or service-resumed. Did you mean 'cancelled'?
      """
    ),
    Refusal(
      "callback event {ID}",
      .usage,
      """
      'gmsctl callback event' needs the argument 'EVENT'
        usage: gmsctl callback event [ID] [EVENT] [key=value…] [--list]
      """
    ),
    Refusal(
      "callback event",
      .usage,
      """
      'gmsctl callback event' needs the argument 'ID'
        usage: gmsctl callback event [ID] [EVENT] [key=value…] [--list]
      """
    ),
    Refusal(
      "callback event {ID} agent-reserved agent=kate",
      .refused,
      """
      the callback is SCHEDULED, which does not take 'agent-reserved'; it takes \
      'cancelled', 'rescheduled', 'cancelled-by-administrator'
      """
    ),
    Refusal(
      "callback event {ID} cancelled x=y",
      .refused,
      "there is no parameter 'x' (event 'cancelled'); it takes none"
    ),
    Refusal(
      "callback event {ID} agent-reserved",
      .refused,
      "the parameter 'agent' is missing; give the agent's name (event 'agent-reserved')"
    ),
    Refusal(
      "callback list --state scheduled",
      .usage,
      """
      'scheduled' of '--state' is not known; choose SCHEDULED, QUEUED, ROUTING, PROCESSING, PAUSED \
      or COMPLETED. Did you mean 'SCHEDULED'?
      """
    ),
    Refusal(
      "callback list --service suport",
      .notFound,
      "there is no service 'suport'; did you mean 'support'?"
    ),
    Refusal(
      "callback list --where x",
      .usage,
      "'x' is not NAME=VALUE; quote a value that holds blanks, as in 'key=two words'"
    ),
    Refusal(
      "callback watermarks --service nope",
      .notFound,
      "there is no service 'nope'; create it first"
    ),
  ]
}

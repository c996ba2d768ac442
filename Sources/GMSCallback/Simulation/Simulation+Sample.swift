public import GMSCore

extension Simulation {
  /// The name of the built-in sample's callback service.
  public static let sampleService = "sample"

  /// The built-in sample: an office that is open from 8 to 18 on every day (UTC), and a service that calls customers
  /// back, at once or at a time of their choice, with 10 times to choose every 5 minutes.
  ///
  /// Requests for now are refused when the office is closed; a customer who is not reached is called again after 5
  /// minutes, twice. Everything else is as the templates have it.
  public static let sampleConfiguration = Configuration(services: [
    "sample-hours": [
      "_type": "builtin", "_service": "office-hours", "_timezone": "UTC",
      "_bh_regular1": "Mon-Sun 08:00-18:00",
    ],
    sampleService: [
      "_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED", "_media_type": "voice",
      "_wait_for_agent": "true", "_wait_for_user_confirm": "false", "_business_hours_service": "sample-hours",
      "_max_request_by_time_bucket": "10", "_enable_reject_out_of_office_hours": "true",
      "_target": "Agents@StatServer.GA", "_urs_virtual_queue": "SampleQueue",
    ],
  ])
}

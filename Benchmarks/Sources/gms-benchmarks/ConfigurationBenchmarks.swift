import Foundation
import GMSCore

/// A configuration of 1,000 services: 800 callback services of 20 options, 100 office hours, 100 capacities, with
/// resource groups and a pattern group that they name.
struct LargeConfiguration {
  let configuration: Configuration
  let json: String
  let options: String

  init() throws {
    var configuration = Configuration(patterns: ["blocked": ["premium": "\\+1900.*"]])
    for index in 0..<20 {
      configuration.resources["DNIS \(index)"] = ResourceGroup(
        numbers: (0..<50).map { "1650\(1_000_000 + index * 50 + $0)" },
        options: ["strategy": "local", "booking_expiration_timeout": "30"]
      )
    }
    for index in 0..<100 {
      var hours: Options = [
        "_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
        "_bh_regular1": "Mon-Fri 09:00-17:30", "_bh_regular2": "Sat 09:00-12:00",
        "_bh_add1": "12-24 09:00-12:00",
      ]
      for holiday in 1...8 { hours["_holiday\(holiday)"] = "2026-0\(holiday)-04" }
      if index > 0 { hours["_import_rules1"] = "Office \(index - 1)" }
      configuration.services["Office \(index)"] = hours
      var places: Options = [
        "_type": "builtin", "_service": "capacity", "_timezone": "America/New_York",
      ]
      for day in 1...5 {
        places["_capacity_\(day)"] = #"{"\#(day)":{"0900":5,"1000":7,"1100":9,"1400":5}}"#
      }
      configuration.services["Places \(index)"] = places
    }
    for index in 0..<800 {
      configuration.services["callback-\(index)"] = [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": index % 4 == 0 ? "USERORIGINATED" : "USERTERMINATED", "_media_type": "voice",
        "_wait_for_agent": "true", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "CUSTOMER",
        "_business_hours_service": "Office \(index % 100)", "_capacity_service": "Places \(index % 100)",
        "_resource_group": "DNIS \(index % 20)", "_exceptions": "blocked",
        "_target": "?:English>\(index % 10)&Loans>=2@StatServer.GA", "_urs_virtual_queue": "VQ_\(index)",
        "_service_groups": "support, group-\(index % 7)", "_request_time_bucket": "15",
        "_reject_future_desired_time": "2w", "_customer_lookup_keys": "_customer_number,_lob",
        "_max_queued_callbacks_per_service": "500",
      ]
    }
    self.configuration = configuration
    json = try ConfigurationWriter.print(configuration, as: .json)
    options = try ConfigurationWriter.print(configuration, as: .options)
  }
}

func configurationMeasurements() throws -> [Measurement] {
  let large = try LargeConfiguration()
  let validator = ConfigurationValidator()
  precondition(large.configuration.services.count == 1000, "The configuration has 1,000 services.")
  func read(_ text: String, isChecked: Bool) -> Int {
    guard let configuration = try? ConfigurationReader.read(text) else { return 0 }
    if isChecked { guard (try? validator.check(configuration)) != nil else { return 0 } }
    return configuration.services.count
  }
  for text in [large.json, large.options] {
    precondition(read(text, isChecked: true) == 1000, "The configuration is sound.")
  }
  func measured(_ name: String, bound: Double, _ body: @escaping () -> Int) -> Measurement {
    Measurement(
      name: name,
      nanoseconds: nanoseconds(1) { _ in body() },
      bound: bound,
      boundName: "bound"
    )
  }
  return [
    measured("reading and validating 1,000 services, JSON", bound: 50_000_000) {
      read(large.json, isChecked: true)
    },
    measured("reading and validating 1,000 services, options text", bound: 50_000_000) {
      read(large.options, isChecked: true)
    },
    measured("reading 1,000 services, JSON", bound: 20_000_000) { read(large.json, isChecked: false) },
    measured("reading 1,000 services, options text", bound: 20_000_000) {
      read(large.options, isChecked: false)
    },
    measured("all findings about 1,000 services", bound: 200_000_000) {
      validator.findings(large.configuration).count
    },
    measured("a file of 1,000 services line by line", bound: 400_000_000) {
      ConfigurationReport(large.options).lines.count
    },
  ]
}

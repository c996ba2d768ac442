public import GMSCore
import GMSCalendar

extension Callback {
  /// The record as GMS answers it: an object whose values are all strings.
  ///
  /// First `_id`, `_desired_time`, `_service_name`, `_callback_state`, `_expiration_time`, `_customer_number`
  /// (empty when none was given), `_url`, and `_callback_reason` when COMPLETED; then the asked keys that the
  /// callback has, in the order in which they were asked for.
  ///
  /// - Parameter keys: The properties that are asked for; one that is answered already is not repeated.
  /// - Returns: The answer's object.
  public func answer(keys: some Sequence<String> = []) -> JSONValue {
    var members = [
      JSONValue.Member("_id", .string(id.text)),
      JSONValue.Member("_desired_time", .string(InstantText.print(desired))),
      JSONValue.Member("_service_name", .string(service)),
      JSONValue.Member("_callback_state", .string(state.name.rawValue)),
      JSONValue.Member("_expiration_time", .string(InstantText.print(expiration))),
      JSONValue.Member("_customer_number", .string(customerNumber?.typed ?? "")),
      JSONValue.Member("_url", .string(url)),
    ]
    if case .completed(let completed) = state {
      members.append(JSONValue.Member("_callback_reason", .string(completed.reason.rawValue)))
    }
    var answered = Set(members.map(\.name))
    for key in keys {
      guard let value = properties[key], answered.insert(key).inserted else { continue }
      members.append(JSONValue.Member(key, .string(value)))
    }
    return .object(members)
  }

  /// The address of the record: `/genesys/1/service/callback/<service>/<id>`, percent-encoded.
  public var url: String {
    var bytes: [UInt8] = []
    RecordAddress.append(service: service, id: id.text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

public import GMSCore

/// Tells a device which number to call, and with which code.
///
///     {"_dialog_id":"0","_label":"Connecting ...","_action":"DialNumber","_tel_url":"tel:6504663205",
///      "_access_code":"n/a","_access_number":"6504663205","_expiration_time":"29","_id":"1-…"}
public struct DialNumberDialog: Hashable, Sendable {
  /// The callback.
  public let id: CallbackID
  /// The number, as it was configured.
  public let number: AccessNumber
  /// The code to give on the call; nil for none.
  public let code: AccessCode?
  /// For how many whole seconds the number is the customer's.
  public let secondsLeft: Int

  /// A dialog from its parts.
  public init(id: CallbackID, number: AccessNumber, code: AccessCode? = nil, secondsLeft: Int) {
    self.id = id
    self.number = number
    self.code = code
    self.secondsLeft = secondsLeft
  }

  /// `tel:` and what is dialled; a `#` is written `%23`, as an address asks for.
  public var telephoneURL: String {
    "tel:" + number.dialled.map { $0 == "#" ? "%23" : String($0) }.joined()
  }

  /// The dialog as GMS answers it; all values are texts.
  public var json: JSONValue {
    .object([
      .init("_dialog_id", .string("0")),
      .init("_label", .string("Connecting ...")),
      .init("_action", .string("DialNumber")),
      .init("_tel_url", .string(telephoneURL)),
      .init("_access_code", .string(code?.text ?? "n/a")),
      .init("_access_number", .string(number.written)),
      .init("_expiration_time", .string(String(secondsLeft))),
      .init("_id", .string(id.text)),
    ])
  }
}
